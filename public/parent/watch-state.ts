// What is known of the Baby Station that is watched, and what follows from it. How one state follows another says watch.ts.
//
// `call` is the call that is wanted, `kept` an older one that has stalled but may still heal: it is only given up when the
// new one plays, because that is the proof that anything better can be had. Whichever plays first is kept.

import type { CallId, PeerId } from '../shared/protocol.ts'
import type { Verdict } from '../rtc/liveness.ts'
import { explainMs } from '../rtc/recovery.ts'
import type { Tried } from '../rtc/recovery.ts'
import type { Target } from './target.ts'

export type Watch =
  | { readonly state: 'idle' }
  | {
      readonly state: 'joining'
      readonly target: Target
      readonly call: CallId
      readonly way: Way
      readonly kept: CallId | null
      readonly offered: boolean
      readonly sinceMs: number
      readonly trouble: Trouble
    }
  /** The baby has been asked to offer the stalled call anew. */
  | {
      readonly state: 'restarting'
      readonly target: Target
      readonly kept: CallId
      readonly way: Way
      readonly sinceMs: number
      readonly trouble: Trouble
    }
  | {
      readonly state: 'waiting'
      readonly target: Target
      readonly kept: CallId | null
      readonly untilMs: number
      readonly trouble: Trouble
    }
  | {
      readonly state: 'playing'
      readonly target: Target
      readonly call: CallId
      readonly verdict: Verdict
      /** When the verdict was found. */
      readonly heardMs: number
    }
  /** A person stopped it: the Baby Station or the box has said so. `unlisted`: the box lists it no more. */
  | { readonly state: 'stopped'; readonly target: Target; readonly unlisted: boolean }
  /** The box has forgotten it and nobody has said why: it was lost for too long, or stopped while this phone was away. */
  | { readonly state: 'gone'; readonly target: Target }

/** How long and how often it has been tried, what and by which way last, and whether it had played before. */
export interface Trouble {
  readonly sinceMs: number
  readonly calls: number
  readonly tried: Tried
  readonly way: Way | null
  readonly again: boolean
}

/** Both stations' connections to the box. With another one on either side, what was said before may never have arrived. */
export interface Way {
  readonly from: PeerId
  readonly to: PeerId
}

/** The calls that this state needs; all others are to be left. */
export function callsOf(now: Watch): readonly CallId[] {
  switch (now.state) {
    case 'joining':
      return now.kept === null ? [now.call] : [now.call, now.kept]
    case 'playing':
      return [now.call]
    case 'restarting':
      return [now.kept]
    case 'waiting':
      return now.kept === null ? [] : [now.kept]
    case 'idle':
    case 'stopped':
    case 'gone':
      return []
  }
}

/**
 * Whether a reload of the page would take nothing from anybody: nothing plays, and nothing is about to heal. A Baby Station that was
 * live is watched over until a person stops it: a reload would end the alarm about it, and a new page needs a tap to sound.
 */
export function isInterruptible(now: Watch, wasLive: boolean, nowMs: number): boolean {
  if (now.state === 'stopped') return true
  if (now.state === 'playing' || wasLive) return false
  return !('kept' in now) || now.kept === null || nowMs - now.trouble.sinceMs >= explainMs
}
