// Who is heard at the Baby Station: one at a time, and whoever came first. Pure; talk-back.ts plays it.

import type { CallId } from '../shared/protocol.ts'
import { mostTalkMs } from './talk-state.ts'

export type Floor = {
  /** Those that have talked for too long and have yet to say that they let go. */
  readonly spent: readonly CallId[]
} & (
  | { readonly state: 'free' }
  /** `sinceMs` is when it began, `heardMs` when it said last that it talks, by performance.now(). */
  | { readonly state: 'taken'; readonly by: CallId; readonly sinceMs: number; readonly heardMs: number }
)

export type FloorEvent =
  | { readonly type: 'talk'; readonly call: CallId; readonly on: boolean }
  /** The calls that are there. */
  | { readonly type: 'look'; readonly connected: ReadonlySet<CallId> }

export const free: Floor = { state: 'free', spent: [] }

/** It says so each second; one that says nothing for this long is gone. */
export const goneMs = 2500
/** Its own phone ends it before; one that does not is not to keep the others from the baby. */
export const longestMs = mostTalkMs + 5000

export function nextFloor(before: Floor, event: FloorEvent, nowMs: number): Floor {
  const now = inTime(before, nowMs)
  switch (event.type) {
    case 'talk': {
      const { call } = event
      const isOwn = now.state === 'taken' && now.by === call
      if (!event.on) {
        const spent = now.spent.filter((other) => other !== call)
        return isOwn ? { state: 'free', spent } : { ...now, spent }
      }
      if (isOwn) return { ...now, heardMs: nowMs }
      if (now.state === 'taken' || now.spent.includes(call)) return now
      return { state: 'taken', by: call, sinceMs: nowMs, heardMs: nowMs, spent: now.spent }
    }
    case 'look': {
      const { connected } = event
      const spent = now.spent.filter((call) => connected.has(call))
      if (now.state === 'taken' && !connected.has(now.by)) return { state: 'free', spent }
      return spent.length === now.spent.length ? now : { ...now, spent }
    }
  }
}

/** Free when whoever has it has had it for too long, or has fallen silent. */
function inTime(now: Floor, nowMs: number): Floor {
  if (now.state === 'free') return now
  if (nowMs - now.sinceMs >= longestMs) return { state: 'free', spent: [...now.spent, now.by] }
  return nowMs - now.heardMs >= goneMs ? { state: 'free', spent: now.spent } : now
}
