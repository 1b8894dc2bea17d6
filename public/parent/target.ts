// The Baby Station that is watched, as the box listed it last, and which other session may take its place.

import type { ClientId, RunningSession, SessionId } from '../shared/protocol.ts'

export interface Target {
  readonly sessionId: SessionId
  readonly station: ClientId
  readonly name: string
  /** The box has lost this Baby Station; it may come back. */
  readonly lost: boolean
  /** Since when the box does not know of it; null while it does. */
  readonly missingMs: number | null
  /** The other sessions of the time when this one could be reached: cots of their own, whatever they are called. */
  readonly beside: readonly SessionId[]
}

export function targetOf(session: RunningSession, sessions: readonly RunningSession[]): Target {
  const { id, station, name, lost } = session
  return { sessionId: id, station, name, lost, missingMs: null, beside: othersIn(sessions, id) }
}

/** What the list says of it now. */
export function seen(
  target: Target,
  { name, peer, lost }: RunningSession,
  sessions: readonly RunningSession[],
): Target {
  // Only while it can be reached: what begins after that may be the same cot again.
  const newcomers =
    peer === null ? [] : othersIn(sessions, target.sessionId).filter((id) => !target.beside.includes(id))
  const beside = newcomers.length === 0 ? target.beside : [...target.beside, ...newcomers]
  return { ...target, name, lost, missingMs: null, beside }
}

/** The same phone, or another one in the same place, started since. */
export function successorOf(target: Target, sessions: readonly RunningSession[]): RunningSession | undefined {
  return sessions.find(
    ({ id, peer, station, name }) =>
      peer !== null &&
      id !== target.sessionId &&
      !target.beside.includes(id) &&
      (station === target.station || name === target.name),
  )
}

function othersIn(sessions: readonly RunningSession[], sessionId: SessionId): readonly SessionId[] {
  return sessions.map(({ id }) => id).filter((id) => id !== sessionId)
}
