// What watches over the night knows of the Parent Station this much. It is loaded after the first frame: nobody has to wait for it.

import type { ReadonlySignal } from '@preact/signals'
import type { Awake } from '../awake/awake.ts'
import type { Found } from '../proof/found.ts'
import type { Recording } from '../recording/recording.ts'
import type { ClientId } from '../shared/protocol.ts'
import type { Report, StationMessage } from '../shared/station-protocol.ts'
import type { Playing } from './model.ts'
import type { Player } from './player.ts'
import type { Status } from './words.ts'

/** What the rooms of the night know of the Parent Station. */
export interface Night {
  /** The Baby Station that is watched, or was until it stopped. */
  readonly station: ReadonlySignal<{ readonly id: ClientId; readonly name: string } | null>
  readonly status: ReadonlySignal<Status>
  /** Worst first. */
  readonly faults: ReadonlySignal<readonly Found[]>
  readonly playing: ReadonlySignal<Playing | null>
  /** Null when the last one is older than it may be. */
  readonly report: ReadonlySignal<Report | null>
  onReport(listener: (report: Report, atMs: number) => void): () => void
  /** False when the baby cannot hear it. */
  say(message: StationMessage): boolean
  /** What the browser tells of the connection; null without one. */
  stats(): Promise<RTCStatsReport | null>
  readonly player: Player
  readonly awake: Awake
  readonly recording: Recording
}
