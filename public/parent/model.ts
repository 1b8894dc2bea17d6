// The Parent Station: follows the list of running Baby Stations and has exactly the calls that watch.ts asks for.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import * as v from 'valibot'
import type { Awake } from '../awake/awake.ts'
import type { Recording } from '../recording/recording.ts'
import { callIdSchema, parseJson, payloadSchema } from '../shared/protocol.ts'
import type { RunningSession, SessionId } from '../shared/protocol.ts'
import type { Channel } from '../signalling/channel.ts'
import { randomId } from '../signalling/random-id.ts'
import type { LevelMeter } from '../sound/level.ts'
import { createCalls } from './calls.ts'
import type { LastStation } from './last-station.ts'
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
  /** Whole seconds since sound and picture were last seen to arrive; null before that. */
  readonly proofAgeS: ReadonlySignal<number | null>
  /** How long the recording has run, as m:ss. */
  readonly recordedFor: ReadonlySignal<string>
  readonly player: Player
  readonly meter: LevelMeter
  readonly recording: Recording
  readonly awake: Awake
  choose(session: RunningSession): void
  listen(): void
  toggleMute(): void
  toggleRecording(): void
  close(): void
}

export interface ParentDeps {
  readonly channel: Channel
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
  const proofMs = signal<number | null>(null)
  const newcomer = signal<string | null>(null)
  let closed = false

  const sessions = computed(() => channel.sessions.value ?? [])
  const chosen = computed(() => {
    const now = watch.value
    return 'target' in now && now.state !== 'stopped' && now.state !== 'gone' ? now.target.sessionId : null
  })
  const stations = computed(() => sessions.value.filter(({ id, peer }) => peer !== null || id === chosen.value))

  const dispatch = (event: WatchEvent): void => {
    if (closed) return
    const before = watch.peek()
    nowMs.value = performance.now()
    const after = nextWatch(before, event, {
      nowMs: nowMs.peek(),
      sessions: channel.state.peek().state === 'open' ? channel.sessions.peek() : null,
      last: deps.last.read(),
      freshCall: v.parse(callIdSchema, randomId()),
    })
    if (after === before) return
    watch.value = after
    if (targetOf(before) !== targetOf(after)) leaveStation()
    if ('target' in after) deps.last.write(after.target.station)
    calls.keep(callsOf(after))
    if (after.state === 'joining' && !calls.has(after.call)) calls.join(after.call, after.to, after.target.sessionId)
    if (after.state === 'idle' || after.state === 'stopped' || after.state === 'gone') {
      leaveStation()
      awake.stop()
    } else awake.start()
  }

  /** The picture of one station never stands under the name of another, and its recording is handed over. */
  const leaveStation = (): void => {
    proofMs.value = null
    playing.value = null
    player.setStream(null)
    meter.setStream(null)
    recording.stop()
  }

  const calls = createCalls({
    send: (to, call, payload) => void channel.send({ type: 'signal', to, call }, payload),
    peerOf: (session) => sessions.peek().find(({ id }) => id === session)?.peer ?? null,
    event(event) {
      if (event.type === 'media' && (event.verdict === 'live' || event.verdict === 'no-picture')) {
        proofMs.value = performance.now()
      }
      dispatch(event)
    },
    stream(stream, picture) {
      playing.value = { stream, picture }
      player.setStream(stream)
      meter.setStream(picture ? null : stream)
      if (recording.state.peek().state === 'recording') recording.setStream(stream)
    },
  })

  const stopListening = channel.on((message, text) => {
    switch (message.type) {
      case 'signal': {
        const payload = text === undefined ? null : parseJson(payloadSchema, text)
        if (payload !== null) calls.take(message.call, message.device, payload)
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
  document.addEventListener('visibilitychange', () => calls.check(), { signal: waking.signal })

  return {
    stations,
    chosen,
    newcomer,
    playing,
    player,
    meter,
    recording,
    awake,
    status: computed(() => {
      const status = statusOf(watch.value)
      // What arrives and is not played is not live for the person who watches.
      return status === 'live' && !player.running.value ? 'reconnecting' : status
    }),
    explanations: computed(() =>
      explain({
        watch: watch.value,
        channel: channel.state.value,
        reachable: channel.sessions.value === null ? null : stations.value.length,
        nowMs: nowMs.value,
      }),
    ),
    proofAgeS: computed(() =>
      proofMs.value === null ? null : Math.max(0, Math.floor((nowMs.value - proofMs.value) / 1000)),
    ),
    recordedFor: computed(() => {
      // Read on each tick of the model's clock; the recording has a clock of its own.
      void nowMs.value
      const now = recording.state.value
      return minutes(now.state === 'recording' ? Date.now() - now.sinceMs : 0)
    }),
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

function minutes(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
