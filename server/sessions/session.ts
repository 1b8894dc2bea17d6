// A running Baby Station as the box sees it: a pure core, without clock, store or socket.

import {
  graceMs,
  type ClientId,
  type DeviceId,
  type PeerId,
  type RunningSession,
  type SessionId,
} from '../../public/shared/protocol.ts'

/** Whether the Baby Station is there. Times are of the even clock, not of the day. */
export type Presence =
  | { readonly state: 'here'; readonly peer: PeerId }
  /** The box has just started; the station will come back by itself unless it went meanwhile. */
  | { readonly state: 'awaited'; readonly untilMs: number }
  /** It went without Stop and may come back. */
  | { readonly state: 'lost'; readonly sinceMs: number }

export interface Session {
  readonly id: SessionId
  readonly name: string
  readonly station: ClientId
  readonly device: DeviceId
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly presence: Presence
}

/** How long a restarted box still believes in the sessions that it finds: parents are promised 10 s. */
const awaitedMs = 10_000

export const awaited = (nowMs: number): Presence => ({ state: 'awaited', untilMs: nowMs + awaitedMs })

/** What time alone does to a session; null when it is over. */
export function afterWaiting(session: Session, nowMs: number): Session | null {
  const { presence } = session
  switch (presence.state) {
    case 'here':
      return session
    case 'awaited':
      return nowMs < presence.untilMs ? session : { ...session, presence: { state: 'lost', sinceMs: nowMs } }
    case 'lost':
      return nowMs - presence.sinceMs < graceMs ? session : null
  }
}

/** The answer to a station that wants to begin a session, or to come back into one that is there already. */
export function mayStart(existing: Session | undefined, asker: ClientId): boolean {
  return existing === undefined || existing.station === asker
}

/** A lost station is no running one: nobody new should be sent to it. */
export function isRunning({ presence }: Session): boolean {
  return presence.state !== 'lost'
}

export function describe(session: Session): RunningSession {
  const { id, name, station, presence } = session
  const peer = presence.state === 'here' ? presence.peer : null
  const startedAt = new Date(session.startedAt).toISOString()
  return { id, name, startedAt, station, peer, lost: presence.state === 'lost' }
}
