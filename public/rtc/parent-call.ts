// The Parent Station's end of one call: it answers the baby's offer and says whether anything arrives.

import type { Payload } from '../shared/protocol.ts'
import { firstLiveness, nextLiveness, verdict } from './liveness.ts'
import type { Sample, Verdict } from './liveness.ts'
import { createPeer } from './peer.ts'

export interface ParentCallEvents {
  send(payload: Payload): void
  stream(stream: MediaStream, picture: boolean): void
  media(verdict: Verdict): void
  failed(): void
  /** A person pressed Stop at the Baby Station. */
  stopped(): void
}

export interface ParentCall {
  /** The baby's offer. Once; the connection is made before it comes, because that takes a few milliseconds. */
  answer(offer: string): void
  take(payload: Payload): void
  /** Looks again now, for example because the page was frozen. */
  check(): void
  /** Tells the baby that this parent leaves; both ways, since either may be gone. */
  leave(): void
  close(): void
}

const sampleMs = 1000
/** Until the call is live it is looked at more often: "Live" should not wait for a whole second. */
const firstSampleMs = 150

export function createParentCall(events: ParentCallEvents): ParentCall {
  let timer: ReturnType<typeof setTimeout> | undefined
  let liveness = firstLiveness(performance.now())
  let sampling = false
  let closed = false

  const peer = createPeer({
    send: (payload) => events.send(payload),
    connection(state) {
      if (state === 'failed') events.failed()
    },
    message(message) {
      if (message.type === 'stopped') events.stopped()
    },
    gone: () => events.failed(),
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
    liveness = nextLiveness(liveness, { ...counters, atMs: performance.now(), hidden: document.hidden })
    const found = verdict(liveness)
    again(found === 'starting' ? firstSampleMs : sampleMs)
    events.media(found)
  }

  const begin = async (offer: string): Promise<void> => {
    liveness = firstLiveness(performance.now())
    await peer.accept({ kind: 'offer', sdp: offer })
    const receivers = peer.pc.getReceivers().map((receiver) => receiver.track)
    events.stream(
      new MediaStream(receivers),
      receivers.some((track) => track.kind === 'video'),
    )
    await peer.describe('answer')
    void sample()
  }
  return {
    answer(offer) {
      begin(offer).catch(() => {
        if (!closed) events.failed()
      })
    },
    take(payload) {
      if (payload.kind === 'candidate') peer.candidate(payload)
      else if (payload.kind === 'leave') events.failed()
    },
    check: () => void sample(),
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

async function readCounters(pc: RTCPeerConnection): Promise<Pick<Sample, 'audio' | 'video'>> {
  const kinds = new Set(pc.getReceivers().map((receiver) => receiver.track.kind))
  let audio = kinds.has('audio') ? { bytes: 0 } : null
  let video = kinds.has('video') ? { bytes: 0, frames: 0 } : null
  const report = await pc.getStats()
  report.forEach((stats: Partial<RTCInboundRtpStreamStats>) => {
    if (stats.type !== 'inbound-rtp') return
    const bytes = stats.bytesReceived ?? 0
    if (stats.kind === 'audio') audio = { bytes }
    else video = { bytes, frames: stats.framesDecoded ?? 0 }
  })
  return { audio, video }
}
