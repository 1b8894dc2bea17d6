// The Baby Station's calls, one per parent.

import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { createBabyCall } from '../rtc/baby-call.ts'
import type { BabyCall, BabyTracks } from '../rtc/baby-call.ts'
import type { CallId, DeviceId, Payload, PeerId } from '../shared/protocol.ts'

export interface Calls {
  /** How many parents get sound and picture now. */
  readonly watching: ReadonlySignal<number>
  /** A message of a parent, as the box has stamped it. */
  take(from: PeerId, device: DeviceId, call: CallId, payload: Payload): void
  replace(kind: 'audio' | 'video', track: MediaStreamTrack | null): void
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
}

/** Far more than a family has phones; a page that joins in a circle must not make the phone hot. */
const mostCalls = 16
/** A guest's link cannot crowd out the parents. */
const mostCallsPerDevice = 8

export function createCalls(deps: {
  tracks(): BabyTracks
  send(to: PeerId, call: CallId, payload: Payload): void
}): Calls {
  const entries = new Map<CallId, Entry>()
  const connected = signal<ReadonlySet<CallId>>(new Set())

  const setConnected = (id: CallId, yes: boolean): void => {
    const next = new Set(connected.peek())
    if (yes) next.add(id)
    else next.delete(id)
    connected.value = next
  }

  const end = (id: CallId): void => {
    const entry = entries.get(id)
    entries.delete(id)
    entry?.call.close()
    setConnected(id, false)
  }

  /** The oldest that has not come about, or else the oldest. */
  const endOldest = (ids: readonly CallId[]): void => {
    const oldest = ids.find((id) => !connected.peek().has(id)) ?? ids[0]
    if (oldest !== undefined) end(oldest)
  }

  const begin = (from: PeerId, device: DeviceId, id: CallId): void => {
    const own = [...entries].filter(([, entry]) => entry.device === device).map(([other]) => other)
    if (own.length >= mostCallsPerDevice) endOldest(own)
    else if (entries.size >= mostCalls) endOldest([...entries.keys()])
    const call = createBabyCall(deps.tracks(), {
      send: (payload) => deps.send(entries.get(id)?.peer ?? from, id, payload),
      connected: (yes) => {
        if (entries.has(id)) setConnected(id, yes)
      },
      over: () => end(id),
    })
    entries.set(id, { device, call, peer: from })
  }

  return {
    watching: computed(() => connected.value.size),
    take(from, device, id, payload) {
      const entry = entries.get(id)
      if (entry === undefined) {
        if (payload.kind === 'join') begin(from, device, id)
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
    callers: () => [...new Set([...entries.values()].map(({ device }) => device))],
    revoke(device) {
      for (const [id, entry] of entries) if (entry.device === device) end(id)
    },
    async stop() {
      // Only those of now: Start may be pressed while the last ones are being told.
      const leaving = [...entries]
      await Promise.all(leaving.map(([, { call }]) => call.stop()))
      for (const [id] of leaving) end(id)
    },
    close() {
      for (const id of entries.keys()) end(id)
    },
  }
}
