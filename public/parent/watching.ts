// Watches one Baby Station: has exactly the calls that watch.ts asks for, takes from their other ends only what they
// can vouch for, and proves what arrives.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import * as v from 'valibot'
import type { Household } from '../household/household.ts'
import { createSeals } from '../household/seals.ts'
import { latestOf } from '../household/trust.ts'
import type { Findings, Found as Finding } from '../household/trust.ts'
import { createProof } from '../proof/proof.ts'
import type { Proof } from '../proof/proof.ts'
import { callIdSchema, parseJson, payloadSchema } from '../shared/protocol.ts'
import type { CallId, PeerId, RunningSession, SessionId } from '../shared/protocol.ts'
import { listenEveryMs } from '../shared/station-protocol.ts'
import type { StationMessage, StationState } from '../shared/station-protocol.ts'
import type { Channel } from '../signalling/channel.ts'
import { randomId } from '../signalling/random-id.ts'
import type { Connection } from '../signalling/reconnect.ts'
import { listenForWakes } from '../signalling/wakes.ts'
import { createCalls } from './calls.ts'
import type { KnownStation, LastStation } from './last-station.ts'
import { callsOf } from './watch-state.ts'
import type { Watch } from './watch-state.ts'
import { nextWatch } from './watch.ts'
import type { WatchEvent } from './watch.ts'

export interface Watching {
  readonly watch: ReadonlySignal<Watch>
  readonly proof: Proof
  /** The Baby Station that was watched before the page was loaded anew. */
  readonly former: KnownStation | null
  /** It was, and the box does not list it. */
  readonly isMissed: ReadonlySignal<boolean>
  /** How the Baby Station is set, as it said last; null before its first word and when another one, or none, is watched. */
  readonly station: ReadonlySignal<StationState | null>
  /** performance.now() of the last look. */
  readonly nowMs: ReadonlySignal<number>
  /** Whether those at the other end are who they say, by call. */
  readonly findings: ReadonlySignal<Findings>
  /** The same of the Baby Station that is watched; null before its first word. */
  readonly trust: ReadonlySignal<Finding | null>
  choose(session: RunningSession): void
  /** Takes the Baby Station without a proof from now on. */
  acceptUnproven(): void
  /** Over the call that plays; false when the baby cannot hear it. */
  say(message: StationMessage): boolean
  /** Sends this phone's microphone to the baby; null sends nothing. */
  speak(track: MediaStreamTrack | null): void
  /** Whether the baby takes it; null while there is no call. */
  takesVoice(): boolean | null
  /** What the browser tells of the connection; null without one. */
  stats(): Promise<RTCStatsReport | null>
  close(): void
}

export interface WatchingDeps {
  readonly channel: Channel
  readonly household: Household
  readonly last: LastStation
  /** Those that the box lists and nobody else here watches. */
  free(sessions: readonly RunningSession[], own: ReadonlySignal<Watch>): readonly RunningSession[]
  stream(stream: MediaStream, picture: boolean): void
  /** What was on the screen is over: another station is watched, or none. */
  left(): void
  /** What this phone does with what it gets. */
  playing(): { readonly hears: boolean; readonly blocked: boolean }
  /** At each look, and when the list or the channel has changed. */
  looked(): void
  /** The baby's word whether this phone's voice is played. */
  floor(yours: boolean): void
}

const lookMs = 500

export function createWatching(deps: WatchingDeps): Watching {
  const { channel } = deps
  const watch = signal<Watch>({ state: 'idle' })
  const station = signal<StationState | null>(null)
  const nowMs = signal(performance.now())
  // Read once: of several babies each has its own, and the tab keeps that of the large one.
  const former = deps.last.read()
  let closed = false
  let ownName: string | undefined
  let listened: { readonly call: CallId; readonly atMs: number } | null = null

  const ownPeer = (): PeerId | null => {
    const now = channel.state.peek()
    return now.state === 'open' ? now.peer : null
  }

  const dispatch = (event: WatchEvent): void => {
    if (closed) return
    const before = watch.peek()
    nowMs.value = performance.now()
    const sessions = channel.state.peek().state === 'open' ? channel.sessions.peek() : null
    const after = nextWatch(before, event, {
      nowMs: nowMs.peek(),
      sessions: sessions && deps.free(sessions, watch),
      own: ownPeer(),
      last: former?.id ?? null,
      freshCall: v.parse(callIdSchema, randomId()),
    })
    if (after === before) return
    watch.value = after
    if (targetOf(before) !== targetOf(after)) leave()
    // What one Baby Station has proven says nothing of another; one that comes back is the same to a parent.
    if (event.type === 'choose' || after.state === 'stopped') proof.reset()
    if (!isLost(before) && isLost(after)) proof.observe({ type: 'closed', atMs: performance.now() })
    if (after.state === 'stopped') deps.last.clear()
    else if ('target' in after) deps.last.write({ id: after.target.station, name: after.target.name })
    calls.keep(callsOf(after))
    if (after.state === 'joining' && !calls.has(after.call)) {
      seals.begin(after.call, after.target.sessionId, after.target.station)
      calls.join(after.call, after.way.to, after.target.sessionId)
    }
    if (after.state === 'restarting' && (!('sinceMs' in before) || before.sinceMs !== after.sinceMs)) {
      calls.restart(after.kept)
    }
    if (after.state === 'idle' || after.state === 'stopped' || after.state === 'gone') leave()
  }

  const leave = (): void => {
    station.value = null
    deps.left()
  }

  const isMissed = computed(() => {
    const sessions = channel.sessions.value
    return sessions !== null && former !== null && watch.value.state === 'idle' && !isListed(sessions, former)
  })
  // After a reload what was watched may be away. Once the list is there, that is known; whether it is on the list twice, too.
  const isWanted = (now: Watch): boolean =>
    now.state === 'idle' ? channel.sessions.peek() === null || isMissed.peek() : now.state !== 'stopped'
  const trust = computed(() => {
    const now = watch.value
    return latestOf(seals.findings.value, 'target' in now ? now.target.station : null)
  })
  const proof = createProof({
    resumed: former !== null,
    surroundings: () => ({
      wanted: isWanted(watch.peek()),
      online: navigator.onLine,
      boxAway: isAway(channel.state.peek(), channel.sessions.peek() !== null),
      blocked: deps.playing().blocked,
      refused: trust.peek()?.trust.state === 'refused',
    }),
  })

  /** Tells the baby that somebody is there, and whether the sound is on. */
  const sayListening = (call: CallId): void => {
    const atMs = performance.now()
    if (listened?.call === call && atMs - listened.atMs < listenEveryMs - 100) return
    const said = { type: 'listening', hears: deps.playing().hears, name: ownName } as const
    if (calls.say(call, said)) listened = { call, atMs }
  }

  const calls = createCalls({
    counters(call, counters) {
      proof.observe({ type: 'counters', call, counters })
      sayListening(call)
    },
    message(call, message) {
      if (message.type === 'report') {
        proof.observe({ type: 'report', call, report: message, atMs: performance.now() })
      } else if (message.type === 'state') station.value = message
      else if (message.type === 'floor') deps.floor(message.yours)
    },
    closed: () => proof.observe({ type: 'closed', atMs: performance.now() }),
    send: (to, call, payload) => seals.send(to, call, payload),
    peerOf: (session) => channel.sessions.peek()?.find(({ id }) => id === session)?.peer ?? null,
    event: (event) => dispatch(event),
    stream: (stream, picture) => deps.stream(stream, picture),
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
      case 'welcome': {
        const devices = calls.devices()
        if (devices.length > 0) channel.send({ type: 'calls', devices })
        return
      }
      case 'newcomer':
      case 'sessions':
      case 'heartbeat':
      case 'started':
      case 'refused':
      case 'error':
      case 'farewell':
        return
    }
  })
  const stopLooking = effect(() => {
    const now = channel.state.value
    if (now.state === 'open') ownName = now.name
    void channel.sessions.value
    untracked(() => {
      dispatch({ type: 'look' })
      deps.looked()
    })
  })
  const clock = setInterval(() => {
    dispatch({ type: 'look' })
    deps.looked()
  }, lookMs)
  const waking = new AbortController()
  listenForWakes(() => {
    calls.check()
    dispatch({ type: 'wake' })
  }, waking.signal)

  return {
    watch,
    proof,
    former,
    isMissed,
    station,
    nowMs,
    findings: seals.findings,
    trust,
    choose: (session) => dispatch({ type: 'choose', session }),
    acceptUnproven() {
      const now = watch.peek()
      if ('target' in now) seals.accept(now.target.station)
    },
    say: (message) => callsOf(watch.peek()).some((call) => calls.say(call, message)),
    speak: (track) => calls.speak(track),
    takesVoice() {
      const [call] = callsOf(watch.peek())
      return call === undefined ? null : calls.takesVoice(call)
    },
    stats() {
      const [call] = callsOf(watch.peek())
      return call === undefined ? Promise.resolve(null) : calls.stats(call)
    },
    close() {
      if (closed) return
      closed = true
      stopLooking()
      stopListening()
      waking.abort()
      clearInterval(clock)
      proof.close()
      calls.keep([])
    },
  }
}

export function targetOf(watch: Watch): SessionId | null {
  return 'target' in watch ? watch.target.sessionId : null
}

function isLost(watch: Watch): boolean {
  return 'target' in watch && watch.target.lost
}

function isListed(sessions: readonly RunningSession[], { id }: KnownStation): boolean {
  return sessions.some(({ station }) => station === id)
}

/** The first second of a page is no absence of the box. */
function isAway(connection: Connection, wasThere: boolean): boolean {
  return 'failures' in connection && (wasThere || connection.failures > 0)
}
