// The Parent Station: follows the list of running Baby Stations and has exactly the calls that watch.ts asks for.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import * as v from 'valibot'
import type { Awake } from '../awake/awake.ts'
import type { Household } from '../household/household.ts'
import { createSeals } from '../household/seals.ts'
import { latestOf } from '../household/trust.ts'
import type { Findings, Found as Finding } from '../household/trust.ts'
import { createProof } from '../proof/proof.ts'
import type { Found } from '../proof/found.ts'
import { linkFaults } from '../proof/faults.ts'
import type { Recording } from '../recording/recording.ts'
import { loadLate } from '../shared/load-late.ts'
import { callIdSchema, parseJson, payloadSchema } from '../shared/protocol.ts'
import type { CallId, PeerId, RunningSession, SessionId } from '../shared/protocol.ts'
import { listenEveryMs } from '../shared/station-protocol.ts'
import type { StationMessage } from '../shared/station-protocol.ts'
import type { Channel } from '../signalling/channel.ts'
import { randomId } from '../signalling/random-id.ts'
import type { Connection } from '../signalling/reconnect.ts'
import { listenForWakes } from '../signalling/wakes.ts'
import type { LevelMeter } from '../sound/level.ts'
import { createCalls } from './calls.ts'
import type { LastStation } from './last-station.ts'
import type { Night } from './night.ts'
import type { NightRooms } from './night-rooms.ts'
import type { Player } from './player.ts'
import { callsOf, isInterruptible, nextWatch } from './watch.ts'
import type { Watch, WatchEvent } from './watch.ts'
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

const lookMs = 500

export function createParentModel(deps: ParentDeps): ParentModel {
  const { channel, player, meter, recording, awake } = deps
  const watch = signal<Watch>({ state: 'idle' })
  const playing = signal<Playing | null>(null)
  const nowMs = signal(performance.now())
  const newcomer = signal<string | null>(null)
  let closed = false
  let listened: { readonly call: CallId; readonly atMs: number } | null = null

  const sessions = computed(() => channel.sessions.value ?? [])
  const chosen = computed(() => {
    const now = watch.value
    return 'target' in now && now.state !== 'stopped' && now.state !== 'gone' ? now.target.sessionId : null
  })
  const stations = computed(() => sessions.value.filter(({ id, peer }) => peer !== null || id === chosen.value))

  const ownPeer = (): PeerId | null => {
    const now = channel.state.peek()
    return now.state === 'open' ? now.peer : null
  }

  const dispatch = (event: WatchEvent): void => {
    if (closed) return
    const before = watch.peek()
    nowMs.value = performance.now()
    const after = nextWatch(before, event, {
      nowMs: nowMs.peek(),
      sessions: channel.state.peek().state === 'open' ? channel.sessions.peek() : null,
      own: ownPeer(),
      last: deps.last.read(),
      freshCall: v.parse(callIdSchema, randomId()),
    })
    if (after === before) return
    watch.value = after
    if (targetOf(before) !== targetOf(after)) leaveStation()
    // What one Baby Station has proven says nothing of another; one that comes back is the same to a parent.
    if (event.type === 'choose' || after.state === 'stopped') proof.reset()
    if (!isLost(before) && isLost(after)) proof.observe({ type: 'closed', atMs: performance.now() })
    if ('target' in after) deps.last.write(after.target.station)
    calls.keep(callsOf(after))
    if (after.state === 'joining' && !calls.has(after.call)) {
      seals.begin(after.call, after.target.sessionId, after.target.station)
      calls.join(after.call, after.way.to, after.target.sessionId)
    }
    if (after.state === 'restarting' && (!('sinceMs' in before) || before.sinceMs !== after.sinceMs)) {
      calls.restart(after.kept)
    }
    if (after.state === 'idle' || after.state === 'stopped' || after.state === 'gone') leaveStation()
    // A phone that was to listen and cannot has to stay awake: it tells.
    if (after.state === 'idle' || after.state === 'stopped') awake.stop()
    else awake.start()
  }

  /** The picture of one station never stands under the name of another, and its recording is handed over. */
  const leaveStation = (): void => {
    playing.value = null
    player.setStream(null)
    meter.setStream(null)
    recording.stop()
  }

  const isWanted = (now: Watch): boolean =>
    // After a reload it is not known yet what was watched; once the list is there, it is.
    now.state === 'idle' ? channel.sessions.peek() === null : now.state !== 'stopped'
  const proof = createProof({
    resumed: deps.last.read() !== null,
    surroundings: () => ({
      wanted: isWanted(watch.peek()),
      online: navigator.onLine,
      boxAway: isAway(channel.state.peek(), channel.sessions.peek() !== null),
      blocked: playing.peek() !== null && (player.blocked.peek() || !player.running.peek()),
      refused: trust.peek()?.trust.state === 'refused',
    }),
  })

  /** Tells the baby that somebody is there, and whether the sound is on. */
  const sayListening = (call: CallId): void => {
    const atMs = performance.now()
    if (listened?.call === call && atMs - listened.atMs < listenEveryMs - 100) return
    const hears = player.running.peek() && !player.muted.peek() && !player.blocked.peek()
    if (calls.say(call, { type: 'listening', hears })) listened = { call, atMs }
  }

  const calls = createCalls({
    counters(call, counters) {
      proof.observe({ type: 'counters', call, counters })
      sayListening(call)
    },
    message(call, message) {
      if (message.type === 'report') {
        proof.observe({ type: 'report', call, report: message, atMs: performance.now() })
      }
    },
    closed: () => proof.observe({ type: 'closed', atMs: performance.now() }),
    send: (to, call, payload) => seals.send(to, call, payload),
    peerOf: (session) => sessions.peek().find(({ id }) => id === session)?.peer ?? null,
    event: (event) => dispatch(event),
    stream(stream, picture) {
      playing.value = { stream, picture }
      player.setStream(stream)
      meter.setStream(picture ? null : stream)
      if (recording.state.peek().state === 'recording') recording.setStream(stream)
    },
  })

  const seals = createSeals({
    household: deps.household,
    takes: 'offer',
    session: () => null,
    send: (to, call, payload) => void channel.send({ type: 'signal', to, call }, payload),
    take: (_from, device, call, payload) => calls.take(call, device, payload),
  })

  const stopListening = channel.on((message, text) => {
    switch (message.type) {
      case 'signal': {
        const payload = text === undefined ? null : parseJson(payloadSchema, text)
        if (payload !== null) seals.take(message.from, message.device, message.call, payload)
        return
      }
      case 'unreachable':
        calls.unreachable(message.call)
        return
      case 'stopped':
        dispatch({ type: 'stopped', sessionId: message.sessionId })
        return
      case 'revoked':
        calls.revoke(message.device)
        return
      case 'newcomer':
        newcomer.value = message.name
        return
      case 'welcome': {
        const devices = calls.devices()
        if (devices.length > 0) channel.send({ type: 'calls', devices })
        return
      }
      case 'sessions':
      case 'heartbeat':
      case 'started':
      case 'refused':
      case 'error':
      case 'farewell':
        return
    }
  })

  /** Each time that it is looked: what plays now ends some time, and a reload that was refused may be allowed later. */
  const reloadIfIdle = (): void => {
    if (channel.state.peek().state !== 'outdated' || !isInterruptible(watch.peek(), performance.now())) return
    const { state } = recording.state.peek()
    // A reload would lose what has not been handed over yet.
    if (state === 'recording') recording.stop()
    else if (state !== 'finishing') deps.onOutdated()
  }

  const stopLooking = effect(() => {
    const { state } = channel.state.value
    void channel.sessions.value
    untracked(() => {
      dispatch({ type: 'look' })
      if (state === 'logged-out') deps.onLoggedOut()
      reloadIfIdle()
    })
  })
  const clock = setInterval(() => {
    dispatch({ type: 'look' })
    reloadIfIdle()
    player.keepPlaying()
  }, lookMs)
  const waking = new AbortController()
  listenForWakes(() => {
    calls.check()
    dispatch({ type: 'wake' })
  }, waking.signal)

  const trust = computed(() => {
    const now = watch.value
    return latestOf(seals.findings.value, 'target' in now ? now.target.station : null)
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
    say(message: StationMessage) {
      const now = watch.peek()
      return callsOf(now).some((call) => calls.say(call, message))
    },
    stats() {
      const [call] = callsOf(watch.peek())
      return call === undefined ? Promise.resolve(null) : calls.stats(call)
    },
    player,
    awake,
    recording,
  }
  const rooms = loadLate({
    begun: proof.wasLive,
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
    findings: seals.findings,
    trust,
    acceptUnproven() {
      const now = watch.peek()
      if ('target' in now) seals.accept(now.target.station)
    },
    choose(session) {
      dispatch({ type: 'choose', session })
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
      stopLooking()
      stopListening()
      waking.abort()
      clearInterval(clock)
      rooms.close()
      proof.close()
      calls.keep([])
      recording.close()
      meter.close()
      player.close()
      awake.close()
      channel.close()
    },
  }
}

function targetOf(watch: Watch): SessionId | null {
  return 'target' in watch ? watch.target.sessionId : null
}

function isLost(watch: Watch): boolean {
  return 'target' in watch && watch.target.lost
}

/** The first second of a page is no absence of the box. */
function isAway(connection: Connection, wasThere: boolean): boolean {
  return 'failures' in connection && (wasThere || connection.failures > 0)
}

function minutes(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
