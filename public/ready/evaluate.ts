// What the check says of all that it has seen: one line for each thing that a night needs, good or with what to do. Pure.

import { nightText } from '../text/en-night.ts'
import type { Evidence, Power } from './evidence.ts'

export type Verdict = 'good' | 'bad' | 'unknown' | 'waiting'
export type LineName = keyof typeof nightText.ready.lines

export interface Line {
  readonly name: LineName
  readonly verdict: Verdict
  /** What was found or what to do; empty while it is being looked at. */
  readonly words: string
}

/** A way there and back that takes longer, or loses more, breaks off now and then. */
const weakRttMs = 150
const weakLoss = 0.05

const words = nightText.ready.lines
const looks: Found = ['waiting', '']

type Found = readonly [verdict: Verdict, words: string]

const checks: Readonly<Record<LineName, (seen: Evidence) => Found>> = {
  heard({ heard, audible }) {
    if (heard === 'yes') return ['good', words.heard.good]
    if (heard === 'no') return ['bad', words.heard.bad]
    return audible ? ['waiting', words.heard.waiting] : ['bad', words.heard.blocked]
  },
  notifications({ notifications }) {
    if (notifications === 'granted') return ['good', words.notifications.good]
    if (notifications === 'unavailable') return ['unknown', words.notifications.unknown]
    return ['bad', notifications === 'denied' ? words.notifications.denied : words.notifications.bad]
  },
  'own-awake'({ awake }) {
    if (awake === 'on') return ['good', words['own-awake'].good]
    return awake === 'paused' ? ['bad', words['own-awake'].bad] : ['unknown', words['own-awake'].unknown]
  },
  'own-power': ({ power, over }) => (power === undefined && !over ? looks : powered(power ?? null, words['own-power'])),
  'baby-awake': ofBaby(({ awake, visible }) => {
    if (!visible || awake === 'paused' || awake === 'off') return ['bad', words['baby-awake'].bad]
    return awake === 'on' ? ['good', words['baby-awake'].good] : ['unknown', words['baby-awake'].unknown]
  }),
  'baby-power': ofBaby(({ battery }) => powered(battery, words['baby-power'])),
  picture: ofBaby(({ camera, frames }, { picture, firstWay, way, firstFrames, over }) => {
    if (!picture && camera === 'none') return ['unknown', words.picture.unknown]
    const isSent = camera === 'live' && (frames === null || firstFrames === null || frames > firstFrames)
    const isSeen = way !== null && firstWay !== null && way.frames > firstWay.frames
    if (isSent && isSeen) return ['good', words.picture.good]
    return over ? ['bad', words.picture.bad] : looks
  }),
  microphone: ofBaby(({ microphone }, { loud, measures, over }) => {
    if (microphone !== 'live') return ['bad', words.microphone.dead]
    if (loud) return ['good', words.microphone.good]
    if (!over) return looks
    return measures ? ['bad', words.microphone.bad] : ['unknown', words.microphone.unknown]
  }),
  path({ way, over }) {
    if (way?.direct === true) return ['good', words.path.good]
    if (way?.direct === false) return ['bad', words.path.bad]
    return over ? ['unknown', words.path.unknown] : looks
  },
  signal({ way, firstWay, over }) {
    // A short look tells little of what is lost.
    if (!over) return looks
    if (way === null || firstWay === null || way.rttMs === null) return ['unknown', words.signal.unknown]
    const packets = Math.max(0, way.packets - firstWay.packets)
    const lost = Math.max(0, way.lost - firstWay.lost)
    const loss = lost / Math.max(1, packets + lost)
    const isWeak = packets === 0 || loss > weakLoss || way.rttMs > weakRttMs
    const numbers = [Math.round(way.rttMs), Math.round(loss * 100)] as const
    return isWeak ? ['bad', words.signal.bad(...numbers)] : ['good', words.signal.good(...numbers)]
  },
  trust({ trust, over }) {
    switch (trust) {
      case 'trusted':
        return ['good', words.trust.good]
      case 'not-trusted':
        return ['bad', words.trust.bad]
      case 'box-away':
        return ['bad', words.trust.away]
      case 'unknown':
        return ['unknown', words.trust.unknown]
      case undefined:
        return over ? ['unknown', words.trust.unknown] : looks
    }
  },
}

const lineNames = Object.keys(checks) as readonly LineName[]

export function evaluate(seen: Evidence): readonly Line[] {
  return lineNames.map((name) => {
    const [verdict, found] = checks[name](seen)
    return { name, verdict, words: found }
  })
}

/** What the baby's phone has to tell. */
function ofBaby(check: (report: NonNullable<Evidence['report']>, seen: Evidence) => Found): (seen: Evidence) => Found {
  return (seen) => {
    if (seen.report !== null) return check(seen.report, seen)
    return seen.over ? ['bad', nightText.ready.noReport] : looks
  }
}

function powered(
  power: Power | null,
  say: { readonly good: string; readonly unknown: string; bad(percent: number): string },
): Found {
  if (power === null) return ['unknown', say.unknown]
  return power.charging ? ['good', say.good] : ['bad', say.bad(Math.round(power.level * 100))]
}
