// Movement at the Parent Station: how much there is, where it is looked for, and whether it wakes somebody.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReadonlySignal } from '@preact/signals'
import { nightText } from '../text/en-night.ts'
import { leastLevel } from './decision.ts'
import type { MovementWatch } from './movement-watch.ts'
import { RegionPicker } from './region-picker.ts'

const words = nightText.movement

export interface MovementModel {
  readonly movement: MovementWatch
  readonly playing: ReadonlySignal<{ readonly stream: MediaStream; readonly picture: boolean } | null>
}

/** A tenth of the picture is a baby that sits up; the bar is full there. */
const fullLevel = 0.1

export function MovementView({ model }: { readonly model: MovementModel }): VNode {
  const { movement, playing } = model
  const [isDrawing, setDrawing] = useState(false)
  const { alarm, region } = movement.settings.value
  const shown = playing.value
  const canDraw = shown !== null && shown.picture
  return html`<section class="movement stack" aria-label=${words.title}>
    ${h(Level, { level: movement.level.value })}
    <label class="choice">
      <input type="checkbox" checked=${alarm} onChange=${() => movement.set({ alarm: !alarm })} />
      <span>${words.alarm}</span>
    </label>
    ${
      isDrawing && canDraw
        ? h(RegionPicker, { stream: shown.stream, region, set: (drawn) => movement.set({ region: drawn }) })
        : null
    }
    <div class="row">
      <button
        type="button"
        aria-expanded=${isDrawing ? 'true' : 'false'}
        disabled=${!canDraw}
        onClick=${() => setDrawing(!isDrawing)}
      >
        ${isDrawing ? words.done : words.draw}
      </button>
      <button type="button" disabled=${region === null} onClick=${() => movement.set({ region: null })}>
        ${words.everywhere}
      </button>
    </div>
  </section>`
}

function Level({ level }: { readonly level: number | null }): VNode {
  const bar = useRef<HTMLDivElement>(null)
  const share = Math.min(1, (level ?? 0) / fullLevel)
  useEffect(() => {
    if (bar.current !== null) bar.current.style.transform = `scaleX(${share})`
  }, [share])
  if (level === null) return html`<p>${words.unmeasured}</p>`
  const { still, little, much } = words.words
  return html`<div
    class="meter"
    role="meter"
    aria-label=${words.level}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${Math.round(share * 100)}
    aria-valuetext=${level < leastLevel ? still : level < fullLevel / 2 ? little : much}
  >
    <div ref=${bar}></div>
  </div>`
}
