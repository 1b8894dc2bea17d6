// The Baby Station: turns on what was chosen, tells the box, answers parents, and turns everything off again in order.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import * as v from 'valibot'
import type { Awake } from '../awake/awake.ts'
import type { Household } from '../household/household.ts'
import { createSeals } from '../household/seals.ts'
import type { Findings } from '../household/trust.ts'
import type { BabyTracks } from '../rtc/baby-call.ts'
import { loadLate } from '../shared/load-late.ts'
import type { Late } from '../shared/load-late.ts'
import type { DeviceId } from '../shared/protocol.ts'
import { stationNameSchema } from '../shared/protocol.ts'
import type { Channel } from '../signalling/channel.ts'
import type { Connection } from '../signalling/reconnect.ts'
import { listenForWakes } from '../signalling/wakes.ts'
import { createCalls } from './calls.ts'
import type { Capture } from './capture.ts'
import type { CaptureKind } from './constraints.ts'
import type { Choice, Devices } from './choice.ts'
import { createChoosing } from './choosing.ts'
import type { NightRooms } from './night-rooms.ts'
import { createRegistration } from './registration.ts'
import type { ClaimedSession, SessionMemory } from './session-memory.ts'
import { nextStation, off } from './station.ts'
import type { Station, StationEvent } from './station.ts'

export interface BabyModel {
  readonly station: ReadonlySignal<Station>
  readonly choice: ReadonlySignal<Choice>
  readonly devices: ReadonlySignal<Devices>
  /** Start would go on with the session that a reload cut off. */
  readonly resumable: ReadonlySignal<boolean>
  readonly connection: ReadonlySignal<Connection | null>
  /** Stopped sessions that the box has yet to forget. */
  readonly forgetting: ReadonlySignal<number>
  readonly watching: ReadonlySignal<number>
  /** What runs beside picture and sound; null until it is loaded, and while the station is off. */
  readonly night: ReadonlySignal<NightRooms | null>
  /** Whether those who watch are of this household, by call. */
  readonly findings: ReadonlySignal<Findings>
  /** The calls that are there. */
  readonly connected: ReadonlySignal<ReadonlySet<string>>
  readonly missing: ReadonlySignal<readonly CaptureKind[]>
  readonly awake: Awake
  /** The picture that parents get; null without a camera and while it is away. */
  readonly picture: ReadonlySignal<MediaStreamTrack | null>
  setName(name: string): void
  chooseMicrophone(id: string): void
  /** Null is no camera. */
  chooseCamera(id: string | null): void
  start(): void
  stop(): void
  /** Takes this parent without a proof from now on. */
  acceptUnproven(other: string): void
  /** The page goes without a word: the camera goes off and the box takes the session for lost. */
  suspend(): void
  /** The page is left inside the app: an orderly stop, which goes on until the box has heard. */
  close(): void
}

export interface BabyDeps {
  openChannel(): Channel
  readonly household: Household
  readonly capture: Capture
  /** In which order they are offered. */
  codecs(): BabyTracks['codecs']
  readonly awake: Awake
  readonly memory: SessionMemory
  readonly choice: Choice
  keepChoice(choice: Choice): void
  readonly media: MediaDevices | undefined
  /** Nobody is logged in any more. What runs goes on. */
  readonly onLoggedOut: () => void
  /** The box speaks another version, and a reload would interrupt nothing. */
  readonly onOutdated: () => void
}

/** If no parent comes, whoever stands beside the cot is to zoom all the same. */
const unwatchedMs = 2000

export function createBabyModel(deps: BabyDeps): BabyModel {
  const { capture, awake, memory, media } = deps
  const station = signal<Station>(off)
  const choosing = createChoosing({ media, first: deps.choice })
  const { choice } = choosing
  const resumable = signal(false)
  const closing = new AbortController()
  const late = signal<Late<NightRooms> | null>(null)
  /** By the box's word, with what the family calls them. */
  const guests = new Map<DeviceId, string>()
  let claimed: ClaimedSession | null = null

  const night = computed(() => late.value?.rooms.value ?? null)
  // The camera's own picture, until it can be zoomed.
  const picture = computed(() => (night.value === null ? capture.video.value : night.value.picture.value))

  const calls = createCalls({
    tracks: () => ({
      audio: capture.audio.peek(),
      video: picture.peek(),
      picture: choice.peek().camera !== null,
      codecs: deps.codecs(),
    }),
    send: (to, call, payload) => seals.send(to, call, payload),
    isGuest: (device) => guests.has(device),
    message: (call, message) => late.peek()?.rooms.peek()?.hear(call, message),
  })

  const seals = createSeals({
    household: deps.household,
    takes: 'answer',
    session() {
      const now = station.peek()
      return now.state === 'running' ? now.sessionId : null
    },
    send: (to, call, payload) => registration.signal(to, call, payload),
    take: (from, device, call, payload) => calls.take(from, device, call, payload),
  })

  const registration = createRegistration({
    openChannel: () => deps.openChannel(),
    events: {
      started(sessionId, startedAt) {
        dispatch({ type: 'started', sessionId, startedAt })
        // A new connection to the box: whatever broke the one before may have broken the calls.
        calls.restart()
      },
      refused(sessionId, reason) {
        if (reason === 'taken') void renew()
        else dispatch({ type: 'refused', sessionId, reason })
      },
      stopped: (sessionId) => dispatch({ type: 'stopped-elsewhere', sessionId }),
      signal(from, device, call, payload, guest) {
        // While it stops, parents may still take leave, but nobody comes.
        if (payload.kind === 'join' && station.peek().state !== 'running') return
        if (guest !== null) guests.set(device, guest)
        seals.take(from, device, call, payload)
      },
      revoked: (device) => calls.revoke(device),
      callers: () => calls.callers(),
    },
  })

  const dispatch = (event: StationEvent): void => {
    const before = station.peek()
    const after = nextStation(before, event)
    if (after === before) return
    station.value = after
    if (after.state === 'running' && before.state !== 'running') {
      awake.start()
      late.value = openLate()
    }
    if (before.state !== 'idle' && after.state === 'idle') void turnOff(before, event.type === 'stop')
  }

  const openLate = (): Late<NightRooms> =>
    loadLate({
      begun: computed(() => calls.watching.value > 0),
      latestMs: unwatchedMs,
      load: async () =>
        (await import('./night-rooms.ts')).openNightRooms({
          calls,
          guests,
          capture,
          awake,
          media,
          camera: choice.peek().camera,
        }),
    })

  const closeLate = (): void => {
    late.peek()?.close()
    late.value = null
  }

  const turnOff = async (before: Station, orderly: boolean): Promise<void> => {
    awake.stop()
    closeLate()
    const mine = claimed
    claimed = null
    mine?.forget()
    try {
      // Parents hear it from this phone first: that works with the box away.
      await calls.stop()
    } finally {
      // Whatever became of that: what a parent's phone does keeps no camera on.
      turnOffHere(before, orderly)
    }
  }

  const turnOffHere = (before: Station, orderly: boolean): void => {
    try {
      if (before.state === 'running') {
        if (orderly) registration.stop(before.sessionId)
        else registration.withdraw(before.sessionId)
      }
    } finally {
      // A Start that came meanwhile has its own camera.
      if (station.peek().state === 'idle') {
        capture.close()
        calls.close()
      }
      if (closing.signal.aborted) finish()
    }
  }

  const finish = (): void => {
    for (const stopEffect of stopEffects) stopEffect()
    capture.close()
  }

  const start = async (): Promise<void> => {
    const name = v.safeParse(stationNameSchema, choice.peek().name)
    dispatch({ type: 'start', name: name.success ? name.output : null })
    const mine = station.peek()
    if (mine.state !== 'starting') return
    deps.keepChoice(choice.peek())
    deps.household.begin()
    resumable.value = false
    // The person is asked on this tap, and the lock at the same time.
    const [problem, session] = await Promise.all([capture.open(choice.peek()), memory.claim()])
    void choosing.refresh()
    if (station.peek() !== mine) {
      session.release()
      return
    }
    if (problem !== null) {
      session.release()
      dispatch({ type: 'problem', reason: problem })
      return
    }
    claimed = session
    session.keep()
    dispatch({ type: 'captured', sessionId: session.id })
    registration.register(session.id, mine.name)
  }

  /** The box knows this session as another phone's; the memory was copied, or the phone has a new id. */
  const renew = async (): Promise<void> => {
    claimed?.forget()
    claimed = null
    const session = await memory.claim()
    const now = station.peek()
    if (now.state !== 'running') {
      session.forget()
      return
    }
    claimed = session
    session.keep()
    dispatch({ type: 'renewed', sessionId: session.id })
    registration.register(session.id, now.name)
  }

  const stopEffects = [
    effect(() => calls.replace('video', picture.value)),
    effect(() => calls.replace('audio', capture.audio.value)),
    effect(() => {
      const connection = registration.connection.value
      const now = station.value
      untracked(() => {
        if (connection?.state === 'logged-out') {
          dispatch({ type: 'logged-out' })
          deps.onLoggedOut()
        }
        // What runs is not interrupted; a session that the box has never heard of loses nothing.
        const runs = now.state === 'running' && now.startedAt !== null
        if (connection?.state === 'outdated' && !runs) deps.onOutdated()
      })
    }),
  ]
  listenForWakes((kind) => {
    calls.remind()
    // With another network the box is reached anew first, and `started` is to come: an offer that is lost does harm.
    if (kind === 'page' && registration.connection.peek()?.state === 'open') calls.restart()
  }, closing.signal)
  choosing.watch(closing.signal)
  const lookBack = async (): Promise<void> => {
    const can = await memory.resumable()
    if (station.peek().state === 'idle') resumable.value = can
  }
  void lookBack()

  return {
    station,
    choice,
    devices: choosing.devices,
    resumable,
    connection: registration.connection,
    forgetting: registration.forgetting,
    watching: calls.watching,
    night,
    picture,
    findings: seals.findings,
    connected: calls.connected,
    missing: capture.missing,
    awake,
    setName: (name) => choosing.setName(name),
    chooseMicrophone: (id) => choosing.chooseMicrophone(id),
    chooseCamera: (id) => choosing.chooseCamera(id),
    start: () => void start(),
    stop: () => dispatch({ type: 'stop' }),
    acceptUnproven: (other) => seals.accept(other),
    suspend() {
      claimed?.release()
      claimed = null
      closeLate()
      calls.close()
      registration.abandon()
      capture.close()
    },
    close() {
      if (closing.signal.aborted) return
      closing.abort()
      if (station.peek().state === 'idle') finish()
      else dispatch({ type: 'stop' })
      awake.close()
    },
  }
}
