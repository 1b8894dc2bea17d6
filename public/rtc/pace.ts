// How many messages of one call are read: a token bucket, far wider than a finger that drags. Pure; peer.ts drops the rest.

export interface Pace {
  readonly left: number
  readonly atMs: number
}

export const burst = 80
export const perSecond = 40

export const unhurried: Pace = { left: burst, atMs: 0 }

/** After one more message; null when it is one too many. */
export function nextPace({ left, atMs }: Pace, nowMs: number): Pace | null {
  const now = Math.min(burst, left + (Math.max(0, nowMs - atMs) / 1000) * perSecond)
  return now < 1 ? null : { left: now - 1, atMs: nowMs }
}
