// Which codec the Baby Station offers first: H.264 where the phone encodes it in hardware, because what encodes in software makes old
// phones hot. The others are offered too, for a parent that cannot decode it.

/** Null leaves the browser's own order. Answers at once; until the browser has told, nothing is known. */
export function openCodecs(capabilities: MediaCapabilities | undefined): () => readonly RTCRtpCodec[] | null {
  let saves = false
  void savesHeat(capabilities).then((yes) => (saves = yes))
  return () => {
    const codecs = saves ? RTCRtpSender.getCapabilities('video')?.codecs : undefined
    return codecs === undefined ? null : h264First(codecs)
  }
}

/** Keeps the rest in order. */
export function h264First<Codec extends { readonly mimeType: string }>(codecs: readonly Codec[]): Codec[] {
  const isH264 = ({ mimeType }: Codec): boolean => /^video\/h264$/i.test(mimeType)
  return [...codecs.filter(isH264), ...codecs.filter((codec) => !isH264(codec))]
}

/** Browsers before 2022 do not tell of calls, and refuse the question. */
export async function savesHeat(capabilities: MediaCapabilities | undefined): Promise<boolean> {
  try {
    const video = { contentType: 'video/H264', width: 1280, height: 720, bitrate: 2_500_000, framerate: 30 }
    const found = await capabilities?.encodingInfo({ type: 'webrtc', video })
    return found?.supported === true && found.powerEfficient
  } catch {
    return false
  }
}
