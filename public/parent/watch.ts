// Watching one Baby Station, whatever happens to it: what goes in is what was seen, what comes out is which calls to have.
// Pure; model.ts opens and closes the calls.
//
// `call` is the call that is wanted, `kept` an older one that has stalled but may still heal: it is only given up when the
// baby has offered the new one, because that is the proof that anything better can be had.

import type { CallId, ClientId, PeerId, RunningSession, SessionId } from '../shared/protocol.ts'
import type { Verdict } from '../rtc/liveness.ts'
import { advice, attemptMs, explainMs, healMs, joinDelayMs, proofMs } from '../rtc/recovery.ts'
import { seen, successorOf, targetOf } from './target.ts'
import type { Target } from './target.ts'

export type Watch =
  | { readonly state: 'idle' }
  | {
      readonly state: 'joining'
      readonly target: Target
      readonly call: CallId
      readonly to: PeerId
      readonly kept: CallId | null
      readonly offered: boolean
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

/** How long and how often it has been tried, and whether it had played before. */
export interface Trouble {
  readonly sinceMs: number
  readonly attempts: number
  readonly again: boolean
}

export type WatchEvent =
  /** Time has passed, or the list or the channel has changed. */
  | { readonly type: 'look' }
  | { readonly type: 'choose'; readonly session: RunningSession }
  | { readonly type: 'offered'; readonly call: CallId }
  | { readonly type: 'media'; readonly call: CallId; readonly verdict: Verdict }
  | { readonly type: 'failed'; readonly call: CallId }
  | { readonly type: 'stopped'; readonly sessionId: SessionId }

export interface World {
  readonly nowMs: number
  /** Null while the box cannot be reached: what it said before may be wrong by now. */
  readonly sessions: readonly RunningSession[] | null
  /** The station that this tab watched before it was reloaded. */
  readonly last: ClientId | null
  /** For the next call, if one begins now. */
  readonly freshCall: CallId
}

export function nextWatch(now: Watch, event: WatchEvent, world: World): Watch {
  switch (event.type) {
    case 'look':
      return look(now, world)
    case 'choose':
      return choose(now, event.session, world)
    case 'offered':
      return now.state === 'joining' && now.call === event.call ? { ...now, offered: true, kept: null } : now
    case 'media':
      return media(now, event.call, event.verdict, world)
    case 'failed':
      return look(failed(now, event.call, world), world)
    case 'stopped':
      return 'target' in now && now.target.sessionId === event.sessionId
        ? look({ state: 'stopped', target: now.target, unlisted: false }, world)
        : now
  }
}

/** The calls that this state needs; all others are to be left. */
export function callsOf(now: Watch): readonly CallId[] {
  switch (now.state) {
    case 'joining':
      return now.kept === null ? [now.call] : [now.call, now.kept]
    case 'playing':
      return [now.call]
    case 'waiting':
      return now.kept === null ? [] : [now.kept]
    case 'idle':
    case 'stopped':
    case 'gone':
      return []
  }
}

/** Whether a reload of the page would take nothing from anybody: nothing plays, and nothing is about to heal. */
export function isInterruptible(now: Watch, nowMs: number): boolean {
  if (now.state === 'playing') return false
  return !('kept' in now) || now.kept === null || nowMs - now.trouble.sinceMs >= explainMs
}

function look(before: Watch, world: World): Watch {
  const { sessions } = world
  const now = sessions === null ? before : follow(before, sessions, world)
  switch (now.state) {
    case 'joining': {
      // The baby has come back by another way and has never heard of this call.
      const moved = !now.offered && peerOf(now.target, sessions) !== now.to
      return moved || world.nowMs - now.sinceMs >= attemptMs ? look(again(now, moved, world), world) : now
    }
    case 'waiting': {
      const to = peerOf(now.target, sessions)
      if (to === null || world.nowMs < now.untilMs) return now
      const { target, kept, trouble } = now
      return {
        state: 'joining',
        target,
        call: world.freshCall,
        to,
        kept,
        offered: false,
        sinceMs: world.nowMs,
        trouble: { ...trouble, attempts: trouble.attempts + 1 },
      }
    }
    case 'playing':
      return world.nowMs - now.heardMs > proofMs ? stalled(now, world) : now
    case 'idle':
    case 'stopped':
    case 'gone':
      return now
  }
}

/** Finds the station in the box's list: still there, lost, come back as another session, or gone. */
function follow(now: Watch, sessions: readonly RunningSession[], world: World): Watch {
  if (now.state === 'idle') {
    // Two tabs of one computer are one station to the box: between them a person chooses.
    const watched = sessions.filter(({ station }) => station === world.last)
    const here = sessions.filter(({ peer }) => peer !== null)
    const wanted = [watched, here].find(({ length }) => length === 1)?.[0]
    return wanted === undefined ? now : begin(wanted, false, world)
  }
  const same = sessions.find(({ id }) => id === now.target.sessionId)
  const isHere = same !== undefined && same.peer !== null
  if (now.state === 'stopped' || now.state === 'gone') {
    // Until it has been missing, the box has only yet to hear of the Stop.
    if (isHere && (now.state === 'gone' || now.unlisted)) return begin(same, false, world)
    const successor = successorOf(now.target, sessions)
    if (successor !== undefined) return begin(successor, false, world)
    return now.state === 'gone' || isHere || now.unlisted ? now : { ...now, unlisted: true }
  }
  const target = same === undefined ? now.target : seen(now.target, same, sessions)
  // What plays is the proof; the list may be behind it.
  if (now.state === 'playing' || isHere) return { ...now, target }
  const successor = successorOf(target, sessions)
  if (successor !== undefined) return begin(successor, now.trouble.again, world)
  return same === undefined ? { state: 'gone', target } : { ...now, target }
}

function begin(session: RunningSession, playedBefore: boolean, { nowMs, sessions }: World): Watch {
  return {
    state: 'waiting',
    target: targetOf(session, sessions ?? []),
    kept: null,
    untilMs: nowMs,
    trouble: { sinceMs: nowMs, attempts: 0, again: playedBefore },
  }
}

function choose(now: Watch, session: RunningSession, world: World): Watch {
  const already =
    'target' in now && now.target.sessionId === session.id && now.state !== 'stopped' && now.state !== 'gone'
  return already ? now : look(begin(session, false, world), world)
}

function media(now: Watch, call: CallId, verdict: Verdict, world: World): Watch {
  const helps = verdict === 'live' || verdict === 'no-picture' || verdict === 'no-sound'
  const playing = (target: Target): Watch => ({ state: 'playing', target, call, verdict, heardMs: world.nowMs })
  switch (now.state) {
    case 'joining':
      if ((call === now.call && helps) || (call === now.kept && verdict === 'live')) return playing(now.target)
      return now
    case 'waiting':
      return call === now.kept && verdict === 'live' ? playing(now.target) : now
    case 'playing':
      if (call !== now.call) return now
      return advice(verdict) === 'keep' ? playing(now.target) : stalled(now, world)
    case 'idle':
    case 'stopped':
    case 'gone':
      return now
  }
}

/** Nothing comes any more, or nothing is known: it may heal for a moment, then another call is tried beside it. */
function stalled({ target, call }: Extract<Watch, { state: 'playing' }>, { nowMs }: World): Watch {
  return {
    state: 'waiting',
    target,
    kept: call,
    untilMs: nowMs + healMs,
    trouble: { sinceMs: nowMs, attempts: 0, again: true },
  }
}

function failed(now: Watch, call: CallId, world: World): Watch {
  switch (now.state) {
    case 'joining':
      if (call === now.call) return again(now, false, world)
      return call === now.kept ? { ...now, kept: null } : now
    case 'waiting':
      // Nothing is left that could heal.
      return call === now.kept ? { ...now, kept: null, untilMs: world.nowMs } : now
    case 'playing':
      if (call !== now.call) return now
      return {
        state: 'waiting',
        target: now.target,
        kept: null,
        untilMs: world.nowMs,
        trouble: { sinceMs: world.nowMs, attempts: 0, again: true },
      }
    case 'idle':
    case 'stopped':
    case 'gone':
      return now
  }
}

/** The attempt has come to nothing: another one after the pause, or at once when the baby is to be found elsewhere. */
function again(now: Extract<Watch, { state: 'joining' }>, atOnce: boolean, { nowMs }: World): Watch {
  const { target, kept, trouble } = now
  return { state: 'waiting', target, kept, untilMs: atOnce ? nowMs : nowMs + joinDelayMs(trouble.attempts), trouble }
}

function peerOf(target: Target, sessions: readonly RunningSession[] | null): PeerId | null {
  return sessions?.find(({ id }) => id === target.sessionId)?.peer ?? null
}
