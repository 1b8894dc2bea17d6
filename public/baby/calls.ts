// The Baby Station's calls, one per parent.

import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { createBabyCall } from '../rtc/baby-call.ts'
import type { BabyCall, BabyTracks } from '../rtc/baby-call.ts'
import type { Limits } from '../rtc/encoding.ts'
import { noSources } from '../rtc/sources.ts'
import type { Sources } from '../rtc/sources.ts'
import type { CallId, DeviceId, Payload, PeerId } from '../shared/protocol.ts'
import type { Report, StationMessage, StationState } from '../shared/station-protocol.ts'
import { countOf, nextParents, nobody, silentMs, withUnheard } from './parents.ts'
import type { Parents, ParentsEvent } from './parents.ts'

export interface Calls {
  /** How many parents get sound and picture now. */
  readonly watching: ReadonlySignal<number>
  /** The calls by which they get it. */
  readonly connected: ReadonlySignal<ReadonlySet<CallId>>
  /**
   * All that are there, by their word or because they get sound and picture; and, by what the parents say themselves and
   * without guests, those with the sound on and those that have dropped out without a word.
   */
  readonly parents: ReadonlySignal<{ readonly here: number; readonly hearing: number; readonly dropped: number }>
  /** One by one. */
  readonly everybody: ReadonlySignal<Parents>
  /** A message of a parent, as the box has stamped it. */
  take(from: PeerId, device: DeviceId, call: CallId, payload: Payload): void
  replace(kind: 'audio' | 'video', track: MediaStreamTrack | null): void
  /** How much of the picture is encoded, in these calls and in those to come. */
  limit(limits: Limits | null): void
  /** The network may be back: tries at once to reach the parents that are out of reach. */
  remind(): void
  /** The way to the parents may have changed or be back: those that are not heard are offered their call anew. */
  restart(): void
  /** To every parent, over the data channels, or to one of them. */
  say(message: StationMessage, only?: CallId): void
  /** What comes from the microphone of this parent. */
  receiver(call: CallId): RTCRtpReceiver | undefined
  /** A report for each call: reports count up in each of them by themselves. */
  report(make: (number: number, call: CallId) => Report): void
  /** What microphone and camera give: asked at one call, since they give all of them the same. */
  sources(): Promise<Sources>
  /** Each log-in that has a call, once. */
  callers(): readonly DeviceId[]
  /** This log-in has been ended: its calls end. */
  revoke(device: DeviceId): void
  /** Tells every parent that a person pressed Stop; resolves when they have heard or could not. */
  stop(): Promise<void>
  close(): void
}

interface Entry {
  readonly device: DeviceId
  readonly call: BabyCall
  /** The parent's latest address. */
  peer: PeerId
  silence: ReturnType<typeof setTimeout> | undefined
  /** How the station is set, as it could not be said yet. */
  unsaid: StationState | null
}

/** Far more than a family has phones; a page that joins in a circle must not make the phone hot. */
const mostCalls = 16
const mostCallsPerDevice = 8
/** Guests' links cannot crowd out the parents: one that watches, and one that takes its place after an outage. */
const mostCallsPerGuest = 2
const mostGuestCalls = 6

export function createCalls(deps: {
  tracks(): BabyTracks
  send(to: PeerId, call: CallId, payload: Payload): void
  /** Guests watch and hear, and change nothing. */
  isGuest(device: DeviceId): boolean
  /** What a parent says over the data channel of its call. */
  message(call: CallId, message: StationMessage): void
}): Calls {
  const entries = new Map<CallId, Entry>()
  const connected = signal<ReadonlySet<CallId>>(new Set())
  const parents = signal(nobody)
  let limits: Limits | null = null

  const setConnected = (id: CallId, yes: boolean): void => {
    const next = new Set(connected.peek())
    if (yes) next.add(id)
    else next.delete(id)
    connected.value = next
  }

  const count = (event: ParentsEvent): void => {
    parents.value = nextParents(parents.peek(), event)
  }

  const hear = (call: CallId, message: StationMessage): void => {
    const entry = entries.get(call)
    if (entry === undefined) return
    if (message.type !== 'listening' && deps.isGuest(entry.device)) return
    if (message.type === 'listening') {
      clearTimeout(entry.silence)
      entry.silence = setTimeout(() => count({ type: 'silent', call }), silentMs)
      count({ type: 'listening', call, device: entry.device, hears: message.hears, name: message.name })
    }
    deps.message(call, message)
  }

  const end = (call: CallId, left: boolean): void => {
    const entry = entries.get(call)
    entries.delete(call)
    clearTimeout(entry?.silence)
    entry?.call.close()
    setConnected(call, false)
    count({ type: left ? 'left' : 'silent', call })
  }

  const idsOf = (is: (device: DeviceId) => boolean): readonly CallId[] =>
    [...entries].filter(([, { device }]) => is(device)).map(([id]) => id)

  /** The oldest that has not come about, or else the oldest. */
  const endOldest = (ids: readonly CallId[]): void => {
    const oldest = ids.find((id) => !connected.peek().has(id)) ?? ids[0]
    if (oldest !== undefined) end(oldest, false)
  }

  const begin = (from: PeerId, device: DeviceId, id: CallId): void => {
    const guest = deps.isGuest(device)
    const own = idsOf((other) => other === device)
    const guests = idsOf((other) => deps.isGuest(other))
    if (own.length >= (guest ? mostCallsPerGuest : mostCallsPerDevice)) endOldest(own)
    else if (guest && guests.length >= mostGuestCalls) endOldest(guests)
    else if (entries.size >= mostCalls) {
      // A guest comes again by itself when it gets no call.
      if (guest && guests.length === 0) return
      endOldest(guests.length > 0 ? guests : [...entries.keys()])
    }
    const call = createBabyCall(deps.tracks(), {
      send: (payload) => deps.send(entries.get(id)?.peer ?? from, id, payload),
      connected: (yes) => {
        if (entries.has(id)) setConnected(id, yes)
      },
      message: (message) => hear(id, message),
      over: (left) => end(id, left),
    })
    if (limits !== null) call.limit(limits)
    entries.set(id, { device, call, peer: from, silence: undefined, unsaid: null })
  }

  const tell = (entry: Entry, message: StationMessage): void => {
    const isSaid = entry.call.say(deps.isGuest(entry.device) ? withoutNames(message) : message)
    if (message.type === 'state') entry.unsaid = isSaid ? null : message
  }

  return {
    watching: computed(() => connected.value.size),
    connected,
    parents: computed(() => countOf(parents.value, connected.value, deps.isGuest)),
    everybody: computed(() => withUnheard(parents.value, connected.value, (call) => entries.get(call)?.device)),
    take(from, device, id, payload) {
      const entry = entries.get(id)
      if (entry === undefined) {
        if (payload.kind === 'join') begin(from, device, id)
        // A call that has ended here, while the parent was away, is not there to be restarted.
        else if (payload.kind === 'restart') deps.send(from, id, { kind: 'leave' })
        return
      }
      // A call belongs to the log-in that began it.
      if (entry.device !== device) return
      entry.peer = from
      entry.call.take(payload)
    },
    replace(kind, track) {
      for (const { call } of entries.values()) call.replace(kind, track)
    },
    limit(next) {
      limits = next
      if (next !== null) for (const { call } of entries.values()) call.limit(next)
    },
    remind() {
      for (const { call } of entries.values()) call.remind()
    },
    restart() {
      for (const { call } of entries.values()) call.restart()
    },
    say(message, only) {
      for (const [id, entry] of entries) if (id === (only ?? id)) tell(entry, message)
    },
    receiver: (call) => entries.get(call)?.call.receiver,
    report(make) {
      for (const [id, entry] of entries) {
        if (entry.unsaid !== null) tell(entry, entry.unsaid)
        entry.call.report((number) => make(number, id))
      }
    },
    async sources() {
      const [asked] = [...entries].filter(([id]) => connected.peek().has(id))
      return asked === undefined ? noSources : asked[1].call.sources()
    },
    callers: () => [...new Set([...entries.values()].map(({ device }) => device))],
    revoke(device) {
      for (const [id, entry] of entries) if (entry.device === device) end(id, true)
    },
    async stop() {
      // Only those of now: Start may be pressed while the last ones are being told.
      const leaving = [...entries]
      await Promise.allSettled(leaving.map(([, { call }]) => call.stop()))
      for (const [id] of leaving) end(id, true)
      parents.value = nobody
    },
    close() {
      for (const id of entries.keys()) end(id, true)
      parents.value = nobody
    },
  }
}

/** Whose phones else there are in the house is nothing for a guest to know; that somebody talks makes its sound softer. */
function withoutNames(message: StationMessage): StationMessage {
  if (message.type !== 'state') return message
  return { ...message, watching: [], talking: message.talking === null ? null : '…' }
}
