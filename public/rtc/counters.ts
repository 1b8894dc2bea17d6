// What a parent's browser has counted of a call so far: the raw evidence for all that is said of it.

/** Everything counts up from the call's beginning; null where the call has no such medium. */
export interface Counters {
  /** By performance.now(). */
  readonly atMs: number
  /** A hidden page may leave off decoding; the picture is then judged by its bytes. */
  readonly hidden: boolean
  readonly audio: AudioCounters | null
  readonly video: VideoCounters | null
}

export interface AudioCounters {
  readonly bytes: number
  readonly packets: number
  /** That were played, concealed ones among them. */
  readonly samples: number
  /** Made up, because nothing had come. */
  readonly concealed: number
  /** RTCInboundRtpStreamStats.totalAudioEnergy: of what is played, whether the element is muted or not. */
  readonly energy: number
}

export interface VideoCounters {
  readonly bytes: number
  /** Decoded. */
  readonly frames: number
}

const noSound: AudioCounters = { bytes: 0, packets: 0, samples: 0, concealed: 0, energy: 0 }

export async function readCounters(pc: Pick<RTCPeerConnection, 'getReceivers' | 'getStats'>): Promise<Counters> {
  const kinds = new Set(pc.getReceivers().map((receiver) => receiver.track.kind))
  let audio = kinds.has('audio') ? noSound : null
  let video = kinds.has('video') ? { bytes: 0, frames: 0 } : null
  const report = await pc.getStats()
  report.forEach((stats: Partial<RTCInboundRtpStreamStats>) => {
    if (stats.type !== 'inbound-rtp') return
    const bytes = stats.bytesReceived ?? 0
    if (stats.kind === 'audio') {
      audio = {
        bytes,
        packets: stats.packetsReceived ?? 0,
        samples: stats.totalSamplesReceived ?? 0,
        concealed: stats.concealedSamples ?? 0,
        energy: stats.totalAudioEnergy ?? 0,
      }
    } else video = { bytes, frames: stats.framesDecoded ?? 0 }
  })
  return { atMs: performance.now(), hidden: document.hidden, audio, video }
}
