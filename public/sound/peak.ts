// The loudest of the last moments stays to be seen: who looks up at a sound finds out how loud it was. Pure.

export interface Peak {
  /** 0 to 100. */
  readonly level: number
  readonly atMs: number
  /** When it was that loud. */
  readonly heardMs: number
}

export const holdMs = 2000
/** After that, per second. */
const fall = 40

export const noPeak: Peak = { level: 0, atMs: 0, heardMs: 0 }

export function nextPeak(before: Peak, level: number, atMs: number): Peak {
  const isHeld = atMs - before.heardMs < holdMs
  const fallen = isHeld ? before.level : before.level - (fall * Math.max(0, atMs - before.atMs)) / 1000
  if (level >= fallen) return { level, atMs, heardMs: atMs }
  return { level: fallen, atMs, heardMs: before.heardMs }
}
