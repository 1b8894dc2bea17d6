// Who is in one account's house, and who of them may see and reach whom: members everybody, guests their one Baby Station.

import type { PeerId, SessionId } from '../../public/shared/protocol.ts'
import { describe, type Session } from '../sessions/session.ts'
import type { Caller, Peer } from './peer.ts'

export interface House {
  readonly peers: Map<PeerId, Peer>
  readonly sessions: Map<SessionId, Session>
}

const peersPerAccount = 64
/** Guests have places of their own, so that a link that has wandered keeps no parent out. */
const guestPeersPerAccount = 32
const peersPerGuest = 8

/** A guest knows of one Baby Station, by the phone and not by the session, so that Stop and Start change nothing. */
export function maySee({ caller }: Peer, { station }: Session): boolean {
  return caller.only === null || station === caller.only
}

export function visibleSessions(peer: Peer, house: House) {
  return [...house.sessions.values()].filter((session) => maySee(peer, session)).map(describe)
}

/** For a guest, the other is its Baby Station; a member may reach whoever is in the house. */
export function mayReach(peer: Peer, other: Peer, house: House): boolean {
  if (peer.caller.only === null) return true
  const session = other.hosting === null ? undefined : house.sessions.get(other.hosting)
  return session !== undefined && maySee(peer, session)
}

export function hasNoPlaceFor({ device, only }: Caller, house: House): boolean {
  const guests = [...house.peers.values()].filter(({ caller }) => caller.only !== null)
  if (only === null) return house.peers.size - guests.length >= peersPerAccount
  const sameGuest = guests.filter(({ caller }) => caller.device === device)
  return guests.length >= guestPeersPerAccount || sameGuest.length >= peersPerGuest
}
