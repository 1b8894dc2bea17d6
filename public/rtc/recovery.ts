// What a Parent Station tries when frames stop, and when: first another way for the call that it has, then another call, again and
// again, for ever. Pure; the watch state machine applies it. What the browsers do by themselves goes on beside it.

import type { Verdict } from './liveness.ts'

/** A stalled call is given this long to heal before anybody is asked: it has stood still for 1.5 s already. */
export const healMs = 500
/** Another way has to carry frames within this. */
export const restartMs = 2000
/** A new call that shows nothing by now is given up. On one Wi-Fi it takes well under a second. */
export const attemptMs = 6000
/** What is under way for this long is begun anew when the network has changed. */
export const staleMs = 700
/** A call that plays and of which nothing has been known for this long is not called live: the looks have failed. */
export const proofMs = 4000
/** Not live for this long: say what the likely causes are. */
export const explainMs = 10_000
export const longestDelayMs = 3000

/** What was tried last in this trouble. */
export type Tried = 'nothing' | 'restart' | 'join'

export interface Attempt {
  readonly what: 'restart' | 'join'
  readonly afterMs: number
}

/**
 * @param tried what has just failed, or nothing yet
 * @param calls how many new calls have failed in a row
 * @param kept whether there is a call that may still be had
 */
export function nextAttempt(tried: Tried, calls: number, kept: boolean): Attempt {
  switch (tried) {
    case 'nothing':
      return kept ? { what: 'restart', afterMs: healMs } : { what: 'join', afterMs: 0 }
    case 'restart':
      return { what: 'join', afterMs: 0 }
    case 'join':
      return { what: kept ? 'restart' : 'join', afterMs: delayMs(calls) }
  }
}

/** Pause after `calls` new calls have failed in a row: 0.5, 1, 2, then 3 s for ever. */
export function delayMs(calls: number): number {
  return Math.min(longestDelayMs, 500 * 2 ** Math.min(Math.max(0, calls - 1), 10))
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
