// Watching one Baby Station, whatever happens to it: what goes in is what was seen, what comes out is which calls to have.
// Pure; model.ts opens and closes the calls.
//
// `call` is the call that is wanted, `kept` an older one that has stalled but may still heal: it is only given up when the
// baby has offered the new one, because that is the proof that anything better can be had.

import type { CallId, ClientId, PeerId, RunningSession, SessionId } from '../shared/protocol.ts'
import type { Verdict } from '../rtc/liveness.ts'
import { advice, attemptMs, healMs, joinDelayMs } from '../rtc/recovery.ts'

export interface Target {
  readonly sessionId: SessionId
  readonly station: ClientId
  readonly name: string
  /** The box has lost this Baby Station; it may come back. */
  readonly lost: boolean
}

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
  | { readonly state: 'playing'; readonly target: Target; readonly call: CallId; readonly verdict: Verdict }
  | { readonly state: 'stopped'; readonly target: Target }
  /** Lost for so long that the box has forgotten it. */
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
        ? look({ state: 'stopped', target: now.target }, world)
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
    case 'idle':
    case 'playing':
    case 'stopped':
    case 'gone':
      return now
  }
}

/** Finds the station in the box's list: still there, lost, come back as another session, or gone. */
function follow(now: Watch, sessions: readonly RunningSession[], world: World): Watch {
  if (now.state === 'idle') {
    const here = sessions.filter(({ peer }) => peer !== null)
    const wanted = here.length === 1 ? here[0] : here.find(({ station }) => station === world.last)
    return wanted === undefined ? now : begin(wanted, false, world)
  }
  const same = sessions.find(({ id }) => id === now.target.sessionId)
  const target = same === undefined ? now.target : { ...now.target, name: same.name, lost: same.peer === null }
  // What plays is the proof; the list may be behind it.
  if (now.state === 'playing') return { ...now, target }
  if (same !== undefined && same.peer !== null && now.state !== 'stopped') {
    return now.state === 'gone' ? begin(same, false, world) : { ...now, target }
  }
  const successor = sessions.find(
    ({ id, peer, station, name }) =>
      id !== now.target.sessionId && peer !== null && (station === now.target.station || name === now.target.name),
  )
  if (successor !== undefined) return begin(successor, 'trouble' in now && now.trouble.again, world)
  if (now.state === 'stopped' || now.state === 'gone') return now
  if (same !== undefined) return { ...now, target }
  // The box announces a loss two minutes before it forgets; what is missing without that was stopped while nobody looked.
  return now.target.lost ? { state: 'gone', target: now.target } : { state: 'stopped', target: now.target }
}

function begin(session: RunningSession, playedBefore: boolean, { nowMs }: World): Watch {
  return {
    state: 'waiting',
    target: { sessionId: session.id, station: session.station, name: session.name, lost: session.peer === null },
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
  switch (now.state) {
    case 'joining':
      if (call === now.call && helps) return { state: 'playing', target: now.target, call, verdict }
      if (call === now.kept && verdict === 'live') return { state: 'playing', target: now.target, call, verdict }
      return now
    case 'waiting':
      return call === now.kept && verdict === 'live' ? { state: 'playing', target: now.target, call, verdict } : now
    case 'playing':
      if (call !== now.call) return now
      if (advice(verdict) === 'keep') return now.verdict === verdict ? now : { ...now, verdict }
      return {
        state: 'waiting',
        target: now.target,
        kept: call,
        untilMs: world.nowMs + healMs,
        trouble: { sinceMs: world.nowMs, attempts: 0, again: true },
      }
    case 'idle':
    case 'stopped':
    case 'gone':
      return now
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
