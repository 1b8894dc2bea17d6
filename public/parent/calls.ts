// The Parent Station's calls: seldom more than one, two while a new one is to take over from one that has stalled.

import { createParentCall } from '../rtc/parent-call.ts'
import type { ParentCall } from '../rtc/parent-call.ts'
import type { CallId, DeviceId, Payload, PeerId, SessionId } from '../shared/protocol.ts'
import type { WatchEvent } from './watch.ts'

export interface CallsDeps {
  send(to: PeerId, call: CallId, payload: Payload): void
  /** Where the session's Baby Station is to be found now; null when the box does not know. */
  peerOf(session: SessionId): PeerId | null
  event(event: WatchEvent): void
  stream(stream: MediaStream, picture: boolean): void
}

export interface Calls {
  join(call: CallId, to: PeerId, session: SessionId): void
  has(call: CallId): boolean
  /** Leaves all others. */
  keep(wanted: readonly CallId[]): void
  /** A message of a baby, as the box has stamped it. */
  take(call: CallId, device: DeviceId, payload: Payload): void
  /** The box could not hand on what was sent for this call. */
  unreachable(call: CallId): void
  /** The log-ins of the Baby Stations that have taken up a call. */
  devices(): DeviceId[]
  /** This log-in has been ended: what it sends is to end. */
  revoke(device: DeviceId): void
  /** Looks again now whether anything arrives. */
  check(): void
}

interface Line {
  readonly session: SessionId
  readonly call: ParentCall
  offered: boolean
  device: DeviceId | null
}

export function createCalls(deps: CallsDeps): Calls {
  const lines = new Map<CallId, Line>()

  const tell = (id: CallId, session: SessionId, payload: Payload): void => {
    const to = deps.peerOf(session)
    if (to !== null) deps.send(to, id, payload)
  }

  const leave = (id: CallId, line: Line): void => {
    lines.delete(id)
    line.call.leave()
    line.call.close()
  }

  const prepare = (id: CallId, session: SessionId): ParentCall =>
    createParentCall({
      send: (payload) => tell(id, session, payload),
      stream(stream, picture) {
        if (lines.has(id)) deps.stream(stream, picture)
      },
      media: (verdict) => deps.event({ type: 'media', call: id, verdict }),
      failed: () => deps.event({ type: 'failed', call: id }),
      stopped: () => deps.event({ type: 'stopped', sessionId: session }),
    })

  return {
    join(call, to, session) {
      deps.send(to, call, { kind: 'join' })
      // While the offer is on its way, since making a connection takes some milliseconds.
      lines.set(call, { session, call: prepare(call, session), offered: false, device: null })
    },
    has: (call) => lines.has(call),
    keep(wanted) {
      for (const [id, line] of lines) if (!wanted.includes(id)) leave(id, line)
    },
    take(id, device, payload) {
      const line = lines.get(id)
      if (line === undefined) return
      line.device ??= device
      // Only the phone that took up the call may go on with it.
      if (line.device !== device) return
      if (payload.kind !== 'offer') line.call.take(payload)
      else if (!line.offered) {
        line.offered = true
        // The offer is the proof that this call can be had: the one before it is left first.
        deps.event({ type: 'offered', call: id })
        line.call.answer(payload.sdp)
      }
    },
    unreachable(call) {
      if (lines.get(call)?.offered === false) deps.event({ type: 'failed', call })
    },
    devices: () => [...lines.values()].flatMap(({ device }) => device ?? []),
    revoke(revoked) {
      for (const [call, { device }] of lines) if (device === revoked) deps.event({ type: 'failed', call })
    },
    check() {
      for (const { call } of lines.values()) call.check()
    },
  }
}
