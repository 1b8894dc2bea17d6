// The Parent Station's calls: seldom more than one, two while a new one is to take over from one that has stalled.

import { createParentCall } from '../rtc/parent-call.ts'
import type { Counters } from '../rtc/counters.ts'
import type { ParentCall } from '../rtc/parent-call.ts'
import type { CallId, DeviceId, Payload, PeerId, SessionId } from '../shared/protocol.ts'
import type { StationMessage } from '../shared/station-protocol.ts'
import type { WatchEvent } from './watch.ts'

export interface CallsDeps {
  send(to: PeerId, call: CallId, payload: Payload): void
  /** Where the session's Baby Station is to be found now; null when the box does not know. */
  peerOf(session: SessionId): PeerId | null
  event(event: WatchEvent): void
  stream(stream: MediaStream, picture: boolean): void
  counters(call: CallId, counters: Counters): void
  /** What the baby says over the data channel of a call. */
  message(call: CallId, message: StationMessage): void
  /** The baby's end of a call was closed, and nobody has said Stop. */
  closed(): void
}

export interface Calls {
  join(call: CallId, to: PeerId, session: SessionId): void
  has(call: CallId): boolean
  /** Asks the baby to offer a call anew that has stalled. */
  restart(call: CallId): void
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
  /** Over the data channel of this call; false when the baby cannot hear it. */
  say(call: CallId, message: StationMessage): boolean
  /** Sends this phone's microphone over these calls and those to come; null sends nothing. */
  speak(track: MediaStreamTrack | null): void
  /** Whether the baby of this call takes it; null while that is not known. */
  takesVoice(call: CallId): boolean | null
  /** What the browser tells of the connection; null without one. */
  stats(call: CallId): Promise<RTCStatsReport | null>
}

interface Line {
  readonly session: SessionId
  readonly call: ParentCall
  offered: boolean
  device: DeviceId | null
  /** What it gives, while another call is still shown. */
  waiting: { readonly stream: MediaStream; readonly picture: boolean } | null
}

export function createCalls(deps: CallsDeps): Calls {
  const lines = new Map<CallId, Line>()
  /** The call whose stream was handed on last. */
  let shown: CallId | null = null
  let voice: MediaStreamTrack | null = null

  const tell = (id: CallId, session: SessionId, payload: Payload): void => {
    const to = deps.peerOf(session)
    if (to !== null) deps.send(to, id, payload)
  }

  const show = (id: CallId, stream: MediaStream, picture: boolean): void => {
    shown = id
    deps.stream(stream, picture)
  }

  const leave = (id: CallId, line: Line): void => {
    lines.delete(id)
    line.call.leave()
    line.call.close()
    if (shown !== id) return
    shown = null
    for (const [other, { waiting }] of lines) if (waiting !== null) show(other, waiting.stream, waiting.picture)
  }

  const prepare = (id: CallId, session: SessionId): ParentCall =>
    createParentCall({
      send: (payload) => tell(id, session, payload),
      stream(stream, picture) {
        const line = lines.get(id)
        if (line === undefined) return
        // What is on the screen may heal, and gives way only when it is left.
        if (shown !== null && shown !== id) line.waiting = { stream, picture }
        else show(id, stream, picture)
      },
      counters: (counters) => deps.counters(id, counters),
      media: (verdict) => deps.event({ type: 'media', call: id, verdict }),
      message: (message) => deps.message(id, message),
      failed: () => deps.event({ type: 'failed', call: id }),
      closed: () => deps.closed(),
      stopped: () => deps.event({ type: 'stopped', sessionId: session }),
    })

  return {
    join(call, to, session) {
      deps.send(to, call, { kind: 'join' })
      // While the offer is on its way, since making a connection takes some milliseconds.
      const line: Line = { session, call: prepare(call, session), offered: false, device: null, waiting: null }
      line.call.speak(voice)
      lines.set(call, line)
    },
    has: (call) => lines.has(call),
    restart(call) {
      const line = lines.get(call)
      if (line !== undefined) tell(call, line.session, { kind: 'restart' })
    },
    keep(wanted) {
      for (const [id, line] of lines) if (!wanted.includes(id)) leave(id, line)
    },
    take(id, device, payload) {
      const line = lines.get(id)
      if (line === undefined) return
      line.device ??= device
      // Only the phone that took up the call may go on with it.
      if (line.device !== device) return
      if (payload.kind !== 'offer') {
        line.call.take(payload)
        return
      }
      if (!line.offered) {
        line.offered = true
        deps.event({ type: 'offered', call: id })
      }
      line.call.answer(payload.sdp)
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
    say: (call, message) => lines.get(call)?.call.say(message) ?? false,
    speak(track) {
      voice = track
      for (const { call } of lines.values()) call.speak(track)
    },
    takesVoice: (call) => lines.get(call)?.call.takesVoice() ?? null,
    stats: (call) => lines.get(call)?.call.stats() ?? Promise.resolve(null),
  }
}
