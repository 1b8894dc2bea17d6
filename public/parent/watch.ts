// Watching one Baby Station, whatever happens to it: what goes in is what was seen, what comes out is which calls to have.
// Pure; model.ts opens and closes the calls.

import type { CallId, ClientId, PeerId, RunningSession, SessionId } from '../shared/protocol.ts'
import type { Verdict } from '../rtc/liveness.ts'
import { advice, attemptMs, nextAttempt, proofMs, restartMs, staleMs } from '../rtc/recovery.ts'
import { remindForMs } from '../rtc/reminder.ts'
import { seen, successorOf, targetOf } from './target.ts'
import type { Target } from './target.ts'
import type { Trouble, Watch, Way } from './watch-state.ts'

export type WatchEvent =
  /** Time has passed, or the list or the channel has changed. */
  | { readonly type: 'look' }
  /** The network is back or has changed, or the page is shown again. */
  | { readonly type: 'wake' }
  | { readonly type: 'choose'; readonly session: RunningSession }
  | { readonly type: 'offered'; readonly call: CallId }
  | { readonly type: 'media'; readonly call: CallId; readonly verdict: Verdict }
  | { readonly type: 'failed'; readonly call: CallId }
  | { readonly type: 'stopped'; readonly sessionId: SessionId }

export interface World {
  readonly nowMs: number
  /** Null while the box cannot be reached: what it said before may be wrong by now. */
  readonly sessions: readonly RunningSession[] | null
  /** Of this phone's connection to the box; null like the list. */
  readonly own: PeerId | null
  /** The station that this tab watched before it was reloaded. */
  readonly last: ClientId | null
  /** For the next call, if one begins now. */
  readonly freshCall: CallId
}

export function nextWatch(now: Watch, event: WatchEvent, world: World): Watch {
  switch (event.type) {
    case 'look':
      return look(now, world)
    case 'wake':
      return look(wake(now, world), world)
    case 'choose':
      return choose(now, event.session, world)
    case 'offered':
      return now.state === 'joining' && now.call === event.call ? { ...now, offered: true } : now
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

/** As long as a Baby Station keeps a call that is away. */
const lostPatienceMs = remindForMs
/** For a Baby Station that nobody has seen to be lost: it may have been stopped while this phone was away. */
const missingPatienceMs = 10_000

function look(before: Watch, world: World): Watch {
  const { sessions } = world
  const now = sessions === null ? before : follow(before, sessions, world)
  switch (now.state) {
    case 'joining': {
      // By the way that was taken it may never have arrived, and never be answered.
      const moved = !now.offered && !isSame(now.way, wayTo(now.target, world))
      return moved || world.nowMs - now.sinceMs >= attemptMs ? look(afterAttempt(now, moved, world), world) : now
    }
    case 'restarting': {
      const moved = !isSame(now.way, wayTo(now.target, world))
      return moved || world.nowMs - now.sinceMs >= restartMs ? look(afterAttempt(now, moved, world), world) : now
    }
    case 'waiting': {
      const way = wayTo(now.target, world)
      const isNew = now.trouble.way !== null && !isSame(now.trouble.way, way)
      if (way === null || (world.nowMs < now.untilMs && !isNew)) return now
      return attempt(isNew ? { ...now, trouble: afresh(now.trouble) } : now, way, world)
    }
    case 'playing':
      return world.nowMs - now.heardMs > proofMs ? stalled(now, world) : now
    case 'idle':
    case 'stopped':
    case 'gone':
      return now
  }
}

function attempt({ target, kept, trouble }: Extract<Watch, { state: 'waiting' }>, way: Way, world: World): Watch {
  const { what } = nextAttempt(trouble.tried, trouble.calls, kept !== null)
  const tried = { ...trouble, tried: what, way }
  if (what === 'restart' && kept !== null) {
    return { state: 'restarting', target, kept, way, sinceMs: world.nowMs, trouble: tried }
  }
  return {
    state: 'joining',
    target,
    call: world.freshCall,
    way,
    kept,
    offered: false,
    sinceMs: world.nowMs,
    trouble: { ...tried, calls: trouble.calls + 1 },
  }
}

/** Finds the station in the box's list: still there, lost, come back as another session, or gone. */
function follow(now: Watch, sessions: readonly RunningSession[], world: World): Watch {
  if (now.state === 'idle') {
    // The picture of another cot in place of the one that was watched would look as if all were well.
    const wanted = sessions.filter(({ station, peer }) =>
      world.last === null ? peer !== null : station === world.last,
    )
    // Two tabs of one computer are one station to the box: between them a person chooses.
    const [one] = wanted
    return one === undefined || wanted.length > 1 ? now : begin(one, false, world)
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
  return same === undefined ? missing(now, world) : { ...now, target }
}

/**
 * The box has forgotten it. A call that may heal is worth more than what the box knows: it forgets a Baby Station that is away for
 * two minutes, and after an outage of both phones the baby may be the second to come back.
 */
function missing(now: Extract<Watch, { trouble: Trouble }>, { nowMs }: World): Watch {
  const missingMs = now.target.missingMs ?? nowMs
  const target = { ...now.target, missingMs }
  const patienceMs = now.kept === null ? 0 : target.lost ? lostPatienceMs : missingPatienceMs
  return nowMs - missingMs < patienceMs ? { ...now, target } : { state: 'gone', target }
}

function begin(session: RunningSession, playedBefore: boolean, { nowMs, sessions }: World): Watch {
  return {
    state: 'waiting',
    target: targetOf(session, sessions ?? []),
    kept: null,
    untilMs: nowMs,
    trouble: firstTrouble(nowMs, playedBefore),
  }
}

const firstTrouble = (sinceMs: number, again: boolean): Trouble => ({
  sinceMs,
  calls: 0,
  tried: 'nothing',
  way: null,
  again,
})

/** As if nothing had been tried yet: what was tried had no chance. */
const afresh = (trouble: Trouble): Trouble => ({ ...trouble, calls: 0, tried: 'nothing', way: null })

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
    case 'restarting':
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
    untilMs: nowMs + nextAttempt('nothing', 0, true).afterMs,
    trouble: firstTrouble(nowMs, true),
  }
}

function failed(now: Watch, call: CallId, world: World): Watch {
  switch (now.state) {
    case 'joining':
      if (call === now.call) return afterAttempt(now, false, world)
      return call === now.kept ? { ...now, kept: null } : now
    case 'restarting':
    case 'waiting':
      // Nothing is left that could heal.
      if (call !== now.kept) return now
      return { state: 'waiting', target: now.target, kept: null, untilMs: world.nowMs, trouble: now.trouble }
    case 'playing':
      if (call !== now.call) return now
      return {
        state: 'waiting',
        target: now.target,
        kept: null,
        untilMs: world.nowMs,
        trouble: firstTrouble(world.nowMs, true),
      }
    case 'idle':
    case 'stopped':
    case 'gone':
      return now
  }
}

/** The attempt has come to nothing: another one after the pause, or at once when the way to the baby is another. */
function afterAttempt(
  { target, kept, trouble }: Extract<Watch, { state: 'joining' | 'restarting' }>,
  atOnce: boolean,
  { nowMs }: World,
): Watch {
  if (atOnce) return { state: 'waiting', target, kept, untilMs: nowMs, trouble: afresh(trouble) }
  const { afterMs } = nextAttempt(trouble.tried, trouble.calls, kept !== null)
  return { state: 'waiting', target, kept, untilMs: nowMs + afterMs, trouble }
}

function wake(now: Watch, { nowMs }: World): Watch {
  switch (now.state) {
    case 'joining':
    case 'restarting':
    case 'waiting':
      if ('sinceMs' in now && nowMs - now.sinceMs < staleMs) return now
      return {
        state: 'waiting',
        target: now.target,
        kept: now.kept,
        untilMs: nowMs,
        trouble: afresh(now.trouble),
      }
    case 'playing':
    case 'idle':
    case 'stopped':
    case 'gone':
      return now
  }
}

/** Null while the box, or the box's way to the baby, is away. */
function wayTo({ sessionId }: Target, { sessions, own }: World): Way | null {
  const to = sessions?.find(({ id }) => id === sessionId)?.peer ?? null
  return to === null || own === null ? null : { from: own, to }
}

function isSame(one: Way, other: Way | null): boolean {
  return one.from === other?.from && one.to === other.to
}
