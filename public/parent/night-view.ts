// What a parent sets up once and seldom looks at: each thing is one tap away, under the controls.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
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
import type { Power } from '../proof/low-battery.ts'
import { OwnBattery } from '../proof/own-battery.ts'
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
import { Fold } from '../ui/fold.ts'
import { InTurns } from '../ui/in-turns.ts'
import { Notice } from '../ui/notice.ts'

export interface NightViewModel {
  /** Other parents that have dropped out. */
  readonly dropped: ReadonlySignal<number>
  /** Of this phone's own battery; null where it is not told. */
  readonly power: ReadonlySignal<Power | null>
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
  const { grid, dropped, power, sound, room, glance, bedside, ready, sounds, movement, timeline, stopwatch } = model
  const parts = [
    h(GlanceView, { model: glance }),
    h(GridPanel, { grid }),
    h(SoundView, { model: sound }),
    h(BedsideView, { model: bedside }),
    ...(room === null
      ? []
      : [
          h(CameraView, { model: room.camera }),
          h(DimView, { model: room.dim }),
          h(SoothingView, { model: room.soothing }),
        ]),
    h(ReadyView, { model: ready }),
    h(Fold, { title: nightText.noise.title, content: h(SoundsView, { model: sounds }) }),
    h(Fold, { title: nightText.movement.title, content: h(MovementView, { model: movement }) }),
    ...(stopwatch === null ? [] : [h(StopwatchView, { model: stopwatch })]),
    ...(timeline === null ? [] : [h(TimelineView, { model: timeline })]),
    h(ManualLink, {}),
  ]
  return html`<div class="night stack">
    <div class="stack" aria-live="polite">
      ${h(OwnBattery, { power })}
      ${
        dropped.value === 0
          ? null
          : h(Notice, { tone: 'warning', children: nightText.proof.othersDropped(dropped.value) })
      }
    </div>
    ${h(InTurns, { parts })}
  </div>`
}
