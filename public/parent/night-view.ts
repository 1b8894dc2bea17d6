// What a parent sets up once and seldom looks at: each thing is one tap away, under the controls.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import type { ReadonlySignal } from '@preact/signals'
import { CameraView } from '../camera/camera-view.ts'
import type { RemoteCamera } from '../camera/remote-camera.ts'
import type { Bedside } from '../bedside/bedside.ts'
import { BedsideView } from '../bedside/bedside-view.ts'
import { GlanceView } from '../condition/glance-view.ts'
import type { Glance } from '../condition/glance-view.ts'
import type { DimControls } from '../dim/dim.ts'
import { DimView } from '../dim/dim-view.ts'
import { ManualLink } from '../app/manual-link.ts'
import type { Grid } from '../grid/grid.ts'
import { GridPanel } from '../grid/panel.ts'
import { MovementView } from '../movement/movement-view.ts'
import type { MovementModel } from '../movement/movement-view.ts'
import { SoundsView } from '../noise/curve-view.ts'
import type { SoundsModel } from '../noise/curve-view.ts'
import type { ReadyModel } from '../ready/model.ts'
import { ReadyView } from '../ready/view.ts'
import type { SoundModel } from '../sound/sound.ts'
import { SoundView } from '../sound/sound-view.ts'
import { SoothingView } from '../soothing/soothing-view.ts'
import type { SoothingModel } from '../soothing/soothing-view.ts'
import type { Stopwatch } from '../stopwatch/stopwatch.ts'
import { StopwatchView } from '../stopwatch/stopwatch-view.ts'
import { nightText } from '../text/en-night.ts'
import { TimelineView } from '../timeline/view.ts'
import type { TimelineViewModel } from '../timeline/view-model.ts'
import { useLater } from '../ui/later.ts'
import { Notice } from '../ui/notice.ts'

export interface NightViewModel {
  /** Other parents that have dropped out. */
  readonly dropped: ReadonlySignal<number>
  /** Several babies at once. */
  readonly grid: Grid
  readonly sound: SoundModel
  readonly ready: ReadyModel
  readonly sounds: SoundsModel
  readonly movement: MovementModel
  /** Guests keep none. */
  readonly timeline: TimelineViewModel | null
  readonly glance: Glance
  readonly bedside: Bedside
  /** Guests keep none. */
  readonly stopwatch: Stopwatch | null
  /** What can be changed in the baby's room; not by guests. */
  readonly room: {
    readonly camera: RemoteCamera
    readonly dim: DimControls
    readonly soothing: SoothingModel
  } | null
}

export function NightView({ model }: { readonly model: NightViewModel }): VNode {
  const { grid, dropped, sound, room, glance, bedside } = model
  const isRestDue = useLater()
  return html`<div class="night stack">
    <div aria-live="polite">
      ${
        dropped.value === 0
          ? null
          : h(Notice, { tone: 'warning', children: nightText.proof.othersDropped(dropped.value) })
      }
    </div>
    ${h(GlanceView, { model: glance })} ${h(GridPanel, { grid })} ${h(SoundView, { model: sound })}
    ${h(BedsideView, { model: bedside })} ${room === null ? null : h(CameraView, { model: room.camera })}
    ${room === null ? null : h(DimView, { model: room.dim })} ${isRestDue ? h(Rest, { model }) : null}
  </div>`
}

function Rest({ model }: { readonly model: NightViewModel }): ComponentChildren {
  const { ready, sounds, movement, timeline, room, stopwatch } = model
  return html`${room === null ? null : h(SoothingView, { model: room.soothing })} ${h(ReadyView, { model: ready })}
    <details>
      <summary>${nightText.noise.title}</summary>
      ${h(SoundsView, { model: sounds })}
    </details>
    <details>
      <summary>${nightText.movement.title}</summary>
      ${h(MovementView, { model: movement })}
    </details>
    ${stopwatch === null ? null : h(StopwatchView, { model: stopwatch })}
    ${timeline === null ? null : h(TimelineView, { model: timeline })} ${h(ManualLink, {})}`
}
