// What this phone's own microphone and camera have given to a call so far, before anything is encoded.

export interface Sources {
  /** Null where the browser does not count, and while there is no track. */
  readonly pictures: number | null
  /** Energy of the sound as RTCAudioSourceStats counts it; it stands still while a microphone gives nothing but zeros. */
  readonly sound: { readonly energy: number; readonly seconds: number } | null
  /** Why the picture is sent coarser than it could be; null where the browser does not tell. */
  readonly limit: string | null
}

export const noSources: Sources = { pictures: null, sound: null, limit: null }

interface SourceStats {
  readonly type: string
  readonly kind: string
  readonly frames?: number
  readonly totalAudioEnergy?: number
  readonly totalSamplesDuration?: number
  readonly qualityLimitationReason?: string
}

export async function readSources(pc: Pick<RTCPeerConnection, 'getStats'>): Promise<Sources> {
  let { pictures, sound, limit } = noSources
  const report = await pc.getStats()
  report.forEach((stats: SourceStats) => {
    const { type, kind, frames, totalAudioEnergy, totalSamplesDuration } = stats
    if (type === 'outbound-rtp' && kind === 'video') limit = stats.qualityLimitationReason ?? null
    if (type !== 'media-source') return
    if (kind === 'video') pictures = frames ?? null
    else if (totalAudioEnergy !== undefined && totalSamplesDuration !== undefined) {
      sound = { energy: totalAudioEnergy, seconds: totalSamplesDuration }
    }
  })
  return { pictures, sound, limit }
}
