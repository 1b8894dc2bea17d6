// The room behind both doors: who is connected, which sessions run, and who may reach whom. Accounts never meet here,
// because every look-up begins in the caller's own house.

import {
  clientMessageSchema,
  decodeFrame,
  encodeFrame,
  maxFrameBytes,
  protocolVersion,
  silenceMs,
  type ClientId,
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
import { messageAccess } from '../web/access.ts'
import { createAllowance } from './allowance.ts'
import { hasNoPlaceFor, mayReach, maySee, visibleSessions, type House } from './house.ts'
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
  connect(caller: Caller, line: Line): Connection
  sessions(account: AccountId): { id: SessionId; name: string; startedAt: string }[]
  /** The Baby Station that runs this session; null when this account has no such session. */
  stationOf(account: AccountId, session: SessionId): { station: ClientId; name: string } | null
  /** False when this account has no such session. Resolves when the session is forgotten and everybody is told. */
  stop(account: AccountId, session: SessionId): boolean
  /** A person has ended these log-ins: their connections and sessions end, the other stations close their calls. */
  revoke(account: AccountId, devices: readonly DeviceId[]): void
  /** The same for all of them: the account is gone. */
  revokeAll(account: AccountId): void
  /** The same for everybody whom their account does not admit any more: the owner has changed something by command. */
  recheck(admitted: (account: AccountId) => ReadonlySet<string>): void
  /** Tells the account's other phones that one of them has let a phone in. */
  tellNewcomer(account: AccountId, newcomer: { device: DeviceId; name: string; letInBy: DeviceId }): void
  close(): void
}

const sweepMs = 1000
const helloWithinMs = 5000
/** Ended log-ins that a Baby Station is told of when it is back: it may have been away when they ended. */
const endedRemembered = 64
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
}): Hub {
  const { store, now, elapsed } = deps
  const houses = new Map<AccountId, House>()
  const ended = new Map<AccountId, readonly DeviceId[]>()
  let sweeping: NodeJS.Timeout | undefined
  let sweptAtMs = 0

  function houseOf(account: AccountId): House {
    let house = houses.get(account)
    if (house === undefined) {
      house = { peers: new Map(), sessions: new Map() }
      houses.set(account, house)
    }
    return house
  }

  function leaveIfEmpty(account: AccountId, house: House): void {
    if (house.peers.size === 0 && house.sessions.size === 0) houses.delete(account)
  }

  function tellSessions(house: House): void {
    const text = encodeFrame({ type: 'sessions', sessions: [...house.sessions.values()].map(describe) })
    for (const peer of house.peers.values()) {
      if (peer.client === null || peer.gone) continue
      if (peer.caller.only === null) peer.line.send(text)
      else tellGuest(peer, house)
    }
  }

  function tellGuest(peer: Peer, house: House): void {
    const sessions = visibleSessions(peer, house)
    const told = JSON.stringify(sessions)
    if (told === peer.told) return
    peer.told = told
    send(peer, { type: 'sessions', sessions })
  }

  function forget(account: AccountId, house: House, sessions: readonly SessionId[]): void {
    store.remove(account, sessions)
    for (const id of sessions) {
      const session = house.sessions.get(id)
      house.sessions.delete(id)
      for (const peer of house.peers.values()) {
        if (peer.hosting === id) peer.hosting = null
        if (session !== undefined && maySee(peer, session)) send(peer, { type: 'stopped', sessionId: id })
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
    const refusal = isNew ? await deps.licenceRefusal(accountId) : null
    if (peer.gone || peer.client === null) return
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
    if (
      other === undefined ||
      other.gone ||
      (other.hosting === null) === (peer.hosting === null) ||
      !mayReach(peer, other, house) ||
      !mayReach(other, peer, house)
    ) {
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
      const sessions = visibleSessions(peer, house)
      peer.told = JSON.stringify(sessions)
      send(peer, {
        type: 'welcome',
        version: protocolVersion,
        peer: peer.id,
        device: peer.caller.device,
        sessions,
      })
      if (peer.caller.only === null) {
        for (const device of ended.get(peer.caller.accountId) ?? []) send(peer, { type: 'revoked', device })
      }
      return
    }
    if (peer.caller.only !== null && messageAccess[header.type] === 'member') return forbidden(peer)
    switch (header.type) {
      case 'hello':
        return malformed(peer)
      case 'heartbeat':
        return send(peer, { type: 'heartbeat' })
      case 'start':
        void start(peer, house, header).catch(() => dismiss(peer, 'closing'))
        return
      case 'stop':
        // Already forgotten, or never there: what was asked for is so.
        if (!stop(peer.caller.accountId, header.sessionId)) send(peer, { type: 'stopped', sessionId: header.sessionId })
        return
      case 'signal':
        return relay(peer, house, header, frame.payload ?? '')
    }
  }

  function malformed(peer: Peer): void {
    peer.heardAtMs = elapsed()
    if (!peer.allowance.spend(malformedCost, peer.heardAtMs)) return dismiss(peer, 'malformed')
    send(peer, { type: 'error', code: 'malformed' })
  }

  /** No page of ours asks for what it may not. */
  function forbidden(peer: Peer): void {
    if (!peer.allowance.spend(malformedCost, peer.heardAtMs)) return dismiss(peer, 'malformed')
    send(peer, { type: 'error', code: 'forbidden' })
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
    ended.set(account, [...(ended.get(account) ?? []), ...devices].slice(-endedRemembered))
    const house = houses.get(account)
    if (house === undefined) return
    const sessions = [...house.sessions.values()].filter((session) => devices.includes(session.device))
    if (sessions.length > 0)
      forget(
        account,
        house,
        sessions.map((session) => session.id),
      )
    for (const peer of house.peers.values()) {
      // A guest hears of its own end alone; a Baby Station's it sees by its session.
      const heard = peer.caller.only === null ? devices : devices.filter((device) => device === peer.caller.device)
      for (const device of heard) send(peer, { type: 'revoked', device })
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
      for (const peer of house.peers.values()) {
        // A frozen page's socket still answers pings, so a Baby Station has to speak for itself.
        const isSilent = peer.hosting !== null && time - peer.heardAtMs > silenceMs
        const isMute = peer.client === null && time - peer.openedAtMs > helloWithinMs
        if (isSilent || isMute) dismiss(peer, 'too-slow')
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
      if (over.length > 0) {
        store.remove(account, over)
        for (const id of over) house.sessions.delete(id)
      }
      if (over.length > 0 || hasChanged) tellSessions(house)
      leaveIfEmpty(account, house)
    }
  }

  return {
    open() {
      const presence = awaited(elapsed())
      for (const { accountId, ...row } of store.all()) houseOf(accountId).sessions.set(row.id, { ...row, presence })
      sweptAtMs = elapsed()
      sweeping = setInterval(sweep, sweepMs)
    },
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
        heardAtMs: time,
        told: '',
        gone: false,
      }
      const isFull = hasNoPlaceFor(caller, house)
      house.peers.set(peer.id, peer)
      if (isFull) dismiss(peer, 'too-many')
      return {
        id: peer.id,
        receive: (text) => peer.gone || receive(peer, house, text),
        receiveMalformed: () => peer.gone || malformed(peer),
        closed: () => closed(peer, house),
      }
    },
    sessions: (account) =>
      [...(houses.get(account)?.sessions.values() ?? [])]
        .filter(isRunning)
        .map((session) => ({ id: session.id, name: session.name, startedAt: describe(session).startedAt })),
    stationOf(account, id) {
      const session = houses.get(account)?.sessions.get(id)
      return session === undefined ? null : { station: session.station, name: session.name }
    },
    stop,
    revoke,
    revokeAll(account) {
      const house = houses.get(account)
      if (house === undefined) return void ended.delete(account)
      const holders = [...house.peers.values()].map(({ caller }) => caller.device)
      revoke(account, [...new Set([...holders, ...[...house.sessions.values()].map(({ device }) => device)])])
      ended.delete(account)
    },
    tellNewcomer(account, { device, name, letInBy }) {
      for (const peer of houses.get(account)?.peers.values() ?? []) {
        if (peer.caller.only !== null || [device, letInBy].includes(peer.caller.device)) continue
        if (peer.client !== null) send(peer, { type: 'newcomer', device, name })
      }
    },
    recheck(admitted) {
      for (const [account, house] of houses) {
        const known = admitted(account)
        const present = [...house.peers.values()].map(({ caller }) => caller.device)
        const running = [...house.sessions.values()].map(({ device }) => device)
        const gone = [...new Set([...present, ...running])].filter((device) => !known.has(device))
        if (gone.length > 0) revoke(account, gone)
      }
    },
    close() {
      clearInterval(sweeping)
      for (const house of houses.values()) for (const peer of house.peers.values()) dismiss(peer, 'closing')
      houses.clear()
    },
  }
}
