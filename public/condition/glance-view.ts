// What a parent wants to know without a tap, beside "Live": when the baby was heard last, how long the station has been on, and how
// its phone is.

import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import { LastSound } from '../noise/last-sound.ts'
import type { LastSoundProps } from '../noise/last-sound.ts'
import { bedsideText } from '../text/en-bedside.ts'
import { sayTime } from '../ui/format.ts'
import { useNow } from '../ui/now.ts'
import { sayDuration } from '../ui/time.ts'
import type { Condition } from './condition.ts'
import { ConditionView } from './condition-view.ts'

export interface Glance {
  readonly condition: Condition
  readonly heard: LastSoundProps
  /** When the Baby Station was started, as Date.now(); null while the box has not said. */
  readonly startedMs: ReadonlySignal<number | null>
}

export function GlanceView({ model }: { readonly model: Glance }): ComponentChildren {
  const startedMs = model.startedMs.value
  return html`<div class="glance">
    <p class="figure">${h(LastSound, model.heard)}</p>
    ${startedMs === null ? null : html`<p class="condition">${h(SessionClock, { startedMs })}</p>`}
    ${h(ConditionView, { model: model.condition })}
  </div>`
}

const minuteMs = 60_000

function SessionClock({ startedMs }: { readonly startedMs: number }): string {
  const nowMs = useNow(minuteMs)
  const time = sayTime(new Date(startedMs))
  const forMs = Math.floor((nowMs - startedMs) / minuteMs) * minuteMs
  return forMs < minuteMs ? bedsideText.since(time) : bedsideText.onSince(time, sayDuration(forMs))
}
