// The room behind both doors: who is connected, which sessions run, and who may reach whom. Accounts never meet here,
// because every look-up begins in the caller's own house.

import * as v from 'valibot'
import {
  accountRefSchema,
  clientMessageSchema,
  decodeFrame,
  encodeFrame,
  maxFrameBytes,
  protocolVersion,
  silenceMs,
  type ClientMessage,
  type DeviceId,
  type PeerId,
  type Refusal,
  type SessionId,
} from '../../public/shared/protocol.ts'
import { randomId } from '../random-id.ts'
import { afterWaiting, awaited, describe, isRunning, mayStart, type Session } from '../sessions/session.ts'
import type { AccountId } from '../store/account-store.ts'
import type { SessionStore } from '../store/session-store.ts'
import { createAllowance } from './allowance.ts'
import { dismiss, send, type Caller, type Line, type Peer } from './peer.ts'

export interface Connection {
  readonly id: PeerId
  /** One frame as it came. */
  receive(text: string): void
  /** Something came that is no frame: binary, not UTF-8, too long. */
  receiveMalformed(): void
  /** The line is closed, whoever closed it. Idempotent. */
  closed(): void
}

export interface Hub {
  /** Takes the sessions that were running when the box went down as running still. */
  open(): void
  /** False when the account has as many connections as a family needs. */
  hasRoom(account: AccountId): boolean
  connect(caller: Caller, line: Line): Connection
  sessions(account: AccountId): { id: SessionId; name: string; startedAt: string }[]
  /** False when this account has no such session. Resolves when the session is forgotten and everybody is told. */
  stop(account: AccountId, session: SessionId): boolean
  /** A person has ended these log-ins: their connections and sessions end, the other stations close their calls. */
  revoke(account: AccountId, devices: readonly DeviceId[]): void
  /** The same for all of them: the account is gone. */
  revokeAll(account: AccountId): void
  close(): void
}

interface House {
  readonly peers: Map<PeerId, Peer>
  readonly sessions: Map<SessionId, Session>
  /** Log-ins that a person ended while a session ran: a Baby Station that did not hear it is told when it is back. */
  readonly revoked: Set<DeviceId>
}

const sweepMs = 1000
const helloWithinMs = 5000
/** Nobody sees an event stream's phone die. A page in the background still says something once a minute. */
const goneMs = 75_000
const peersPerAccount = 64
const sessionsPerAccount = 16
/** A frame that is none costs as much as this many honest ones. */
const malformedCost = 16
/** Joining costs a parent about 20 frames, a baby the same for each parent. */
const burst = 256
const perSecond = 32

export function createHub(deps: {
  readonly store: SessionStore
  /** Asked before each new session; null allows it. */
  licenceRefusal(account: AccountId): Promise<Refusal | null>
  /** The time of day, milliseconds since 1970. */
  now(): number
  /** Milliseconds that pass evenly, whatever happens to the clock: a Raspberry Pi starts in 1970 and jumps. */
  elapsed(): number
  /** Something that should not happen, for the log. */
  onTrouble(what: string, problem: unknown): void
}): Hub {
  const { store, now, elapsed } = deps
  const houses = new Map<AccountId, House>()
  let sweeping: NodeJS.Timeout | undefined
  let sweptAtMs = 0

  function houseOf(account: AccountId): House {
    let house = houses.get(account)
    if (house === undefined) {
      house = { peers: new Map(), sessions: new Map(), revoked: new Set() }
      houses.set(account, house)
    }
    return house
  }

  function leaveIfEmpty(account: AccountId, house: House): void {
    if (house.sessions.size > 0) return
    house.revoked.clear()
    if (house.peers.size === 0) houses.delete(account)
  }

  function tellSessions(house: House): void {
    const text = encodeFrame({ type: 'sessions', sessions: [...house.sessions.values()].map(describe) })
    for (const peer of house.peers.values()) if (peer.client !== null && !peer.gone) peer.line.send(text)
  }

  function forget(account: AccountId, house: House, sessions: readonly SessionId[]): void {
    store.remove(account, sessions)
    for (const id of sessions) {
      house.sessions.delete(id)
      for (const peer of house.peers.values()) {
        if (peer.hosting === id) peer.hosting = null
        send(peer, { type: 'stopped', sessionId: id })
      }
    }
    tellSessions(house)
  }

  async function start(peer: Peer, house: House, message: ClientMessage & { type: 'start' }): Promise<void> {
    const { sessionId, name } = message
    const { accountId, device } = peer.caller
    const refuse = (reason: Refusal) => send(peer, { type: 'refused', sessionId, reason })
    const isNew = !house.sessions.has(sessionId)
    // A licence that has run out never ends a running session, nor keeps one from coming back.
    peer.starting = sessionId
    const refusal = isNew ? await deps.licenceRefusal(accountId) : null
    // Stop may have been pressed meanwhile, or the phone gone.
    if (peer.starting !== sessionId || peer.gone || peer.client === null) return
    peer.starting = null
    const existing = house.sessions.get(sessionId)
    if (!mayStart(existing, peer.client)) return refuse('taken')
    if (existing === undefined) {
      if (refusal !== null) return refuse(refusal)
      if (house.sessions.size >= sessionsPerAccount) return refuse('too-many')
    }
    const session: Session = {
      id: sessionId,
      name,
      station: peer.client,
      device,
      startedAt: existing?.startedAt ?? now(),
      presence: { state: 'here', peer: peer.id },
    }
    if (existing === undefined || existing.name !== name || existing.device !== device) {
      store.put({ accountId, ...session })
    }
    // The station's former connection may still look alive; this one is the station now.
    if (existing?.presence.state === 'here') {
      const former = house.peers.get(existing.presence.peer)
      if (former !== undefined && former !== peer) former.hosting = null
    }
    const formerSession = peer.hosting
    peer.hosting = sessionId
    house.sessions.set(sessionId, session)
    send(peer, { type: 'started', sessionId, startedAt: new Date(session.startedAt).toISOString() })
    if (formerSession !== null && formerSession !== sessionId) forget(accountId, house, [formerSession])
    else tellSessions(house)
  }

  function stop(account: AccountId, sessionId: SessionId): boolean {
    const house = houses.get(account)
    if (house === undefined || !house.sessions.has(sessionId)) return false
    forget(account, house, [sessionId])
    leaveIfEmpty(account, house)
    return true
  }

  function relay(peer: Peer, house: House, message: ClientMessage & { type: 'signal' }, payload: string): void {
    const other = house.peers.get(message.to)
    // One of the two is a Baby Station: parents have nothing to say to each other.
    if (other === undefined || other.gone || (other.hosting === null) === (peer.hosting === null)) {
      return send(peer, { type: 'unreachable', to: message.to, call: message.call })
    }
    send(other, { type: 'signal', from: peer.id, device: peer.caller.device, call: message.call }, payload)
  }

  function receive(peer: Peer, house: House, text: string): void {
    peer.heardAtMs = elapsed()
    if (!peer.allowance.spend(1, peer.heardAtMs)) return dismiss(peer, 'too-fast')
    const frame = text.length > maxFrameBytes ? null : decodeFrame(clientMessageSchema, text)
    if (frame === null || (frame.payload !== undefined) !== (frame.header.type === 'signal')) return malformed(peer)
    const { header } = frame
    if (peer.client === null) {
      if (header.type !== 'hello') return send(peer, { type: 'error', code: 'hello-first' })
      if (header.version !== protocolVersion) return dismiss(peer, 'version')
      peer.client = header.clientId
      return welcome(peer, house)
    }
    switch (header.type) {
      case 'hello':
        return malformed(peer)
      case 'heartbeat':
        return send(peer, { type: 'heartbeat' })
      case 'start':
        void start(peer, house, header).catch((problem: unknown) => fail(peer, problem))
        return
      case 'stop':
        if (peer.starting === header.sessionId) peer.starting = null
        // Already forgotten, or never there: what was asked for is so.
        if (!stop(peer.caller.accountId, header.sessionId)) send(peer, { type: 'stopped', sessionId: header.sessionId })
        return
      case 'signal':
        return relay(peer, house, header, frame.payload ?? '')
    }
  }

  function welcome(peer: Peer, house: House): void {
    const sessions = [...house.sessions.values()].map(describe)
    const account = v.parse(accountRefSchema, peer.caller.accountId)
    send(peer, {
      type: 'welcome',
      version: protocolVersion,
      account,
      peer: peer.id,
      device: peer.caller.device,
      sessions,
    })
    for (const device of house.revoked) send(peer, { type: 'revoked', device })
  }

  /** A full disk, for example: the phone tries again on a new connection, and nobody else notices. */
  function fail(peer: Peer, problem: unknown): void {
    deps.onTrouble('A message could not be dealt with', problem)
    dismiss(peer, 'closing')
  }

  function malformed(peer: Peer): void {
    peer.heardAtMs = elapsed()
    if (!peer.allowance.spend(malformedCost, peer.heardAtMs)) return dismiss(peer, 'malformed')
    send(peer, { type: 'error', code: 'malformed' })
  }

  function closed(peer: Peer, house: House): void {
    if (peer.gone) return
    peer.gone = true
    house.peers.delete(peer.id)
    const session = peer.hosting === null ? undefined : house.sessions.get(peer.hosting)
    if (session !== undefined) {
      house.sessions.set(session.id, { ...session, presence: { state: 'lost', sinceMs: elapsed() } })
      tellSessions(house)
    }
    leaveIfEmpty(peer.caller.accountId, house)
  }

  function revoke(account: AccountId, devices: readonly DeviceId[]): void {
    const house = houses.get(account)
    if (house === undefined) return
    const ended = [...house.sessions.values()].filter((session) => devices.includes(session.device))
    if (ended.length > 0)
      forget(
        account,
        house,
        ended.map((session) => session.id),
      )
    for (const device of devices) house.revoked.add(device)
    for (const peer of house.peers.values()) {
      for (const device of devices) send(peer, { type: 'revoked', device })
      if (devices.includes(peer.caller.device)) dismiss(peer, 'logged-out')
    }
    leaveIfEmpty(account, house)
  }

  function sweep(): void {
    const time = elapsed()
    // The machine slept, and what the phones said meanwhile has not been read yet: nobody is silent for that.
    const isLate = time - sweptAtMs > 3 * sweepMs
    sweptAtMs = time
    if (isLate) return
    for (const [account, house] of houses) {
      try {
        sweepHouse(account, house, time)
      } catch (problem) {
        // It is tried again in a second.
        deps.onTrouble('A session that is over could not be forgotten', problem)
      }
    }
  }

  function sweepHouse(account: AccountId, house: House, time: number): void {
    for (const peer of house.peers.values()) {
      // A frozen page's socket still answers pings, so a Baby Station has to speak for itself.
      const isSilent = peer.hosting !== null && time - peer.heardAtMs > silenceMs
      const isMute = peer.client === null && time - peer.openedAtMs > helloWithinMs
      const isGone = time - peer.heardAtMs > goneMs
      if (isSilent || isMute || isGone) dismiss(peer, 'too-slow')
    }
    const over: SessionId[] = []
    let hasChanged = false
    for (const session of house.sessions.values()) {
      const next = afterWaiting(session, time)
      if (next === null) over.push(session.id)
      else if (next !== session) {
        house.sessions.set(next.id, next)
        hasChanged = true
      }
    }
    if (over.length > 0) store.remove(account, over)
    for (const id of over) house.sessions.delete(id)
    if (over.length > 0 || hasChanged) tellSessions(house)
    leaveIfEmpty(account, house)
  }

  return {
    open() {
      const presence = awaited(elapsed())
      for (const { accountId, ...row } of store.all()) houseOf(accountId).sessions.set(row.id, { ...row, presence })
      sweptAtMs = elapsed()
      sweeping = setInterval(sweep, sweepMs)
    },
    hasRoom: (account) => (houses.get(account)?.peers.size ?? 0) < peersPerAccount,
    connect(caller, line) {
      const house = houseOf(caller.accountId)
      const time = elapsed()
      const peer: Peer = {
        id: randomId(),
        caller,
        line,
        allowance: createAllowance(burst, perSecond),
        openedAtMs: time,
        client: null,
        hosting: null,
        starting: null,
        heardAtMs: time,
        gone: false,
      }
      house.peers.set(peer.id, peer)
      return {
        id: peer.id,
        receive(text) {
          if (peer.gone) return
          try {
            receive(peer, house, text)
          } catch (problem) {
            fail(peer, problem)
          }
        },
        receiveMalformed: () => peer.gone || malformed(peer),
        closed: () => closed(peer, house),
      }
    },
    sessions: (account) =>
      [...(houses.get(account)?.sessions.values() ?? [])]
        .filter(isRunning)
        .map((session) => ({ id: session.id, name: session.name, startedAt: describe(session).startedAt })),
    stop,
    revoke,
    revokeAll(account) {
      const house = houses.get(account)
      if (house === undefined) return
      const holders = [...house.peers.values()].map(({ caller }) => caller.device)
      revoke(account, [...new Set([...holders, ...[...house.sessions.values()].map(({ device }) => device)])])
    },
    close() {
      clearInterval(sweeping)
      for (const house of houses.values()) for (const peer of house.peers.values()) dismiss(peer, 'closing')
      houses.clear()
    },
  }
}
