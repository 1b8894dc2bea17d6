// The room behind both doors: takes each connection to its account's house and reads what it says there.

import {
  maxFrameBytes,
  protocolVersion,
  type DeviceId,
  type PeerId,
  type SessionId,
} from '../../public/shared/protocol.ts'
import { randomId } from '../random-id.ts'
import { awaited } from '../sessions/session.ts'
import type { AccountId } from '../store/account-store.ts'
import { messageAccess } from '../web/access.ts'
import { createAllowance } from './allowance.ts'
import { createFrameReader } from './frames.ts'
import { createHouse, type House, type HouseDeps } from './house.ts'
import { dismiss, send, type Caller, type Line, type Peer } from './peer.ts'

export interface Connection {
  readonly id: PeerId
  /** One frame as it came, UTF-8; its memory may be taken back when this returns. */
  receive(frame: Buffer): void
  /** Something came that is no frame: binary, not UTF-8, too long. */
  receiveMalformed(): void
  /** The line is closed, whoever closed it. Idempotent. */
  closed(): void
}

export interface Hub {
  /** Takes the sessions that were running when the box went down as running still. */
  open(): void
  /** False when the account has as many connections as a family, or a guest, needs. */
  hasRoomFor(caller: Caller): boolean
  connect(caller: Caller, line: Line): Connection
  sessions(account: AccountId): ReturnType<House['sessions']>
  /** False when this account has no such session. When it returns, the session is forgotten and everybody has been told. */
  stop(account: AccountId, session: SessionId): boolean
  /** A person has ended these log-ins: their connections and sessions end, the other stations close their calls. */
  revoke(account: AccountId, devices: readonly DeviceId[]): void
  /** The same for all of them: the account is gone. */
  revokeAll(account: AccountId): void
  /** The same for everybody whom their account does not admit any more: the owner has changed something by command. */
  recheck(admitted?: HubDeps['admitted']): void
  /** The Baby Station that runs this session; null when this account has no such session. */
  stationOf(account: AccountId, session: SessionId): ReturnType<House['stationOf']>
  /** Tells the account's other phones that one of them has let a phone in. */
  tellNewcomer(account: AccountId, newcomer: Parameters<House['tellNewcomer']>[0]): void
  close(): void
}

export interface HubDeps extends HouseDeps {
  /** Something that should not happen, for the log. */
  onTrouble(what: string, problem: unknown): void
}

const sweepMs = 1000
/** A frame that is none costs as much as this many honest ones. */
const malformedCost = 16
/** Joining costs a parent about 20 frames, a baby the same for each parent. */
const burst = 256
const perSecond = 32
const noBytes = new Uint8Array(0)

export function createHub(deps: HubDeps): Hub {
  const { store, elapsed, onTrouble } = deps
  const houses = new Map<AccountId, House>()
  let sweeping: NodeJS.Timeout | undefined
  let sweptAtMs = 0

  function houseOf(account: AccountId): House {
    let house = houses.get(account)
    if (house === undefined) {
      house = createHouse(account, deps)
      houses.set(account, house)
    }
    return house
  }

  /** Does something in a house that may be empty afterwards. */
  function inHouse<Result>(account: AccountId, work: (house: House) => Result): Result {
    const house = houseOf(account)
    try {
      return work(house)
    } finally {
      if (house.isEmpty()) houses.delete(account)
    }
  }

  function receive(peer: Peer, house: House, bytes: Buffer): void {
    peer.heardAtMs = elapsed()
    if (!peer.allowance.spend(1, peer.heardAtMs)) return dismiss(peer, 'too-fast')
    const frame = bytes.length > maxFrameBytes ? null : peer.read(bytes)
    if (frame === null || (frame.payload !== null) !== (frame.header.type === 'signal')) return malformed(peer)
    const { header, payload } = frame
    if (peer.client === null) {
      if (header.type !== 'hello') return send(peer, { type: 'error', code: 'hello-first' })
      if (header.version !== protocolVersion) return dismiss(peer, 'version')
      return house.welcome(peer, header.clientId)
    }
    if (peer.caller.only !== null && messageAccess[header.type] === 'member') return forbidden(peer)
    switch (header.type) {
      case 'hello':
        return malformed(peer)
      case 'heartbeat':
        return send(peer, { type: 'heartbeat' })
      case 'start':
        house.start(peer, header.sessionId, header.name).catch((problem: unknown) => fail(peer, problem))
        return
      case 'stop':
        if (peer.starting === header.sessionId) peer.starting = null
        // Already forgotten, or never there: what was asked for is so.
        if (!house.stop(header.sessionId)) send(peer, { type: 'stopped', sessionId: header.sessionId })
        return
      case 'signal':
        return house.relay(peer, header.to, header.call, payload ?? noBytes)
      case 'calls':
        return house.checkCalls(peer, header.devices)
    }
  }

  /** A full disk, for example: the phone tries again on a new connection, and nobody else notices. */
  function fail(peer: Peer, problem: unknown): void {
    onTrouble('A message could not be dealt with', problem)
    dismiss(peer, 'closing')
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

  function sweep(): void {
    const timeMs = elapsed()
    // The machine slept, and what the phones said meanwhile has not been read yet: nobody is silent for that.
    const isLate = timeMs - sweptAtMs > 3 * sweepMs
    sweptAtMs = timeMs
    if (isLate) return
    for (const account of houses.keys()) {
      try {
        inHouse(account, (house) => house.sweep(timeMs))
      } catch (problem) {
        // It is tried again in a second.
        onTrouble('A session that is over could not be forgotten', problem)
      }
    }
  }

  return {
    open() {
      const presence = awaited(elapsed())
      for (const row of store.all()) houseOf(row.accountId).restore(row, presence)
      sweptAtMs = elapsed()
      sweeping = setInterval(sweep, sweepMs)
    },
    hasRoomFor: (caller) => inHouse(caller.accountId, (house) => house.hasRoomFor(caller)),
    connect(caller, line) {
      const timeMs = elapsed()
      const peer: Peer = {
        id: randomId(),
        caller,
        line,
        allowance: createAllowance(burst, perSecond),
        read: createFrameReader(),
        openedAtMs: timeMs,
        client: null,
        hosting: null,
        starting: null,
        heardAtMs: timeMs,
        told: '',
        introduction: null,
        gone: false,
      }
      const house = houseOf(caller.accountId)
      house.enter(peer)
      return {
        id: peer.id,
        receive(frame) {
          if (peer.gone) return
          try {
            receive(peer, house, frame)
          } catch (problem) {
            fail(peer, problem)
          }
        },
        receiveMalformed: () => peer.gone || malformed(peer),
        closed: () => inHouse(caller.accountId, () => house.leave(peer)),
      }
    },
    sessions: (account) => houses.get(account)?.sessions() ?? [],
    stop: (account, session) => inHouse(account, (house) => house.stop(session)),
    revoke: (account, devices) => inHouse(account, (house) => house.revoke(devices)),
    revokeAll: (account) => inHouse(account, (house) => house.revokeAll()),
    recheck(admitted = deps.admitted) {
      for (const account of houses.keys()) inHouse(account, (house) => house.recheck(admitted(account)))
    },
    stationOf: (account, session) => houses.get(account)?.stationOf(session) ?? null,
    tellNewcomer: (account, newcomer) => houses.get(account)?.tellNewcomer(newcomer),
    close() {
      clearInterval(sweeping)
      for (const house of houses.values()) house.close()
      houses.clear()
    },
  }
}
