// Who of one account's house may see and reach whom: members everybody, guests their one Baby Station.

import type { PeerId, SessionId } from '../../public/shared/protocol.ts'
import { describe, type Session } from '../sessions/session.ts'
import type { Caller, Peer } from './peer.ts'

export type Peers = ReadonlyMap<PeerId, Peer>
export type Sessions = ReadonlyMap<SessionId, Session>

const membersAtMost = 64
/** Guests have places of their own, so that a link that has wandered keeps no parent out. */
const guestsAtMost = 32
const perGuest = 8

/** A guest knows of one Baby Station, by the phone and not by the session, so that Stop and Start change nothing. */
export function maySee({ caller }: Peer, { station }: Session): boolean {
  return caller.only === null || station === caller.only
}

export function visibleSessions(peer: Peer, sessions: Sessions) {
  return [...sessions.values()].filter((session) => maySee(peer, session)).map(describe)
}

/** For a guest, the other is its Baby Station; a member may reach whoever is in the house. */
export function mayReach(peer: Peer, other: Peer, sessions: Sessions): boolean {
  if (peer.caller.only === null) return true
  const session = other.hosting === null ? undefined : sessions.get(other.hosting)
  return session !== undefined && maySee(peer, session)
}

export function hasRoomFor({ device, only }: Caller, peers: Peers): boolean {
  const guests = [...peers.values()].filter(({ caller }) => caller.only !== null)
  if (only === null) return peers.size - guests.length < membersAtMost
  const sameGuest = guests.filter(({ caller }) => caller.device === device)
  return guests.length < guestsAtMost && sameGuest.length < perGuest
}
