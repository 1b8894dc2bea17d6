// The Baby Station's end of one call: it offers its microphone and, with a camera, its picture.

import type { Payload } from '../shared/protocol.ts'
import { downscale } from './encoding.ts'
import { createOutgoing } from './outgoing.ts'
import type { Outgoing } from './outgoing.ts'
import { createPeer } from './peer.ts'

export interface BabyCallEvents {
  send(payload: Payload): void
  connected(yes: boolean): void
  /** Failed, left, or cut off for too long; the owner closes the call. */
  over(): void
}

/** A track may be null for now: the camera may come back later, without another offer. */
export interface BabyTracks {
  readonly audio: MediaStreamTrack | null
  readonly video: MediaStreamTrack | null
  /** Whether this session has a camera at all. */
  readonly picture: boolean
}

export interface BabyCall {
  take(payload: Payload): void
  /** Another microphone or picture without another offer; null sends nothing for now. */
  replace(kind: 'audio' | 'video', track: MediaStreamTrack | null): void
  /** Tells the parent that a person pressed Stop, and resolves when it has heard, or after 500 ms. */
  stop(): Promise<void>
  close(): void
}

/** A parent that has been out of reach for this long makes a new call when it is back. */
const unreachableMs = 30_000
const farewellMs = 500

export function createBabyCall(tracks: BabyTracks, events: BabyCallEvents): BabyCall {
  let cutOff: ReturnType<typeof setTimeout> | undefined
  let heard: (() => void) | undefined
  const waitForParent = (): void => {
    clearTimeout(cutOff)
    cutOff = setTimeout(() => events.over(), unreachableMs)
  }
  const peer = createPeer({
    send: (payload) => events.send(payload),
    connection(state) {
      events.connected(state === 'connected')
      switch (state) {
        case 'connected':
          clearTimeout(cutOff)
          break
        case 'disconnected':
          waitForParent()
          break
        case 'failed':
          events.over()
          break
        case 'new':
        case 'connecting':
        case 'closed':
          break
      }
    },
    message(message) {
      if (message.type === 'leave') over()
    },
    gone: () => over(),
  })
  // After Stop the parent hanging up means that it has heard.
  const over = (): void => {
    if (heard === undefined) events.over()
    else heard()
  }
  waitForParent()

  const stream = new MediaStream()
  const outgoing = (track: MediaStreamTrack | 'audio' | 'video', init: RTCRtpTransceiverInit): Outgoing => {
    const { sender } = peer.pc.addTransceiver(track, { direction: 'sendonly', streams: [stream], ...init })
    return createOutgoing(sender, () => events.over())
  }
  const sending = {
    audio: outgoing(tracks.audio ?? 'audio', {}),
    video: tracks.picture
      ? outgoing(tracks.video ?? 'video', {
          sendEncodings: [{ scaleResolutionDownBy: downscale(tracks.video?.getSettings() ?? {}) }],
        })
      : null,
  }
  peer.describe('offer').catch(() => events.over())

  return {
    take(payload) {
      switch (payload.kind) {
        case 'answer':
          peer.accept(payload).catch(() => events.over())
          break
        case 'candidate':
          peer.candidate(payload)
          break
        case 'leave':
          over()
          break
        case 'join':
        case 'offer':
          break
      }
    },
    replace(kind, track) {
      sending[kind]?.replace(track)
    },
    async stop() {
      if (!peer.say({ type: 'stopped' })) return
      await new Promise<void>((resolve) => {
        heard = resolve
        setTimeout(resolve, farewellMs)
      })
    },
    close() {
      clearTimeout(cutOff)
      heard?.()
      peer.close()
    },
  }
}
