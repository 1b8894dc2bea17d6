// The line in the picture of the last minutes, to be dragged: by finger, mouse or keys.

import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { nightText } from '../text/en-night.ts'
import { curveHeight, dbPerPx, yOf } from './curve.ts'
import { leastThresholdDb, mostThresholdDb } from './noise.ts'

const words = nightText.noise

export interface ThresholdSliderProps {
  readonly thresholdDb: number
  set(thresholdDb: number): void
}

const steps: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: 5,
  PageDown: -5,
  Home: -100,
  End: 100,
}

export function ThresholdSlider({ thresholdDb, set }: ThresholdSliderProps): VNode {
  const handle = useRef<HTMLDivElement>(null)
  const drag = useRef<{ readonly y: number; readonly db: number } | null>(null)

  useLayoutEffect(() => {
    // By script, because the page's policy takes no style attributes.
    if (handle.current !== null) handle.current.style.top = `${(100 * yOf(thresholdDb)) / curveHeight}%`
  }, [thresholdDb])

  const apply = (db: number): void => set(Math.round(Math.min(mostThresholdDb, Math.max(leastThresholdDb, db))))

  const onPointerDown = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    handle.current?.setPointerCapture(event.pointerId)
    drag.current = { y: event.clientY, db: thresholdDb }
  }
  const onPointerMove = (event: PointerEvent): void => {
    const heightPx = handle.current?.parentElement?.clientHeight
    if (drag.current === null || heightPx === undefined) return
    apply(drag.current.db + (drag.current.y - event.clientY) * dbPerPx(heightPx))
  }
  const onPointerEnd = (): void => {
    drag.current = null
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    apply(thresholdDb + step)
  }

  return html`<div
    ref=${handle}
    class="threshold"
    role="slider"
    tabindex="0"
    aria-label=${words.threshold}
    aria-orientation="vertical"
    aria-valuemin=${leastThresholdDb}
    aria-valuemax=${mostThresholdDb}
    aria-valuenow=${thresholdDb}
    aria-valuetext=${words.thresholdWords(thresholdDb)}
    onPointerDown=${onPointerDown}
    onPointerMove=${onPointerMove}
    onPointerUp=${onPointerEnd}
    onPointerCancel=${onPointerEnd}
    onKeyDown=${onKeyDown}
  >
    <span>${words.lineName}</span>
  </div>`
}
