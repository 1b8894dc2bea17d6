// Decides when something has moved for long enough to wake somebody: turning over once is not, sitting up and climbing is.

export type Moving =
  | { readonly state: 'still' }
  | { readonly state: 'moving'; readonly sinceMs: number; readonly lastMs: number; readonly evidence: number }
  | { readonly state: 'counts'; readonly sinceMs: number; readonly lastMs: number; readonly stillMs: number }

export const still: Moving = { state: 'still' }

/** A hundredth of the region: in the whole picture a hand, in one around the head a breath is still less. */
export const leastLevel = 0.01
const countsAfterMs = 8000
/** As fast as it grows it is forgotten: movement has to be there for more than half of the time. */
const overAfterMs = 15_000
/** A report that comes late is not minutes of movement. */
const mostStepMs = 1000

export function nextMoving(before: Moving, level: number | null, atMs: number): Moving {
  const moves = level !== null && level >= leastLevel
  switch (before.state) {
    case 'still':
      return moves ? { state: 'moving', sinceMs: atMs, lastMs: atMs, evidence: 0 } : before
    case 'moving': {
      const step = stepMs(before.lastMs, atMs) / countsAfterMs
      const evidence = before.evidence + (moves ? step : -step)
      if (evidence >= 1) return { state: 'counts', sinceMs: before.sinceMs, lastMs: atMs, stillMs: 0 }
      return evidence <= 0 && !moves ? still : { ...before, lastMs: atMs, evidence: Math.max(0, evidence) }
    }
    case 'counts': {
      const stillMs = moves ? 0 : before.stillMs + stepMs(before.lastMs, atMs)
      return stillMs >= overAfterMs ? still : { ...before, lastMs: atMs, stillMs }
    }
  }
}

function stepMs(lastMs: number, atMs: number): number {
  return Math.min(mostStepMs, Math.max(0, atMs - lastMs))
}
