// How much one connection may say: a token bucket. No library's, because those keep a promise and a timer for every
// message, which costs more than relaying it.

export interface Allowance {
  /** False when this costs more than what is left. */
  spend(cost: number, nowMs: number): boolean
}

/** @param burst messages that may come at once @param perSecond how fast they become available again */
export function createAllowance(burst: number, perSecond: number): Allowance {
  let left = burst
  let atMs = Number.NaN
  return {
    spend(cost, nowMs) {
      // A clock that was set back gives nothing and takes nothing.
      if (nowMs > atMs) left = Math.min(burst, left + ((nowMs - atMs) / 1000) * perSecond)
      atMs = nowMs
      if (cost > left) return false
      left -= cost
      return true
    },
  }
}
