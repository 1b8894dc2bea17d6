// Who is heard at the Baby Station: one at a time, and whoever came first. Pure; talk-back.ts plays it.

import type { CallId } from '../shared/protocol.ts'

export type Floor =
  | { readonly state: 'free' }
  /** `heardMs` is when it said last that it talks, by performance.now(). */
  | { readonly state: 'taken'; readonly by: CallId; readonly heardMs: number }

export type FloorEvent =
  | { readonly type: 'talk'; readonly call: CallId; readonly on: boolean }
  /** The calls that are there. */
  | { readonly type: 'look'; readonly connected: ReadonlySet<CallId> }

export const free: Floor = { state: 'free' }

/** It says so each second; one that says nothing for this long is gone. */
export const goneMs = 2500

export function nextFloor(now: Floor, event: FloorEvent, nowMs: number): Floor {
  switch (event.type) {
    case 'talk': {
      const isOwn = now.state === 'taken' && now.by === event.call
      if (!event.on) return isOwn ? free : now
      const isFree = now.state === 'free' || nowMs - now.heardMs >= goneMs
      return isOwn || isFree ? { state: 'taken', by: event.call, heardMs: nowMs } : now
    }
    case 'look':
      if (now.state === 'free') return now
      return nowMs - now.heardMs >= goneMs || !event.connected.has(now.by) ? free : now
  }
}
