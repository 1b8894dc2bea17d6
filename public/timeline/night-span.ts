// A night is from one noon to the next, in the phone's own time. Pure.

export interface NightSpan {
  /** Both as Date.now(): the noon that it begins with and the one that ends it, 23 to 25 hours later. */
  readonly fromMs: number
  readonly toMs: number
}

export function nightOf(ms: number): NightSpan {
  const date = new Date(ms)
  const day = date.getHours() < 12 ? -1 : 0
  const noon = (ahead: number): number =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() + day + ahead, 12).getTime()
  return { fromMs: noon(0), toMs: noon(1) }
}

/** Of the given times, each night once, the latest first. */
export function nightsIn(times: readonly number[]): readonly NightSpan[] {
  const found = new Map<number, NightSpan>()
  for (const ms of times) {
    const night = nightOf(ms)
    found.set(night.fromMs, night)
  }
  // oxlint-disable-next-line unicorn/no-array-sort -- toSorted came with Safari 16; the array is a fresh one
  return [...found.values()].sort((a, b) => b.fromMs - a.fromMs)
}
