// What a parent sets up once and seldom looks at: each thing is one tap away, under the controls.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import type { ReadonlySignal } from '@preact/signals'
import { MovementView } from '../movement/movement-view.ts'
import type { MovementModel } from '../movement/movement-view.ts'
import { SoundsView } from '../noise/curve-view.ts'
import type { SoundsModel } from '../noise/curve-view.ts'
import type { ReadyModel } from '../ready/model.ts'
import { ReadyView } from '../ready/view.ts'
import { nightText } from '../text/en-night.ts'
import { TimelineView } from '../timeline/view.ts'
import type { TimelineViewModel } from '../timeline/view-model.ts'
import { Notice } from '../ui/notice.ts'

export interface NightViewModel {
  /** Other parents that have dropped out. */
  readonly dropped: ReadonlySignal<number>
  readonly ready: ReadyModel
  readonly sounds: SoundsModel
  readonly movement: MovementModel
  /** Guests keep none. */
  readonly timeline: TimelineViewModel | null
}

export function NightView({ model }: { readonly model: NightViewModel }): VNode {
  const { dropped, ready, sounds, movement, timeline } = model
  return html`<div class="night stack">
    <div aria-live="polite">
      ${
        dropped.value === 0
          ? null
          : h(Notice, { tone: 'warning', children: nightText.proof.othersDropped(dropped.value) })
      }
    </div>
    ${h(ReadyView, { model: ready })}
    <details>
      <summary>${nightText.noise.title}</summary>
      ${h(SoundsView, { model: sounds })}
    </details>
    <details>
      <summary>${nightText.movement.title}</summary>
      ${h(MovementView, { model: movement })}
    </details>
    ${timeline === null ? null : h(TimelineView, { model: timeline })}
  </div>`
}
