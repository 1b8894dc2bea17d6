// What the alarm does about the causes that there are, as a pure function of what happens. Numbers: IEC 60601-1-8 and the
// promise that each fault sounds within 10 s; this is no medical device.

import { linkFaults } from '../proof/faults.ts'
import { isSame } from './cause.ts'
import type { Cause, Priority } from './cause.ts'

/** What became of one cause. */
type Heed =
  /** It may recover by itself before it wakes anybody. */
  | { readonly state: 'pending' }
  | { readonly state: 'sounding'; readonly soundedMs: number }
  /** Somebody knows of it. */
  | { readonly state: 'acknowledged' }
  | { readonly state: 'paused'; readonly soundedMs: number; readonly untilMs: number }

export interface Known {
  readonly cause: Cause
  /** When it was first there, on the alarm's own clock, which no setting of the phone's clock moves. */
  readonly detectedMs: number
  readonly heed: Heed
}

/** A cause that sounded and is over: it stays on the screen until it is seen. */
export interface Past {
  readonly kind: string
  readonly sentence: string
  /** What the baby is called, where several are watched. */
  readonly of?: string
  /** As Date.now() has it. */
  readonly fromMs: number
  readonly toMs: number
}

export type Alarm = { readonly past: readonly Past[] } & (
  | { readonly state: 'quiet' }
  | { readonly state: 'waiting'; readonly known: readonly Known[] }
  | { readonly state: 'sounding'; readonly known: readonly Known[]; readonly loudness: Priority }
  | { readonly state: 'acknowledged'; readonly known: readonly Known[] }
  | { readonly state: 'paused'; readonly known: readonly Known[]; readonly untilMs: number }
)

export type AlarmEvent =
  | { readonly type: 'causes'; readonly causes: readonly Cause[] }
  /** Nothing but time has gone by. */
  | { readonly type: 'tick' }
  /** "I am awake": these causes need not sound any more; a new one will. */
  | { readonly type: 'acknowledge' }
  | { readonly type: 'pause' }
  /** What is over was read. */
  | { readonly type: 'seen' }

export interface Moment {
  /** On a clock that only goes on. */
  readonly nowMs: number
  /** Date.now() */
  readonly wallMs: number
}

/** From its detection, a cause has this long to recover. */
export const graceMs = 5000
const linkKinds: ReadonlySet<string> = new Set(linkFaults)
/** These were weighed by how long they last before they became a cause. */
const weighedKinds: ReadonlySet<string> = new Set(['noise', 'movement'])
export const pauseMs = 120_000
/** A medium cause that nobody heeds becomes a high one. */
export const escalateMs = 60_000
/** More than these lines nobody reads in the morning. */
const pastLimit = 20

export const firstAlarm: Alarm = { state: 'quiet', past: [] }

export function nextAlarm(alarm: Alarm, event: AlarmEvent, { nowMs, wallMs }: Moment): Alarm {
  const known = knownOf(alarm)
  switch (event.type) {
    case 'causes': {
      const lasting = known.filter(({ cause }) => event.causes.some((one) => isSame(one, cause)))
      const fresh = event.causes.filter((one) => !lasting.some(({ cause }) => isSame(one, cause)))
      const ended = known.filter((one) => !lasting.includes(one))
      // A link that is lost is often first taken for another loss than it is: what takes the place of one that nobody heeded
      // goes on from there, and is neither later nor silent for a while.
      const former = ended.filter(({ cause, heed }) => isLink(cause) && heed.state !== 'acknowledged')
      const isContinued = (one: Known): boolean =>
        former.includes(one) && fresh.some((cause) => isLink(cause) && mayBe(cause, one.cause))
      const over = ended.filter((one) => hasSounded(one) && !isContinued(one))
      return settle(
        [...lasting.map((one) => renewed(one, event.causes)), ...fresh.map((cause) => begun(cause, former, nowMs))],
        [...alarm.past, ...over.map((one) => lineOf(one, wallMs))].slice(-pastLimit),
        nowMs,
      )
    }
    case 'tick':
      return settle(known, alarm.past, nowMs)
    case 'acknowledge':
      return settle(known.map(acknowledged), alarm.past, nowMs)
    case 'pause':
      return settle(
        known.map((one) => paused(one, nowMs + pauseMs)),
        alarm.past,
        nowMs,
      )
    case 'seen':
      return { ...alarm, past: [] }
  }
}

export function knownOf(alarm: Alarm): readonly Known[] {
  return alarm.state === 'quiet' ? [] : alarm.known
}

/** The causes to show, the worst first, then the oldest. */
export function shownOf(alarm: Alarm): readonly Cause[] {
  return knownOf(alarm)
    .filter(hasSounded)
    .map(({ cause }) => cause)
    .sort((a, b) => rank(a) - rank(b) || a.sinceMs - b.sinceMs)
}

/** How long a cause may recover before it sounds. */
export function graceOf(kind: string): number {
  return weighedKinds.has(kind) ? 0 : graceMs
}

function renewed(one: Known, causes: readonly Cause[]): Known {
  const cause = causes.find((other) => isSame(other, one.cause)) ?? one.cause
  return { ...one, cause: { ...cause, sinceMs: Math.min(cause.sinceMs, one.cause.sinceMs) } }
}

function begun(cause: Cause, former: readonly Known[], nowMs: number): Known {
  const before = isLink(cause) ? former.filter((one) => mayBe(cause, one.cause)) : []
  return {
    cause: { ...cause, sinceMs: Math.min(cause.sinceMs, ...before.map((one) => one.cause.sinceMs)) },
    detectedMs: Math.min(nowMs, ...before.map(({ detectedMs }) => detectedMs)),
    heed: { state: 'pending' },
  }
}

/** What the time that went by makes of it. */
function settle(before: readonly Known[], past: readonly Past[], nowMs: number): Alarm {
  if (before.length === 0) return { state: 'quiet', past }
  const due = before.map((one) => dueAt(one, nowMs))
  // A new cause breaks a pause.
  const isBroken = due.some(({ heed }) => heed.state === 'sounding')
  const known = isBroken ? due.map(resumed) : due
  const sounding = known.filter(({ heed }) => heed.state === 'sounding')
  if (sounding.length > 0) {
    const isHigh = sounding.some((one) => isHighAt(one, nowMs))
    return { state: 'sounding', known, loudness: isHigh ? 'high' : 'medium', past }
  }
  const ends = known.flatMap(({ heed }) => (heed.state === 'paused' ? [heed.untilMs] : []))
  if (ends.length > 0) return { state: 'paused', known, untilMs: Math.min(...ends), past }
  const isHeeded = known.some(({ heed }) => heed.state === 'acknowledged')
  return { state: isHeeded ? 'acknowledged' : 'waiting', known, past }
}

function dueAt(one: Known, nowMs: number): Known {
  const { heed } = one
  if (heed.state === 'pending' && nowMs - one.detectedMs >= graceOf(one.cause.kind)) {
    return { ...one, heed: { state: 'sounding', soundedMs: nowMs } }
  }
  return heed.state === 'paused' && nowMs >= heed.untilMs ? resumed(one) : one
}

function resumed(one: Known): Known {
  const { heed } = one
  return heed.state === 'paused' ? { ...one, heed: { state: 'sounding', soundedMs: heed.soundedMs } } : one
}

/** Nobody can heed what has not sounded yet. */
function acknowledged(one: Known): Known {
  return hasSounded(one) ? { ...one, heed: { state: 'acknowledged' } } : one
}

function paused(one: Known, untilMs: number): Known {
  const { heed } = one
  return heed.state === 'sounding' ? { ...one, heed: { ...heed, state: 'paused', untilMs } } : one
}

/** The link of another baby is another link; this phone's own is that of all. */
function mayBe(cause: Cause, former: Cause): boolean {
  return cause.baby === undefined || former.baby === undefined || cause.baby === former.baby
}

function isLink({ kind }: Cause): boolean {
  return linkKinds.has(kind)
}

function hasSounded({ heed }: Known): boolean {
  return heed.state !== 'pending'
}

function isHighAt({ cause, heed }: Known, nowMs: number): boolean {
  return cause.priority === 'high' || (heed.state === 'sounding' && nowMs - heed.soundedMs >= escalateMs)
}

function lineOf({ cause }: Known, wallMs: number): Past {
  const { kind, sentence, of, sinceMs } = cause
  return { kind, sentence, ...(of === undefined ? {} : { of }), fromMs: Math.min(sinceMs, wallMs), toMs: wallMs }
}

function rank({ priority }: Cause): number {
  return priority === 'high' ? 0 : 1
}
