// How loud what arrives is played, without anything of the sound itself being looked at.

/** Speech into a phone: for browsers that do not tell. */
const usualDb = -25

/** In dB of full scale; null for silence, and before anything has arrived. */
export async function receivedDb(receiver: Pick<RTCRtpReceiver, 'getStats'>): Promise<number | null> {
  let db: number | null = null
  const report = await receiver.getStats()
  report.forEach(({ type, audioLevel }: Partial<RTCInboundRtpStreamStats>) => {
    if (type !== 'inbound-rtp') return
    if (audioLevel === undefined) db = usualDb
    else if (audioLevel > 0) db = 20 * Math.log10(audioLevel)
  })
  return db
}
