// What watches over the night knows of the Parent Station this much. It is loaded after the first frame: nobody has to wait for it.

import type { ReadonlySignal } from '@preact/signals'
import type { Awake } from '../awake/awake.ts'
import type { Found } from '../proof/found.ts'
import type { Recording } from '../recording/recording.ts'
import type { ClientId } from '../shared/protocol.ts'
import type { Report, StationMessage, StationState } from '../shared/station-protocol.ts'
import type { Playing } from './watched.ts'
import type { Player } from './player.ts'
import type { Status } from './words.ts'

/** What the rooms of the night know of the Parent Station. */
export interface Night {
  /** The Baby Station that is watched, or was until it stopped or the page was loaded anew. */
  readonly station: ReadonlySignal<{ readonly id: ClientId; readonly name: string } | null>
  readonly status: ReadonlySignal<Status>
  /** Worst first. */
  readonly faults: ReadonlySignal<readonly Found[]>
  readonly playing: ReadonlySignal<Playing | null>
  /** Null when the last one is older than it may be. */
  readonly report: ReadonlySignal<Report | null>
  /** How the Baby Station is set, as it said last; null before its first word. */
  readonly state: ReadonlySignal<StationState | null>
  onReport(listener: (report: Report, atMs: number) => void): () => void
  /** False when the baby cannot hear it. */
  say(message: StationMessage): boolean
  /** Sends this phone's microphone to the baby; null sends nothing. */
  speak(track: MediaStreamTrack | null): void
  /** False for a Baby Station that was started before it could; null while there is no call. */
  takesVoice(): boolean | null
  /** Whether this phone's voice is played there, each time that the baby says so. */
  onFloor(listener: (yours: boolean) => void): () => void
  /** What the browser tells of the connection; null without one. */
  stats(): Promise<RTCStatsReport | null>
  readonly player: Player
  readonly awake: Awake
  readonly recording: Recording
}
