// The Parent Station: whom it watches (watched.ts), and what it plays, records and says of it.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Awake } from '../awake/awake.ts'
import type { Household } from '../household/household.ts'
import type { Findings, Found as Finding } from '../household/trust.ts'
import type { Recording } from '../recording/recording.ts'
import { loadLate } from '../shared/load-late.ts'
import type { RunningSession, SessionId } from '../shared/protocol.ts'
import type { Channel } from '../signalling/channel.ts'
import { sayWatch } from '../ui/time.ts'
import type { LastStation } from './last-station.ts'
import type { NightRooms } from './night-rooms.ts'
import type { Player } from './player.ts'
import { isInterruptible } from './watch-state.ts'
import { createWatched } from './watched.ts'
import type { Playing, Watched } from './watched.ts'
import { targetOf } from './watching.ts'
import type { Status } from './words.ts'

/** The babies that are watched, for the rooms that are loaded late: they may add others. */
export interface Several {
  readonly watched: Signal<readonly Watched[]>
  /** The one that is large, and that the controls are about. */
  readonly focus: Signal<Watched>
  readonly channel: Channel
  /** Those that the box lists and that can be watched. */
  readonly reachable: ReadonlySignal<readonly RunningSession[]>
  /** A phone that another one of the account has let in while this page was open. */
  readonly newcomer: ReadonlySignal<string | null>
  /** Of the one that is large. */
  readonly player: Player
  readonly recording: Recording
  /** The one that this tab goes back to first. */
  readonly last: LastStation
  open(last: LastStation): Watched
}

export interface ParentModel {
  readonly stations: ReadonlySignal<readonly RunningSession[]>
  readonly chosen: ReadonlySignal<SessionId | null>
  readonly status: ReadonlySignal<Status>
  /** The box has said what runs. */
  readonly listed: ReadonlySignal<boolean>
  /** It says that nothing runs. */
  readonly none: ReadonlySignal<boolean>
  readonly playing: ReadonlySignal<Playing | null>
  /** Whole seconds since "Live" was last proven from end to end; null before it ever was. */
  readonly checkedAgoS: ReadonlySignal<number | null>
  /** What watches over the night; null until it is loaded. */
  readonly night: ReadonlySignal<NightRooms | null>
  /** It could not be loaded: until it is, nothing here wakes anybody. */
  readonly unguarded: ReadonlySignal<boolean>
  /** How long the recording has run, as m:ss or h:mm:ss. */
  readonly recordedFor: ReadonlySignal<string>
  /** Whether those at the other end are who they say, by call. */
  readonly findings: ReadonlySignal<Findings>
  /** The same of the Baby Station that is watched; null before its first word. */
  readonly trust: ReadonlySignal<Finding | null>
  readonly player: Player
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
  readonly recording: Recording
  readonly awake: Awake
  readonly last: LastStation
  /** Nobody is logged in any more. */
  readonly onLoggedOut: () => void
  /** The box speaks another version, and nobody is watched whom a reload would take from a parent. Called again while it is so. */
  readonly onOutdated: () => void
  /** Whether the box answers at this moment. */
  readonly boxAnswers: () => Promise<boolean>
  /** What watches over the night cannot be had by this page, and the box is there to give another one. Called again while it is so. */
  readonly onUnguarded: () => void
}

/** What is loaded late explains why there is no first frame, too. */
const explainingMs = 3000
/** Longer than until the next picture of the screen. */
const paintMs = 100
/** An alarm without a style is better than none. */
const styleMs = 1000

const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms))

export function createParentModel(deps: ParentDeps): ParentModel {
  const { channel, player, recording, awake } = deps
  const newcomer = signal<string | null>(null)
  const watched = signal<readonly Watched[]>([])
  let closed = false

  const open = (last: LastStation): Watched =>
    createWatched({
      ...deps,
      last,
      free: (all, own) =>
        all.filter(({ id }) =>
          watched.peek().every(({ watching: { watch } }) => watch === own || targetOf(watch.peek()) !== id),
        ),
      looked: reloadIfIdle,
    })
  const isLarge = (): boolean => watched.peek().length < 2 || focus.peek() === first
  const first: Watched = open({
    read: () => deps.last.read(),
    write(station) {
      if (isLarge()) deps.last.write(station)
    },
    clear() {
      if (isLarge()) deps.last.clear()
    },
  })
  watched.value = [first]
  const focus = signal(first)
  const of = <Value>(pick: (now: Watched) => ReadonlySignal<Value>): ReadonlySignal<Value> =>
    computed(() => pick(focus.value).value)
  const watch = of(({ watching }) => watching.watch)
  const nowMs = of(({ watching }) => watching.nowMs)
  const playing = of(({ night }) => night.playing)

  const sessions = computed(() => channel.sessions.value ?? [])
  const chosen = computed(() => {
    const now = watch.value
    return 'target' in now && now.state !== 'stopped' && now.state !== 'gone' ? now.target.sessionId : null
  })
  const stations = computed(() => sessions.value.filter(({ id, peer }) => peer !== null || id === chosen.value))

  const isMissed = of(({ watching }) => watching.isMissed)
  const none = computed(
    () =>
      channel.state.value.state === 'open' &&
      channel.sessions.value !== null &&
      stations.value.length === 0 &&
      watch.value.state === 'idle' &&
      !isMissed.value,
  )

  /** What plays now ends some time, and a reload that was refused may be allowed later. */
  function reloadIfIdle(): void {
    if (channel.state.peek().state !== 'outdated') return
    const mayGo = ({ watching }: Watched): boolean =>
      isInterruptible(watching.watch.peek(), watching.proof.wasLive.peek(), performance.now())
    if (watched.peek().every(mayGo)) reload(deps.onOutdated)
  }

  function reload(how: () => void): void {
    const { state } = recording.state.peek()
    // A reload would lose what has not been handed over yet.
    if (state === 'recording') recording.stop()
    else if (state !== 'finishing') how()
  }

  /** A page without an alarm has none to lose by a reload. While the box is away it has a picture to lose. */
  const reloadUnguarded = async (): Promise<void> => {
    const isThere = await deps.boxAnswers()
    if (isThere && !closed && rooms.rooms.peek() === null) reload(deps.onUnguarded)
  }

  const stops = [
    effect(() => {
      if (channel.state.value.state === 'logged-out') untracked(() => deps.onLoggedOut())
    }),
    effect(() => {
      const now = playing.value
      untracked(() => {
        player.setStream(now?.stream ?? null)
        if (recording.state.peek().state !== 'recording') return
        if (now === null) recording.stop()
        else recording.setStream(now.stream)
      })
    }),
    effect(() => {
      // A phone that was to listen and cannot has to stay awake: it tells.
      const states = watched.value.map(({ watching }) => watching.watch.value.state)
      const wanted = states.some((state) => state !== 'idle' && state !== 'stopped')
      untracked(() => (wanted ? awake.start() : awake.stop()))
    }),
    channel.on((message) => {
      if (message.type === 'newcomer') newcomer.value = message.name
    }),
  ]

  const rooms = loadLate({
    // Without a station there is nothing to wait for but the words that say so.
    begun: computed(
      () =>
        first.watching.proof.wasLive.value ||
        (channel.sessions.value !== null && first.watching.watch.value.state === 'idle'),
    ),
    latestMs: explainingMs,
    stuck: () => void reloadUnguarded(),
    async load() {
      // Without a baby the page first shows what it has to say.
      if (none.peek()) await pause(paintMs)
      const { openNightRooms } = await import('./night-rooms.ts')
      const opened = openNightRooms(
        { watched, focus, channel, reachable: stations, newcomer, player, recording, last: deps.last, open },
        deps.username,
      )
      // Without their sheet they would jump about. And they are drawn in a turn of their own: an old phone has a picture to show.
      await Promise.race([opened.styled, pause(styleMs)])
      await pause(0)
      return opened
    },
  })

  return {
    stations,
    chosen,
    listed: computed(() => channel.sessions.value !== null),
    none,
    playing,
    checkedAgoS: of(({ watching }) => watching.proof.checkedAgoS),
    night: rooms.rooms,
    unguarded: rooms.failed,
    player,
    recording,
    awake,
    status: computed(() => {
      const status = focus.value.night.status.value
      // Live is what would sound if it ended.
      return status === 'live' && rooms.failed.value ? 'reconnecting' : status
    }),
    recordedFor: computed(() => {
      // Read on each tick of the model's clock; the recording has a clock of its own.
      void nowMs.value
      const now = recording.state.value
      return sayWatch(now.state === 'recording' ? Date.now() - now.sinceMs : 0)
    }),
    findings: of(({ watching }) => watching.findings),
    trust: of(({ watching }) => watching.trust),
    acceptUnproven: () => focus.peek().watching.acceptUnproven(),
    choose(session) {
      if (rooms.rooms.peek()?.choose(session) !== true) focus.peek().watching.choose(session)
      // A tap is what browsers ask for before they play sound.
      if (player.blocked.peek()) player.listen()
    },
    listen() {
      player.listen()
    },
    toggleMute() {
      player.setMuted(!(player.muted.peek() || player.blocked.peek()))
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
      for (const stop of stops) stop()
      rooms.close()
      for (const one of watched.peek()) one.close()
      recording.close()
      player.close()
      awake.close()
      channel.close()
    },
  }
}
