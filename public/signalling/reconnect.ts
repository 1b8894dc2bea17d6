// How a phone keeps its way to the box open: the socket first, the event stream when the socket is refused, for ever.
// Pure: what happened goes in, what to do next comes out; channel.ts does it.

import type { DeviceId, Farewell, PeerId } from '../shared/protocol.ts'

export type DoorKind = 'socket' | 'events'

export type Connection =
  /** `tried` doors have failed in this round; `failures` rounds have failed in a row. */
  | { readonly state: 'opening'; readonly door: DoorKind; readonly tried: number; readonly failures: number }
  /** `name` is what the family calls this phone. */
  | {
      readonly state: 'open'
      readonly door: DoorKind
      readonly peer: PeerId
      readonly device: DeviceId
      readonly name?: string | undefined
    }
  /** Nothing opens. The box is asked who is logged in, then the next round starts. */
  | { readonly state: 'waiting'; readonly preferred: DoorKind; readonly failures: number; readonly delayMs: number }
  /** `foreign`: somebody is logged in, but in another account than the one that this page began in. */
  | { readonly state: 'logged-out'; readonly preferred: DoorKind; readonly foreign: boolean }
  | { readonly state: 'outdated' }
  | { readonly state: 'closed' }

export type ConnectionEvent =
  | {
      readonly type: 'welcomed'
      readonly peer: PeerId
      readonly device: DeviceId
      readonly name?: string | undefined
    }
  /** The door did not open, or it closed, or nothing has been heard through it for too long. */
  | { readonly type: 'failed' }
  | { readonly type: 'farewell'; readonly reason: Farewell }
  /** The delay is over, the network is back, or the page is shown again. */
  | { readonly type: 'retry' }
  /** The network is back or is another: what is open or opening goes through the one that was. */
  | { readonly type: 'network' }
  /** What GET /api/welcome answered after a failure. */
  | { readonly type: 'member'; readonly loggedIn: boolean }
  /** The box answers, for another account. */
  | { readonly type: 'foreign' }
  | { readonly type: 'outdated' }
  | { readonly type: 'close' }

export const firstConnection: Connection = { state: 'opening', door: 'socket', tried: 0, failures: 0 }

/** A socket that neither opens nor fails is given up after this, so that the event stream is there within 3 s. */
export const socketDeadlineMs = 2500
export const eventsDeadlineMs = 5000
export const longestDelayMs = 3000

export function nextConnection(now: Connection, event: ConnectionEvent): Connection {
  if (now.state === 'closed' || event.type === 'close') return { state: 'closed' }
  if (now.state === 'outdated' || event.type === 'outdated') return { state: 'outdated' }
  switch (event.type) {
    case 'welcomed':
      if (now.state !== 'opening') return now
      return { state: 'open', door: now.door, peer: event.peer, device: event.device, name: event.name }
    case 'failed':
      return afterFailure(now)
    case 'farewell':
      return afterFarewell(now, event.reason)
    case 'foreign':
      return { state: 'logged-out', preferred: doorOf(now), foreign: true }
    case 'network':
      // A dead socket is noticed by its silence only, and one that opens asks again after 1, 3 and 7 s.
      return now.state === 'logged-out' ? now : opening(doorOf(now), 0)
    case 'retry':
      return now.state === 'waiting' ? opening(now.preferred, now.failures) : now
    case 'member':
      if (!event.loggedIn) {
        return now.state === 'waiting' ? { state: 'logged-out', preferred: now.preferred, foreign: false } : now
      }
      return now.state === 'logged-out' ? opening(now.preferred, 0) : now
  }
}

/** 0.25 s, 0.5 s, 1 s, 2 s, then 3 s for ever: a box that restarts is back within one or two of the first. */
export function delayMs(failures: number): number {
  return Math.min(longestDelayMs, 250 * 2 ** Math.min(failures, 10))
}

function opening(door: DoorKind, failures: number): Connection {
  return { state: 'opening', door, tried: 0, failures }
}

function waiting(preferred: DoorKind, failures: number, leastMs = 0): Connection {
  return { state: 'waiting', preferred, failures: failures + 1, delayMs: Math.max(leastMs, delayMs(failures)) }
}

function afterFailure(now: Connection): Connection {
  switch (now.state) {
    case 'opening': {
      if (now.tried === 0) return { ...now, door: other(now.door), tried: 1 }
      // Both doors failed: the next round starts with the one that this round started with.
      return waiting(doorOf(now), now.failures)
    }
    case 'open':
      // The door that worked is tried first: on an iPhone that refuses sockets this saves each reconnection a failure.
      return waiting(now.door, 0)
    case 'waiting':
    case 'logged-out':
    case 'outdated':
    case 'closed':
      return now
  }
}

function afterFarewell(now: Connection, reason: Farewell): Connection {
  const preferred = doorOf(now)
  switch (reason) {
    case 'logged-out':
      return { state: 'logged-out', preferred, foreign: false }
    case 'version':
      return { state: 'outdated' }
    // The box asks for less: coming back at once would make it worse.
    case 'too-fast':
      return waiting(preferred, now.state === 'opening' ? now.failures : 0, longestDelayMs)
    case 'too-slow':
    case 'malformed':
    case 'closing':
      return waiting(preferred, now.state === 'opening' ? now.failures : 0)
  }
}

/** The door that is tried first. */
function doorOf(now: Connection): DoorKind {
  switch (now.state) {
    case 'opening':
      // Not the one that is tried for want of the other.
      return now.tried === 0 ? now.door : other(now.door)
    case 'open':
      return now.door
    case 'waiting':
    case 'logged-out':
      return now.preferred
    case 'outdated':
    case 'closed':
      return 'socket'
  }
}

const other = (door: DoorKind): DoorKind => (door === 'socket' ? 'events' : 'socket')
