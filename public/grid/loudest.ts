// Which of several babies is heard when only the loudest is to be: the one that is furthest above its own quiet room. Pure.

/** What one baby's report says. */
export interface Heard {
  readonly id: string
  /** Of the last half second, in dB over the quiet room; null where nothing is measured. */
  readonly overDb: number | null
}

export interface Loudest {
  /** Who has the sound; null before anybody was measured. */
  readonly id: string | null
  readonly sinceMs: number
}

export const nobodyYet: Loudest = { id: null, sinceMs: 0 }

/** Another one has to be louder by so much: two that are alike would take turns. */
const aheadDb = 6
/** Whoever has the sound keeps it for the length of a sob, unless another one is louder by far. */
const keepMs = 2000
const farAheadDb = 15

export function nextLoudest(now: Loudest, heard: readonly Heard[], nowMs: number): Loudest {
  const measured = heard.flatMap(({ id, overDb }) => (overDb === null ? [] : [{ id, overDb }]))
  const [first, ...others] = measured
  if (first === undefined) return now
  const best = others.reduce((one, other) => (other.overDb > one.overDb ? other : one), first)
  const current = measured.find(({ id }) => id === now.id)
  if (current === undefined) return { id: best.id, sinceMs: nowMs }
  const aheadBy = best.overDb - current.overDb
  const mayTake = aheadBy >= farAheadDb || (aheadBy >= aheadDb && nowMs - now.sinceMs >= keepMs)
  return mayTake ? { id: best.id, sinceMs: nowMs } : now
}

/** Those that are not heard: only who is measured is silenced, and only for another one. */
export function silentOf({ id }: Loudest, heard: readonly Heard[]): ReadonlySet<string> {
  const others = heard.filter((one) => one.overDb !== null && one.id !== id)
  return new Set(heard.some((one) => one.id === id) ? others.map((one) => one.id) : [])
}
