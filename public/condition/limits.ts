// Whether the baby's phone makes its picture coarser for long because it must: browsers say why, and change their mind often. Pure.

import type { Limit } from '../shared/station-protocol.ts'

export type LimitWatch =
  | { readonly state: 'free' }
  /** It has begun, or is not over for sure. */
  | { readonly state: 'limited'; readonly by: Lasting; readonly sinceMs: number; readonly lastMs: number }

type Lasting = Extract<Limit, 'cpu' | 'bandwidth'>

export const free: LimitWatch = { state: 'free' }

/** The first seconds of a call are always limited: a stream begins small. */
const lastsMs = 20_000
/** What comes back within this time was not over. */
const pauseMs = 10_000

export function nextLimit(now: LimitWatch, limit: Limit | undefined, nowMs: number): LimitWatch {
  if (limit === 'cpu' || limit === 'bandwidth') {
    const goesOn = now.state === 'limited' && now.by === limit
    return { state: 'limited', by: limit, sinceMs: goesOn ? now.sinceMs : nowMs, lastMs: nowMs }
  }
  return now.state === 'limited' && nowMs - now.lastMs >= pauseMs ? free : now
}

/** Null while there is nothing to say. */
export function lastingLimit(now: LimitWatch): Lasting | null {
  return now.state === 'limited' && now.lastMs - now.sinceMs >= lastsMs ? now.by : null
}
