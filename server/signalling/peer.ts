// One signalling connection, by whichever door it came in.

import type {
  CallId,
  ClientId,
  DeviceId,
  Farewell,
  PeerId,
  ServerMessage,
  SessionId,
} from '../../public/shared/protocol.ts'
import { encodeFrame } from '../../public/shared/protocol.ts'
import type { AccountId } from '../store/account-store.ts'
import type { Allowance } from './allowance.ts'
import type { IncomingFrame } from './frames.ts'

/** The way to the phone: a socket or an event stream. Sending into a full one closes it; it never drops in silence. */
export interface Line {
  send(text: string): void
  /** One frame of two parts, both UTF-8, whose memory may be taken back when this returns; the header ends its line. */
  relay(header: Uint8Array, payload: Uint8Array): void
  /** What has been sent still arrives. */
  close(): void
}

/** Who opened the connection, as the box knows it from the cookie. */
export interface Caller {
  readonly accountId: AccountId
  readonly device: DeviceId
  /** What the family calls this phone, or this guest. */
  readonly name: string
  /** The one Baby Station that a guest may know of; null for a member. */
  readonly only: ClientId | null
}

export interface Peer {
  readonly id: PeerId
  readonly caller: Caller
  readonly line: Line
  readonly allowance: Allowance
  /** Null when it is no frame. */
  readonly read: (frame: Buffer) => IncomingFrame | null
  readonly openedAtMs: number
  /** Null until `hello`. */
  client: ClientId | null
  /** The session that this connection keeps alive. */
  hosting: SessionId | null
  /** The session that it has asked for and not yet got. */
  starting: SessionId | null
  heardAtMs: number
  /** The list of sessions as a guest was told it last; a change elsewhere in the house is nothing for it to notice. */
  told: string
  /** Of the signals that it sent last, what the box says before the payload. */
  introduction: { readonly call: CallId; readonly header: Uint8Array } | null
  gone: boolean
}

export function send(peer: Peer, message: ServerMessage): void {
  if (!peer.gone) peer.line.send(encodeFrame(message))
}

/** A signal from one to the other. The same words stand before all those of a call, so they are written once. */
export function relay(from: Peer, to: Peer, call: CallId, payload: Uint8Array): void {
  if (to.gone) return
  if (from.introduction?.call !== call) {
    const { device, only, name } = from.caller
    const guest = only === null ? {} : ({ guest: true, name } as const)
    const header = encodeFrame({ type: 'signal', from: from.id, device, call, ...guest }, '')
    from.introduction = { call, header: Buffer.from(header) }
  }
  to.line.relay(from.introduction.header, payload)
}

/** Says why, then closes; the door reports the close to the hub. */
export function dismiss(peer: Peer, reason: Farewell): void {
  send(peer, { type: 'farewell', reason })
  peer.line.close()
}
