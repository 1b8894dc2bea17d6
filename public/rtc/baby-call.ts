// The Baby Station's end of one call: it offers its microphone and, with a camera, its picture.

import type { Payload } from '../shared/protocol.ts'
import type { Report, StationMessage } from '../shared/station-protocol.ts'
import { downscale } from './encoding.ts'
import type { Limits } from './encoding.ts'
import { createOutgoing } from './outgoing.ts'
import type { Outgoing } from './outgoing.ts'
import { connectionStateOf } from './connection-state.ts'
import { createPeer } from './peer.ts'
import { remindForMs } from './reminder.ts'
import { firstReply, isHeard, mayReport, nextReply, packetsIn } from './reply.ts'
import { readSources } from './sources.ts'
import type { Sources } from './sources.ts'

export interface BabyCallEvents {
  send(payload: Payload): void
  connected(yes: boolean): void
  /** What the parent says by itself, over the data channel. */
  message(message: StationMessage): void
  /** Failed or cut off for too long, or `left`: the parent took leave. The owner closes the call. */
  over(left: boolean): void
}

/** A track may be null for now: the camera may come back later, without another offer. */
export interface BabyTracks {
  readonly audio: MediaStreamTrack | null
  readonly video: MediaStreamTrack | null
  /** Whether this session has a camera at all. */
  readonly picture: boolean
  /** In which order codecs are offered for it; null leaves that to the browser. */
  readonly codecs: readonly RTCRtpCodec[] | null
}

export interface BabyCall {
  take(payload: Payload): void
  /** The network may be back: tries at once what is known. */
  remind(): void
  /** The way to the parent may have changed or be back: finds it anew, if it is not heard. */
  restart(): void
  /** Another microphone or picture without another offer; null sends nothing for now. */
  replace(kind: 'audio' | 'video', track: MediaStreamTrack | null): void
  /** How much of the picture is encoded from now on. */
  limit(limits: Limits): void
  /** Over the data channel; false when the parent cannot hear it. */
  say(message: StationMessage): boolean
  /** The same for a report, which gets this call's next number. */
  report(make: (number: number) => Report): boolean
  /** What comes from the parent's microphone, while somebody talks to the baby. */
  readonly receiver: RTCRtpReceiver
  /** What microphone and camera have given to this call. */
  sources(): Promise<Sources>
  /** Tells the parent that a person pressed Stop, and resolves when it has heard, or after 500 ms. */
  stop(): Promise<void>
  close(): void
}

/** A call that has not come about by now is over. */
const beginMs = 30_000
/** One that has may be away for as long as it is tried; it costs next to nothing meanwhile. A parent that comes later makes a new call. */
const unreachableMs = remindForMs
/** An offer that has not been answered by now was lost. Until it is, the browser does not go on with the addresses it had. */
const answerMs = 700
/** For the addresses that are known: by them a call is back 0.2 s after the link. Another offer waits for the browser to find its own. */
const chanceMs = 800
/** By now a phone whose link is away has none of its addresses left (Chromium on Linux, measured: after 45 s to 100 s). */
const spentMs = 45_000
const farewellMs = 500
/** Little more than one report. */
const mostWaitingBytes = 1024

export function createBabyCall(tracks: BabyTracks, events: BabyCallEvents): BabyCall {
  let cutOff: ReturnType<typeof setTimeout> | undefined
  let heard: (() => void) | undefined
  let reports = 0
  let reportedMs = -Infinity
  let wasConnected = false
  let offeredMs = performance.now()
  let reply = firstReply(performance.now())
  /** Whether the browser says what the parent sends. */
  let isCounted = true
  let closed = false
  let listening: ReturnType<typeof setTimeout> | undefined
  let restarting: ReturnType<typeof setTimeout> | undefined
  const waitForParent = (ms: number): void => {
    // From the first time on: while it is away, the state goes to and fro.
    cutOff ??= setTimeout(() => events.over(false), ms)
  }
  const peer = createPeer({
    send: (payload) => events.send(payload),
    connection(state) {
      events.connected(state === 'connected')
      switch (state) {
        case 'connected':
          clearTimeout(cutOff)
          cutOff = undefined
          // Whatever was sent since it was away is lost, and pictures tell only what has changed.
          if (wasConnected) sending.video?.refresh()
          else void listen()
          wasConnected = true
          break
        case 'disconnected':
          waitForParent(unreachableMs)
          break
        case 'failed':
          if (!wasConnected) events.over(false)
          break
        case 'new':
        case 'connecting':
        case 'closed':
          break
      }
    },
    message(message) {
      if (message.type === 'leave') over(true)
      else events.message(message)
    },
    gone: () => over(false),
  })
  // After Stop the parent hanging up means that it has heard.
  const over = (left: boolean): void => {
    if (heard === undefined) events.over(left)
    else heard()
  }
  waitForParent(beginMs)

  const listen = async (): Promise<void> => {
    const packets = await packetsIn(peer.pc).catch(() => null)
    if (closed) return
    isCounted = packets !== null
    if (packets === null) return
    const next = nextReply(reply, packets, performance.now())
    reply = next.reply
    if (next.picture) sending.video?.refresh()
    listening = setTimeout(() => void listen(), next.againMs)
  }
  const isFine = (): boolean =>
    connectionStateOf(peer.pc) === 'connected' && (!isCounted || isHeard(reply, performance.now()))
  const offerAnew = (): void => {
    restarting = undefined
    if (isFine() || (peer.pc.signalingState !== 'stable' && performance.now() - offeredMs < answerMs)) return
    offeredMs = performance.now()
    peer.restart().catch(() => events.over(false))
  }
  const restart = (): void => {
    if (!wasConnected) return
    sending.video?.refresh()
    peer.remind()
    if (isFine()) return
    const isSpent = isCounted && performance.now() - reply.heardMs > spentMs
    restarting ??= setTimeout(offerAnew, isSpent ? 0 : chanceMs)
  }

  const outgoing = ({ sender }: RTCRtpTransceiver): Outgoing => createOutgoing(sender, () => events.over(false))
  // Both ways from the beginning: whoever talks to the baby later needs no other offer, which the box would have to carry.
  // And of no stream with the picture: of one stream, browsers hold back the picture as long as the sound, which a busy phone makes late
  // (measured on a busy machine, glass to glass: 2.3 times a bare call's, and 0.8 times without).
  const sound = peer.pc.addTransceiver(tracks.audio ?? 'audio', { direction: 'sendrecv' })
  const sending = {
    audio: outgoing(sound),
    video: tracks.picture
      ? outgoing(
          peer.pc.addTransceiver(tracks.video ?? 'video', {
            direction: 'sendonly',
            sendEncodings: [{ scaleResolutionDownBy: downscale(tracks.video?.getSettings() ?? {}) }],
          }),
        )
      : null,
  }
  if (tracks.codecs !== null) prefer(peer.pc, tracks.codecs)
  peer.describe('offer').catch(() => events.over(false))

  return {
    take(payload) {
      switch (payload.kind) {
        case 'answer':
          // One that is late, to an offer that another has taken the place of, changes nothing.
          peer.accept(payload).catch(() => {
            if (!wasConnected) events.over(false)
          })
          break
        case 'candidate':
          peer.candidate(payload)
          break
        case 'leave':
          over(true)
          break
        case 'restart':
          restart()
          break
        case 'join':
        case 'offer':
          break
      }
    },
    remind: () => peer.remind(),
    restart,
    replace(kind, track) {
      sending[kind]?.replace(track)
    },
    limit: (limits) => sending.video?.limit(limits),
    say: (message) => peer.say(message),
    report(make) {
      // What waits for the link would arrive stale, and before the one that tells how it is now.
      if (peer.waitingBytes() > mostWaitingBytes) return false
      const nowMs = performance.now()
      if (isCounted && !mayReport(reply, reportedMs, nowMs)) return false
      reportedMs = nowMs
      reports += 1
      return peer.say(make(reports))
    },
    receiver: sound.receiver,
    sources: () => readSources(peer.pc),
    async stop() {
      if (!peer.say({ type: 'stopped' })) return
      await new Promise<void>((resolve) => {
        heard = resolve
        setTimeout(resolve, farewellMs)
      })
    },
    close() {
      closed = true
      clearTimeout(cutOff)
      clearTimeout(listening)
      clearTimeout(restarting)
      heard?.()
      peer.close()
    },
  }
}

/** A browser that takes no order offers in its own. */
function prefer(pc: RTCPeerConnection, codecs: readonly RTCRtpCodec[]): void {
  try {
    const video = pc.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video')
    video?.setCodecPreferences([...codecs])
  } catch {
    // Its own order it is.
  }
}
