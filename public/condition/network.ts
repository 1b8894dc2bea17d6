// How good the way between the two phones is, from two looks at what the browser counts. Pure.

import type { Way } from '../ready/way.ts'

export interface Network {
  readonly quality: 'good' | 'fair' | 'weak'
  readonly rttMs: number
  /** Of the packets that were sent between the two looks. */
  readonly lossPercent: number
}

/** Sound and picture hide so much; beyond it a parent sees and hears it. */
const goodRttMs = 60
const goodLoss = 0.01
/** Beyond it they break off now and then. */
const fairRttMs = 150
const fairLoss = 0.05

/** Null while it cannot be told: no connection, a browser that does not count, or nothing that came. */
export function networkOf(before: Way | null, now: Way | null): Network | null {
  if (before === null || now === null || now.rttMs === null) return null
  const packets = now.packets - before.packets
  // Another call counts from zero.
  if (packets <= 0) return null
  const lost = Math.max(0, now.lost - before.lost)
  const loss = lost / (packets + lost)
  const isGood = now.rttMs <= goodRttMs && loss <= goodLoss
  const isFair = now.rttMs <= fairRttMs && loss <= fairLoss
  return {
    quality: isGood ? 'good' : isFair ? 'fair' : 'weak',
    rttMs: Math.round(now.rttMs),
    lossPercent: Math.round(100 * loss),
  }
}
