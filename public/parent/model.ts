// The Parent Station: what it watches (watching.ts), and what it plays, records and says of it.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Awake } from '../awake/awake.ts'
import type { Household } from '../household/household.ts'
import type { Findings, Found as Finding } from '../household/trust.ts'
import { linkFaults } from '../proof/faults.ts'
import type { Found } from '../proof/found.ts'
import type { Recording } from '../recording/recording.ts'
import { loadLate } from '../shared/load-late.ts'
import type { RunningSession, SessionId } from '../shared/protocol.ts'
import type { Channel } from '../signalling/channel.ts'
import type { LevelMeter } from '../sound/level.ts'
import type { LastStation } from './last-station.ts'
import type { Night } from './night.ts'
import type { NightRooms } from './night-rooms.ts'
import type { Player } from './player.ts'
import { isInterruptible } from './watch.ts'
import type { Watch } from './watch.ts'
import { createWatching } from './watching.ts'
import { explain, statusOf } from './words.ts'
import type { Explanation, Status } from './words.ts'

/** What is on the screen now; `picture` is whether the call promised one. */
export interface Playing {
  readonly stream: MediaStream
  readonly picture: boolean
}

export interface ParentModel {
  readonly stations: ReadonlySignal<readonly RunningSession[]>
  readonly chosen: ReadonlySignal<SessionId | null>
  readonly status: ReadonlySignal<Status>
  /** A phone that another one of the account has let in while this page was open. */
  readonly newcomer: ReadonlySignal<string | null>
  readonly explanations: ReadonlySignal<readonly Explanation[]>
  readonly playing: ReadonlySignal<Playing | null>
  /** What is wrong, the worst first, in words once they are loaded. */
  readonly faults: ReadonlySignal<readonly Found[]>
  /** Whole seconds since "Live" was last proven from end to end; null before it ever was. */
  readonly checkedAgoS: ReadonlySignal<number | null>
  /** What watches over the night; null until it is loaded. */
  readonly night: ReadonlySignal<NightRooms | null>
  /** How long the recording has run, as m:ss. */
  readonly recordedFor: ReadonlySignal<string>
  /** Whether those at the other end are who they say, by call. */
  readonly findings: ReadonlySignal<Findings>
  /** The same of the Baby Station that is watched; null before its first word. */
  readonly trust: ReadonlySignal<Finding | null>
  readonly player: Player
  readonly meter: LevelMeter
  readonly recording: Recording
  readonly awake: Awake
  choose(session: RunningSession): void
  /** Takes the Baby Station without a proof from now on. */
  acceptUnproven(): void
  listen(): void
  toggleMute(): void
  toggleRecording(): void
  close(): void
}

export interface ParentDeps {
  readonly channel: Channel
  readonly household: Household
  /** Whose timeline it is; null keeps none. */
  readonly username: string | null
  readonly player: Player
  readonly meter: LevelMeter
  readonly recording: Recording
  readonly awake: Awake
  readonly last: LastStation
  /** Nobody is logged in any more. */
  readonly onLoggedOut: () => void
  /** The box speaks another version, and nothing is playing that a reload would interrupt. Called again while it is so. */
  readonly onOutdated: () => void
}

/** What is loaded late explains why there is no first frame, too. */
const explainingMs = 3000

export function createParentModel(deps: ParentDeps): ParentModel {
  const { channel, player, meter, recording, awake } = deps
  const playing = signal<Playing | null>(null)
  const newcomer = signal<string | null>(null)
  let closed = false

  const watching = createWatching({
    channel,
    household: deps.household,
    last: deps.last,
    stream(stream, picture) {
      playing.value = { stream, picture }
      player.setStream(stream)
      meter.setStream(picture ? null : stream)
      if (recording.state.peek().state === 'recording') recording.setStream(stream)
    },
    // The picture of one station never stands under the name of another, and its recording is handed over.
    left() {
      playing.value = null
      player.setStream(null)
      meter.setStream(null)
      recording.stop()
    },
    wanted(yes) {
      if (yes) awake.start()
      else awake.stop()
    },
    playing: () => ({
      hears: player.running.peek() && !player.muted.peek() && !player.blocked.peek(),
      blocked: playing.peek() !== null && (player.blocked.peek() || !player.running.peek()),
    }),
    looked(now) {
      reloadIfIdle(now)
      player.keepPlaying()
    },
  })
  const { watch, proof, nowMs } = watching

  const sessions = computed(() => channel.sessions.value ?? [])
  const chosen = computed(() => {
    const now = watch.value
    return 'target' in now && now.state !== 'stopped' && now.state !== 'gone' ? now.target.sessionId : null
  })
  const stations = computed(() => sessions.value.filter(({ id, peer }) => peer !== null || id === chosen.value))

  /** What plays now ends some time, and a reload that was refused may be allowed later. */
  function reloadIfIdle(now: Watch): void {
    if (channel.state.peek().state !== 'outdated' || !isInterruptible(now, performance.now())) return
    const { state } = recording.state.peek()
    // A reload would lose what has not been handed over yet.
    if (state === 'recording') recording.stop()
    else if (state !== 'finishing') deps.onOutdated()
  }

  const stopNoticing = effect(() => {
    if (channel.state.value.state === 'logged-out') untracked(() => deps.onLoggedOut())
  })
  const stopListening = channel.on((message) => {
    if (message.type === 'newcomer') newcomer.value = message.name
  })

  const status = computed(() => {
    const proven = { live: proof.live.value && player.running.value, wasLive: proof.wasLive.value }
    return statusOf(watch.value, proven)
  })
  const stationId = computed(() => ('target' in watch.value ? watch.value.target.station : null))
  const stationName = computed(() => ('target' in watch.value ? watch.value.target.name : ''))
  const night: Night = {
    station: computed(() => (stationId.value === null ? null : { id: stationId.value, name: stationName.value })),
    status,
    faults: proof.faults,
    playing,
    report: proof.report,
    onReport: (listener) => proof.onReport(listener),
    say: (message) => watching.say(message),
    stats: () => watching.stats(),
    player,
    awake,
    recording,
  }
  const rooms = loadLate({
    begun: proof.wasLive,
    latestMs: explainingMs,
    load: async () => (await import('./night-rooms.ts')).openNightRooms(night, deps.username),
  })

  return {
    stations,
    chosen,
    newcomer,
    playing,
    faults: proof.faults,
    checkedAgoS: proof.checkedAgoS,
    night: rooms.rooms,
    player,
    meter,
    recording,
    awake,
    status,
    explanations: computed(() =>
      explain({
        watch: watch.value,
        channel: channel.state.value,
        reachable: channel.sessions.value === null ? null : stations.value.length,
        nowMs: nowMs.value,
        // Said by the fault's own words, once they are there.
        faulty: rooms.rooms.value !== null && proof.faults.value.some(({ fault }) => linkFaults.includes(fault)),
      }),
    ),
    recordedFor: computed(() => {
      // Read on each tick of the model's clock; the recording has a clock of its own.
      void nowMs.value
      const now = recording.state.value
      return minutes(now.state === 'recording' ? Date.now() - now.sinceMs : 0)
    }),
    findings: watching.findings,
    trust: watching.trust,
    acceptUnproven: () => watching.acceptUnproven(),
    choose(session) {
      watching.choose(session)
      // A tap is what browsers ask for before they play sound.
      if (player.blocked.peek()) player.listen()
      meter.resume()
    },
    listen() {
      player.listen()
      meter.resume()
    },
    toggleMute() {
      player.setMuted(!(player.muted.peek() || player.blocked.peek()))
      meter.resume()
    },
    toggleRecording() {
      const now = watch.peek()
      const shown = playing.peek()
      if (recording.state.peek().state === 'recording') recording.stop()
      else if (shown !== null && 'target' in now) recording.start(shown.stream, now.target.name)
    },
    close() {
      if (closed) return
      closed = true
      stopNoticing()
      stopListening()
      rooms.close()
      watching.close()
      recording.close()
      meter.close()
      player.close()
      awake.close()
      channel.close()
    },
  }
}

function minutes(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
