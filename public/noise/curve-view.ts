// Sounds that matter, at the Parent Station: the last minutes as they were heard, the line from which a sound counts, how long ago
// the last sound was, and what this phone does about it.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { nightText } from '../text/en-night.ts'
import { curveHeight, curveWidth, thresholdPath, tracePath, xOf, yOf } from './curve.ts'
import { slowMs } from './decision.ts'
import type { NoiseGate } from './gate.ts'
import { LastSound } from './last-sound.ts'
import { ThresholdSlider } from './threshold-slider.ts'
import type { Noise } from './noise.ts'

const words = nightText.noise

export interface SoundsModel {
  readonly noise: Noise
  readonly gate: NoiseGate
}

interface Props {
  readonly model: SoundsModel
}

export function SoundsView({ model }: Props): VNode {
  const { noise, gate } = model
  const { thresholdDb, alarm, gate: gated } = noise.settings.value
  return html`<section class="sounds stack" aria-label=${words.title}>
    <p class="figure">${h(LastSound, noise)}</p>
    ${h(Curve, { model })}
    <p class="hint">${words.hint} ${wordsFor(thresholdDb)}</p>
    <label class="choice">
      <input type="checkbox" checked=${alarm} onChange=${() => noise.set({ alarm: !alarm })} />
      <span>${words.alarm}</span>
    </label>
    <label class="choice">
      <input type="checkbox" checked=${gated} onChange=${() => noise.set({ gate: !gated })} />
      <span>${words.gate}</span>
    </label>
    <p class="hint">${words.gateHint} ${gated ? words.gateState[gate.state.value] : ''}</p>
  </section>`
}

function Curve({ model }: Props): VNode {
  const { noise } = model
  const latest = noise.latest.value
  const { thresholdDb } = noise.settings.value
  const x = (agoMs: number): string => xOf(agoMs).toFixed(1)
  const marks = [slowMs, 120_000]
  return html`<div class="curve">
      <svg
        viewBox=${`0 0 ${curveWidth} ${curveHeight}`}
        preserveAspectRatio="none"
        role="img"
        aria-label=${words.curve}
      >
        ${marks.map((ms) => html`<path key=${ms} class="mark" d=${`M${x(ms)} 0V${curveHeight}`} />`)}
        <path class="floor" d=${`M0 ${yOf(0).toFixed(1)}H${curveWidth}`} />
        <path class="trace" d=${latest === null ? '' : tracePath(noise.history, latest.atMs)} />
        <path class="line" d=${thresholdPath({ thresholdDb }, latest?.floorDb ?? -65)} />
      </svg>
      ${h(ThresholdSlider, { thresholdDb, set: (db) => noise.set({ thresholdDb: db }) })}
    </div>
    <p class="scale" aria-hidden="true">
      <span>${words.ago.minutes(5)}</span>
      <span>${words.ago.minutes(2)}</span>
      <span>${words.ago.grizzle}</span>
      <span>${words.ago.now}</span>
    </p>
    ${latest === null ? html`<p>${words.unmeasured}</p>` : null}
    ${latest !== null && latest.floorDb === null ? html`<p class="hint">${words.learning}</p>` : null}`
}

function wordsFor(thresholdDb: number): string {
  if (thresholdDb < 9) return words.keen
  return thresholdDb < 20 ? words.usual : words.dull
}
