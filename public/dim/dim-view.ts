// Dim and Night light, the same at either station.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import type { NightLight } from '../shared/station-protocol.ts'
import { roomText } from '../text/en-room.ts'
import { Slider } from '../ui/slider.ts'
import type { DimControls } from './dim.ts'

/** Lucide's moon and lamp; here, because the other icons are loaded with the page. */
const moon = 'M12 3a6 6 0 0 0 9 9 9 9 0 1 1-9-9Z'
const lamp =
  'M12 12v6M4.077 10.615A1 1 0 0 0 5 12h14a1 1 0 0 0 .923-1.385l-3.077-7.384A2 2 0 0 0 15 2H9a2 2 0 0 0-1.846 1.23ZM8 20a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v1a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1z'

/** Enough to find the cot by, and to go on sleeping with. */
const firstLight: NightLight = { warmth: 0.3, brightness: 0.5 }

export function DimView({ model }: { readonly model: DimControls }): ComponentChildren {
  const dimmed = model.dimmed.value
  const light = model.light.value
  const isKnown = dimmed !== null
  return html`<div class="row controls">
      <button
        class="control"
        type="button"
        aria-pressed=${dimmed === true ? 'true' : 'false'}
        disabled=${!isKnown}
        onClick=${() => model.dim(dimmed !== true)}
      >
        ${icon(moon)}${roomText.dim.dim}
      </button>
      <button
        class="control"
        type="button"
        aria-pressed=${light === null ? 'false' : 'true'}
        disabled=${!isKnown}
        onClick=${() => model.shine(light === null ? firstLight : null)}
      >
        ${icon(lamp)}${roomText.light.light}
      </button>
    </div>
    ${light === null ? null : h(LightSliders, { light, shine: (next) => model.shine(next) })}
    ${dimmed === true ? html`<p class="hint">${roomText.dim.hint}</p>` : null}`
}

export interface LightSlidersProps {
  readonly light: NightLight
  readonly shine: (light: NightLight) => void
}

export function LightSliders({ light, shine }: LightSlidersProps): VNode {
  const words = roomText.light
  const percent = (part: number): number => Math.round(100 * part)
  return html`<div>
    ${h(Slider, {
      name: words.brightness,
      value: light.brightness,
      words: roomText.percent(percent(light.brightness)),
      set: (brightness) => shine({ ...light, brightness }),
    })}
    ${h(Slider, {
      name: words.warmth,
      value: light.warmth,
      words: words.warmthWords(percent(light.warmth)),
      set: (warmth) => shine({ ...light, warmth }),
    })}
  </div>`
}

function icon(path: string): VNode {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`
}
