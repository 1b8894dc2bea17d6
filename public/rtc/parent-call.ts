// The Parent Station's end of one call: it answers the baby's offer and says whether anything arrives.

import type { Payload } from '../shared/protocol.ts'
import type { StationMessage } from '../shared/station-protocol.ts'
import { readCounters } from './counters.ts'
import type { Counters } from './counters.ts'
import { firstLiveness, nextLiveness, verdict } from './liveness.ts'
import type { Verdict } from './liveness.ts'
import { createPeer } from './peer.ts'

export interface ParentCallEvents {
  send(payload: Payload): void
  stream(stream: MediaStream, picture: boolean): void
  /** Before the verdict that is found by them; twice a second. */
  counters(counters: Counters): void
  media(verdict: Verdict): void
  /** What the baby says by itself, over the data channel. */
  message(message: StationMessage): void
  failed(): void
  /** The baby's end was closed; `failed` follows. */
  closed(): void
  /** A person pressed Stop at the Baby Station. */
  stopped(): void
}

export interface ParentCall {
  /**
   * The baby's offer. The connection is made before it comes, because that takes a few milliseconds. Another offer finds another way
   * for the same call: the stream stays.
   */
  answer(offer: string): void
  take(payload: Payload): void
  /** Looks again now and tries to reach the baby, for example because the page was frozen or the network was away. */
  check(): void
  /** Over the data channel; false when the baby cannot hear it. */
  say(message: StationMessage): boolean
  /** Sends this phone's microphone to the baby without another offer; null sends nothing. */
  speak(track: MediaStreamTrack | null): void
  /** Whether the Baby Station takes it: one that was started before the box was updated may not. Null until it has answered. */
  takesVoice(): boolean | null
  /** What the browser tells of the connection. */
  stats(): Promise<RTCStatsReport>
  /** Tells the baby that this parent leaves; both ways, since either may be gone. */
  leave(): void
  close(): void
}

const sampleMs = 500
/** Until the call is live it is looked at more often: "Live" should not wait for half a second. */
const firstSampleMs = 150

export function createParentCall(events: ParentCallEvents): ParentCall {
  let timer: ReturnType<typeof setTimeout> | undefined
  let liveness = firstLiveness(performance.now())
  let sampling = false
  let closed = false
  let wasConnected = false
  let answering: Promise<void> | null = null
  let sound: RTCRtpTransceiver | undefined
  let voice: MediaStreamTrack | null = null
  let received: readonly MediaStreamTrack[] = []
  /** Not while the baby says that its camera is off: no picture is to be expected, and the last one is not to be looked at. */
  let pictured = true

  const peer = createPeer({
    send: (payload) => events.send(payload),
    connection(state) {
      if (state === 'connected') wasConnected = true
      // One that has been there is tried for ever; whoever watches decides when another is to be had.
      if (state === 'failed' && !wasConnected) events.failed()
    },
    message(message) {
      if (message.type === 'stopped') events.stopped()
      else events.message(message)
      if (message.type === 'report') expectPicture(message.camera !== 'none')
    },
    gone() {
      events.closed()
      events.failed()
    },
  })

  const sample = async (): Promise<void> => {
    if (sampling || closed) return
    sampling = true
    clearTimeout(timer)
    // Counters that cannot be read prove nothing; whoever waits for the proof notices that it is missing.
    const counters = await readCounters(peer.pc).catch(() => null)
    sampling = false
    if (closed) return
    const again = (ms: number): void => {
      timer = setTimeout(() => void sample(), ms)
    }
    if (counters === null) return again(sampleMs)
    const expected = pictured ? counters : { ...counters, video: null }
    liveness = nextLiveness(liveness, expected)
    const found = verdict(liveness)
    again(found === 'starting' ? firstSampleMs : sampleMs)
    events.counters(expected)
    events.media(found)
  }

  const speak = (): void => {
    // What cannot be sent is not heard: the baby says what it plays.
    if (!closed) sound?.sender.replaceTrack(voice).catch(() => undefined)
  }
  const hand = (): void => {
    const tracks = received.filter(({ kind }) => pictured || kind !== 'video')
    events.stream(
      new MediaStream(tracks),
      tracks.some(({ kind }) => kind === 'video'),
    )
  }
  const expectPicture = (yes: boolean): void => {
    if (yes === pictured || closed) return
    pictured = yes
    if (received.some(({ kind }) => kind === 'video')) hand()
  }
  const begin = async (offer: string): Promise<void> => {
    liveness = firstLiveness(performance.now())
    await peer.accept({ kind: 'offer', sdp: offer })
    // Without a track for now: it can be had later, and the offer need not be made again for it.
    sound = peer.pc.getTransceivers().find(({ receiver }) => receiver.track.kind === 'audio')
    if (sound !== undefined) sound.direction = 'sendrecv'
    if (voice !== null) speak()
    await peer.describe('answer')
    // Now that the answer is on its way: to show a stream that is still empty takes time, too.
    received = peer.pc.getReceivers().map((receiver) => receiver.track)
    hand()
    void sample()
  }
  const renew = async (offer: string): Promise<void> => {
    if (closed) return
    await peer.accept({ kind: 'offer', sdp: offer })
    await peer.describe('answer')
  }
  return {
    answer(offer) {
      // One after the other: an offer may come while the one before it is being answered.
      answering = answering === null ? begin(offer) : answering.then(() => renew(offer))
      answering.catch(() => {
        if (!closed) events.failed()
      })
    },
    take(payload) {
      if (payload.kind === 'candidate') peer.candidate(payload)
      else if (payload.kind === 'leave') events.failed()
    },
    check() {
      peer.remind()
      void sample()
    },
    say: (message) => peer.say(message),
    speak(track) {
      if (track === voice) return
      voice = track
      speak()
    },
    takesVoice() {
      const direction = sound?.currentDirection ?? null
      return direction === null ? null : direction === 'sendrecv'
    },
    stats: () => peer.pc.getStats(),
    leave() {
      peer.say({ type: 'leave' })
      events.send({ kind: 'leave' })
    },
    close() {
      closed = true
      clearTimeout(timer)
      peer.close()
    },
  }
}
