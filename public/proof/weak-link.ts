// Whether a link keeps breaking: gaps that are each too short for an alarm, and too many. Pure.

interface Gap {
  readonly endMs: number
  readonly lastedMs: number
}

export interface Link {
  /** Since when nothing is proven; null while it is. */
  readonly brokenMs: number | null
  /** The short gaps of the last minute. */
  readonly gaps: readonly Gap[]
}

export const steady: Link = { brokenMs: null, gaps: [] }

const windowMs = 60_000
/** What lasts longer has had an alarm of its own. */
const shortMs = 6000
/** Half of the time is no hiccup any more: gaps of 3 s, each 10 s, are a third of it. */
const weakMs = windowMs / 2

export function nextLink(now: Link, proven: boolean, nowMs: number): Link {
  if (!proven) return now.brokenMs === null ? { ...now, brokenMs: nowMs } : now
  if (now.brokenMs === null) return now
  const lastedMs = nowMs - now.brokenMs
  const recent = now.gaps.filter(({ endMs }) => nowMs - endMs < windowMs)
  return { brokenMs: null, gaps: lastedMs < shortMs ? [...recent, { endMs: nowMs, lastedMs }] : recent }
}

export function isWeak({ gaps }: Link, nowMs: number): boolean {
  const recent = gaps.filter(({ endMs }) => nowMs - endMs < windowMs)
  return recent.reduce((sum, { lastedMs }) => sum + lastedMs, 0) >= weakMs
}
