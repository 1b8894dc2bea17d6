// One account's room: who is connected, which sessions run, who may reach whom. Two accounts have nothing in common but the
// store, so what is looked up here can never be another family's.

import * as v from 'valibot'
import {
  accountRefSchema,
  encodeFrame,
  protocolVersion,
  silenceMs,
  type CallId,
  type ClientId,
  type DeviceId,
  type PeerId,
  type Refusal,
  type SessionId,
} from '../../public/shared/protocol.ts'
import { afterWaiting, describe, isRunning, mayStart, type Presence, type Session } from '../sessions/session.ts'
import type { AccountId } from '../store/account-store.ts'
import type { SessionRow, SessionStore } from '../store/session-store.ts'
import { dismiss, relay, send, type Caller, type Peer } from './peer.ts'
import { hasRoomFor, mayReach, maySee, visibleSessions } from './sight.ts'

export interface House {
  isEmpty(): boolean
  /** False when there are as many connections as a family, or a guest, needs. */
  hasRoomFor(caller: Caller): boolean
  sessions(): { id: SessionId; name: string; startedAt: string }[]
  /** A session that ran when the box went down. */
  restore(row: SessionRow, presence: Presence): void
  enter(peer: Peer): void
  leave(peer: Peer): void
  welcome(peer: Peer, client: ClientId): void
  start(peer: Peer, sessionId: SessionId, name: string): Promise<void>
  /** False when there is no such session. When it returns, the session is forgotten and everybody has been told. */
  stop(sessionId: SessionId): boolean
  relay(peer: Peer, to: PeerId, call: CallId, payload: Uint8Array): void
  /** Whatever ended while a station could not hear it, or while the box was away itself. */
  checkCalls(peer: Peer, devices: readonly DeviceId[]): void
  revoke(devices: readonly DeviceId[]): void
  revokeAll(): void
  /** Ends everybody who is not of these devices. */
  recheck(admitted: ReadonlySet<string>): void
  /** The Baby Station that runs this session; null when there is no such session. */
  stationOf(session: SessionId): { station: ClientId; name: string } | null
  /** Tells the account's other phones that one of them has let a phone in. */
  tellNewcomer(newcomer: { device: DeviceId; name: string; letInBy: DeviceId }): void
  sweep(timeMs: number): void
  close(): void
}

export interface HouseDeps {
  readonly store: SessionStore
  /** Asked before each new session; null allows it. */
  licenceRefusal(account: AccountId): Promise<Refusal | null>
  /** The ids of everybody who may come in to this account now: its log-ins and its guests. */
  admitted(account: AccountId): ReadonlySet<string>
  /** The time of day, milliseconds since 1970. */
  now(): number
  /** Milliseconds that pass evenly, whatever happens to the clock: a Raspberry Pi starts in 1970 and jumps. */
  elapsed(): number
}

const helloWithinMs = 5000
/** Nobody sees an event stream's phone die. A page in the background still says something once a minute. */
const goneMs = 75_000
const mostSessions = 16

export function createHouse(account: AccountId, deps: HouseDeps): House {
  const { store, now, elapsed } = deps
  const peers = new Map<PeerId, Peer>()
  const sessions = new Map<SessionId, Session>()

  function tellSessions(): void {
    const text = encodeFrame({ type: 'sessions', sessions: [...sessions.values()].map(describe) })
    for (const peer of peers.values()) {
      if (peer.client === null || peer.gone) continue
      if (peer.caller.only === null) peer.line.send(text)
      else tellGuest(peer)
    }
  }

  /** A change elsewhere in the house is nothing for a guest to notice. */
  function tellGuest(peer: Peer): void {
    const visible = visibleSessions(peer, sessions)
    const told = JSON.stringify(visible)
    if (told === peer.told) return
    peer.told = told
    send(peer, { type: 'sessions', sessions: visible })
  }

  function remove(ids: readonly SessionId[]): void {
    store.remove(account, ids)
    for (const id of ids) sessions.delete(id)
  }

  function forget(ids: readonly SessionId[]): void {
    const over = ids.flatMap((id) => sessions.get(id) ?? [])
    remove(ids)
    for (const peer of peers.values()) {
      for (const session of over) {
        if (peer.hosting === session.id) peer.hosting = null
        if (maySee(peer, session)) send(peer, { type: 'stopped', sessionId: session.id })
      }
    }
    tellSessions()
  }

  function revoke(devices: readonly DeviceId[]): void {
    const ended = [...sessions.values()].filter(({ device }) => devices.includes(device)).map(({ id }) => id)
    if (ended.length > 0) forget(ended)
    for (const peer of peers.values()) {
      // A guest hears of its own end alone; a Baby Station's it sees by its session.
      const heard = peer.caller.only === null ? devices : devices.filter((device) => device === peer.caller.device)
      for (const device of heard) send(peer, { type: 'revoked', device })
      if (devices.includes(peer.caller.device)) dismiss(peer, 'logged-out')
    }
  }

  /** Whoever is connected, and whoever's session runs. */
  function devicesHere(): DeviceId[] {
    const present = [...peers.values()].map(({ caller }) => caller.device)
    const running = [...sessions.values()].map(({ device }) => device)
    return [...new Set([...present, ...running])]
  }

  return {
    isEmpty: () => peers.size === 0 && sessions.size === 0,
    hasRoomFor: (caller) => hasRoomFor(caller, peers),
    sessions: () =>
      [...sessions.values()]
        .filter(isRunning)
        .map((session) => ({ id: session.id, name: session.name, startedAt: describe(session).startedAt })),
    restore({ id, name, station, device, startedAt }, presence) {
      sessions.set(id, { id, name, station, device, startedAt, presence })
    },
    enter: (peer) => void peers.set(peer.id, peer),
    leave(peer) {
      if (peer.gone) return
      peer.gone = true
      peers.delete(peer.id)
      const session = peer.hosting === null ? undefined : sessions.get(peer.hosting)
      if (session === undefined) return
      sessions.set(session.id, { ...session, presence: { state: 'lost', sinceMs: elapsed() } })
      tellSessions()
    },
    welcome(peer, client) {
      peer.client = client
      const visible = visibleSessions(peer, sessions)
      peer.told = JSON.stringify(visible)
      send(peer, {
        type: 'welcome',
        version: protocolVersion,
        account: v.parse(accountRefSchema, account),
        peer: peer.id,
        device: peer.caller.device,
        name: peer.caller.only === null ? peer.caller.name : undefined,
        sessions: visible,
      })
    },
    async start(peer, sessionId, name) {
      const { device } = peer.caller
      const refuse = (reason: Refusal) => send(peer, { type: 'refused', sessionId, reason })
      peer.starting = sessionId
      // A licence that has run out never ends a running session, nor keeps one from coming back.
      const refusal = sessions.has(sessionId) ? null : await deps.licenceRefusal(account)
      // Stop may have been pressed meanwhile, or the phone gone.
      if (peer.starting !== sessionId || peer.gone || peer.client === null) return
      peer.starting = null
      const existing = sessions.get(sessionId)
      if (!mayStart(existing, peer.client)) return refuse('taken')
      if (existing === undefined) {
        if (refusal !== null) return refuse(refusal)
        if (sessions.size >= mostSessions) return refuse('too-many')
      }
      const startedAt = existing?.startedAt ?? now()
      const presence: Presence = { state: 'here', peer: peer.id }
      const session: Session = { id: sessionId, name, station: peer.client, device, startedAt, presence }
      if (existing === undefined || existing.name !== name || existing.device !== device) {
        store.put({ accountId: account, id: sessionId, name, station: peer.client, device, startedAt })
      }
      // The station's former connection may still look alive; this one is the station now.
      const former = existing?.presence.state === 'here' ? peers.get(existing.presence.peer) : undefined
      if (former !== undefined) former.hosting = null
      const formerSession = peer.hosting
      peer.hosting = sessionId
      sessions.set(sessionId, session)
      send(peer, { type: 'started', sessionId, startedAt: new Date(startedAt).toISOString() })
      if (formerSession !== null && formerSession !== sessionId) forget([formerSession])
      else tellSessions()
    },
    stop(sessionId) {
      if (!sessions.has(sessionId)) return false
      forget([sessionId])
      return true
    },
    relay(peer, to, call, payload) {
      const other = peers.get(to)
      // One of the two is a Baby Station: parents have nothing to say to each other.
      const isForUs =
        other !== undefined &&
        (other.hosting === null) !== (peer.hosting === null) &&
        mayReach(peer, other, sessions) &&
        mayReach(other, peer, sessions)
      if (isForUs) relay(peer, other, call, payload)
      else send(peer, { type: 'unreachable', to, call })
    },
    checkCalls(peer, devices) {
      const admitted = deps.admitted(account)
      for (const device of devices) if (!admitted.has(device)) send(peer, { type: 'revoked', device })
    },
    revoke,
    revokeAll: () => revoke(devicesHere()),
    recheck(admitted) {
      const gone = devicesHere().filter((device) => !admitted.has(device))
      if (gone.length > 0) revoke(gone)
    },
    stationOf(id) {
      const session = sessions.get(id)
      return session === undefined ? null : { station: session.station, name: session.name }
    },
    tellNewcomer({ device, name, letInBy }) {
      for (const peer of peers.values()) {
        if (peer.caller.only !== null || [device, letInBy].includes(peer.caller.device)) continue
        if (peer.client !== null) send(peer, { type: 'newcomer', device, name })
      }
    },
    sweep(timeMs) {
      for (const peer of peers.values()) {
        // A frozen page's socket still answers pings, so a Baby Station has to speak for itself.
        const isSilent = peer.hosting !== null && timeMs - peer.heardAtMs > silenceMs
        const isMute = peer.client === null && timeMs - peer.openedAtMs > helloWithinMs
        const isGone = timeMs - peer.heardAtMs > goneMs
        if (isSilent || isMute || isGone) dismiss(peer, 'too-slow')
      }
      const over: SessionId[] = []
      let hasChanged = false
      for (const session of sessions.values()) {
        const next = afterWaiting(session, timeMs)
        if (next === null) over.push(session.id)
        else if (next !== session) {
          sessions.set(next.id, next)
          hasChanged = true
        }
      }
      if (over.length > 0) remove(over)
      if (over.length > 0 || hasChanged) tellSessions()
    },
    close() {
      for (const peer of peers.values()) dismiss(peer, 'closing')
    },
  }
}
