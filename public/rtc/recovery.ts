// When a Parent Station waits, joins anew and explains itself. Pure figures; the watch state machine applies them.

import type { Verdict } from './liveness.ts'

/** A stalled call is given this long to heal: Wi-Fi that was gone for a moment gives frames again within about 1 s. */
export const healMs = 2000
/** An attempt that shows nothing by now is given up. On one Wi-Fi a call takes well under a second. */
export const attemptMs = 6000
/** A call that plays and of which nothing has been known for this long is not called live: four looks have failed. */
export const proofMs = 4000
/** Not live for this long: say what the likely causes are. */
export const explainMs = 10_000
export const longestDelayMs = 5000

/** Pause before the next attempt, after `attempts` in a row have failed: 0.5, 1, 2, 4, then 5 s for ever. */
export function joinDelayMs(attempts: number): number {
  return Math.min(longestDelayMs, 500 * 2 ** Math.min(Math.max(0, attempts - 1), 10))
}

/** What a verdict means for a call that is playing. */
export function advice(verdict: Verdict): 'keep' | 'recover' {
  switch (verdict) {
    case 'live':
    case 'no-picture':
    // Another call would send no sound either: the Baby Station gets its microphone back by itself.
    case 'no-sound':
    // A call that plays and starts again is one that lost a medium on purpose.
    case 'starting':
      return 'keep'
    case 'frozen':
    case 'silent':
    case 'dead':
      return 'recover'
  }
}
