// When the parent's room is kept quiet: opens at the first sound over the floor, closes long after the last, and is open when in
// doubt.

export type Gate =
  | { readonly state: 'open'; readonly sinceMs: number; readonly heardMs: number }
  | { readonly state: 'closed'; readonly sinceMs: number }

export interface GateFrame {
  readonly atMs: number
  /** What this phone receives, A-weighted; null when that is not known. */
  readonly levelDb: number | null
  /** What the baby's phone has learnt; null without a fresh report. */
  readonly floorDb: number | null
  /** From where a sound counts, over the floor. */
  readonly thresholdDb: number
}

/** After the last sound: as long as a baby draws breath, thinks, and goes on. */
export const holdMs = 8000
/** It lets more through than what counts: hearing too much is the lesser fault. */
const beforeDb = 5
const leastOverDb = 5
const mostOverDb = 12
/** Beneath it a floor is the phone's own noise, and a codec's rounding opens the gate. */
const leastFloorDb = -75

export function openGate(atMs: number): Gate {
  return { state: 'open', sinceMs: atMs, heardMs: atMs }
}

export function nextGate(before: Gate, { atMs, levelDb, floorDb, thresholdDb }: GateFrame): Gate {
  const overDb = Math.min(mostOverDb, Math.max(leastOverDb, thresholdDb - beforeDb))
  const isHeard = levelDb === null || floorDb === null || levelDb >= Math.max(leastFloorDb, floorDb) + overDb
  if (isHeard) return before.state === 'open' ? { ...before, heardMs: atMs } : openGate(atMs)
  if (before.state === 'open' && atMs - before.heardMs >= holdMs) return { state: 'closed', sinceMs: atMs }
  return before
}
