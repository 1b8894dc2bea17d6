// Draws over the picture where to look for movement: with a finger or a mouse from corner to corner, or with keys.

import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Region } from '../shared/station-protocol.ts'
import { nightText } from '../text/en-night.ts'
import { between, everywhere, moved, resized } from './region.ts'
import type { Place } from './region.ts'

const words = nightText.movement

export interface RegionPickerProps {
  readonly stream: MediaStream
  readonly region: Region | null
  set(region: Region): void
}

const keyStep = 0.05
const arrows: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -keyStep, y: 0 },
  ArrowRight: { x: keyStep, y: 0 },
  ArrowUp: { x: 0, y: -keyStep },
  ArrowDown: { x: 0, y: keyStep },
}

export function RegionPicker({ stream, region, set }: RegionPickerProps): VNode {
  const frame = useRef<HTMLDivElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const corner = useRef<Place | null>(null)
  const shown = region ?? everywhere

  useEffect(() => {
    const element = video.current
    if (element === null) return
    element.muted = true
    element.srcObject = stream
    element.play().catch(() => undefined)
    return () => {
      element.srcObject = null
    }
  }, [stream])

  useLayoutEffect(() => {
    // By script, because the page's policy takes no style attributes.
    const style = box.current?.style
    if (style === undefined) return
    style.left = `${shown.x * 100}%`
    style.top = `${shown.y * 100}%`
    style.width = `${shown.width * 100}%`
    style.height = `${shown.height * 100}%`
  }, [shown])

  const placeOf = (event: PointerEvent): Place | null => {
    const rect = frame.current?.getBoundingClientRect()
    if (rect === undefined || rect.width === 0 || rect.height === 0) return null
    return { x: (event.clientX - rect.left) / rect.width, y: (event.clientY - rect.top) / rect.height }
  }
  const onPointerDown = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    frame.current?.setPointerCapture(event.pointerId)
    corner.current = placeOf(event)
  }
  const onPointerMove = (event: PointerEvent): void => {
    const at = placeOf(event)
    const drawn = corner.current === null || at === null ? null : between(corner.current, at)
    if (drawn !== null) set(drawn)
  }
  const onPointerEnd = (): void => {
    corner.current = null
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = arrows[event.key]
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    set(event.shiftKey ? resized(shown, by) : moved(shown, by))
  }

  const percent = (share: number): number => Math.round(share * 100)
  return html`<div
      ref=${frame}
      class="region-frame"
      role="application"
      tabindex="0"
      aria-label=${words.region}
      aria-describedby="region-words"
      onPointerDown=${onPointerDown}
      onPointerMove=${onPointerMove}
      onPointerUp=${onPointerEnd}
      onPointerCancel=${onPointerEnd}
      onKeyDown=${onKeyDown}
    >
      <video ref=${video} muted playsinline autoplay aria-hidden="true"></video>
      <div ref=${box} class="region-box"></div>
    </div>
    <p class="hint" id="region-words" aria-live="polite">
      ${words.regionWords(percent(shown.x), percent(shown.y), percent(shown.width), percent(shown.height))}
    </p>
    <p class="hint">${words.regionHint}</p>`
}
