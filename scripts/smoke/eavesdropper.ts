// What a box could do that wants to listen: it sits between the stations with two connections of its own, each with its own
// certificate, and passes on what it hears and sees. Its page stands for the box; the proxy hands it what the stations say.

import type { Phone } from './phone.ts'

export interface Eavesdropper {
  /** For the proxy. */
  meddle(frame: string): Promise<string | null>
  /** Whether it does; until then everything passes as it is. */
  listen(yes: boolean): void
  /** When it first passed on an offer of its own, as performance.now(); null before. */
  readonly swappedMs: number | null
  /** Pictures that it has decoded. */
  frames(): Promise<number>
}

interface Between {
  offer(sdp: string): Promise<string>
  answer(sdp: string): Promise<string>
  candidate(candidate: RTCIceCandidateInit, fromBaby: boolean): Promise<void>
  frames(): Promise<number>
}

declare global {
  interface Window {
    between: Between
  }
}

interface Said {
  readonly kind: string
  readonly sdp?: string
}

export async function openEavesdropper(phone: Phone): Promise<Eavesdropper> {
  await phone.go('/find')
  await phone.page.evaluate(stepBetween)
  let listens = false
  let parent: string | undefined
  let swappedMs: number | null = null
  const swap = async (header: string, said: Said): Promise<string | null> => {
    const { page } = phone
    const { to } = JSON.parse(header) as { to?: string }
    const sdp = said.sdp ?? ''
    switch (said.kind) {
      case 'offer': {
        parent = to
        const swapped = await page.evaluate((offer) => window.between.offer(offer), sdp)
        swappedMs ??= performance.now()
        return JSON.stringify({ ...said, sdp: swapped })
      }
      case 'answer':
        return JSON.stringify({ ...said, sdp: await page.evaluate((answer) => window.between.answer(answer), sdp) })
      case 'candidate':
        await page.evaluate(
          (candidate, fromBaby) => window.between.candidate(candidate, fromBaby),
          said as RTCIceCandidateInit,
          // Before the offer the parent has no candidates.
          to === parent,
        )
        return null
      default:
        return JSON.stringify(said)
    }
  }
  return {
    async meddle(frame) {
      const [header = '', payload] = frame.split('\n', 2)
      if (!listens || payload === undefined) return frame
      const changed = await swap(header, JSON.parse(payload) as Said)
      return changed === null ? null : `${header}\n${changed}`
    },
    listen: (yes) => (listens = yes),
    get swappedMs() {
      return swappedMs
    },
    frames: () => phone.page.evaluate(() => window.between.frames()),
  }
}

/** Is sent to the page as text: it may use nothing from outside. */
async function stepBetween(): Promise<void> {
  // With the camera allowed, a page offers its real addresses.
  await navigator.mediaDevices.getUserMedia({ audio: true, video: true })
  let toBaby: RTCPeerConnection | null = null
  let toParent: RTCPeerConnection | null = null
  let waiting: { candidate: RTCIceCandidateInit; fromBaby: boolean }[] = []

  const open = (): { pc: RTCPeerConnection; channel: RTCDataChannel } => {
    const pc = new RTCPeerConnection()
    return { pc, channel: pc.createDataChannel('station', { negotiated: true, id: 0 }) }
  }
  const described = async (pc: RTCPeerConnection): Promise<string> => {
    await pc.setLocalDescription()
    if (pc.iceGatheringState !== 'complete') {
      await new Promise<void>((resolve) => {
        pc.addEventListener('icegatheringstatechange', () => {
          if (pc.iceGatheringState === 'complete') resolve()
        })
      })
    }
    return pc.localDescription?.sdp ?? ''
  }
  const between: Between = {
    async offer(sdp) {
      toBaby?.close()
      toParent?.close()
      const baby = open()
      const parent = open()
      toBaby = baby.pc
      toParent = parent.pc
      for (const [from, to] of [
        [baby.channel, parent.channel],
        [parent.channel, baby.channel],
      ] as const) {
        from.addEventListener('message', ({ data }: MessageEvent<string>) => {
          if (to.readyState === 'open') to.send(data)
        })
      }
      await toBaby.setRemoteDescription({ type: 'offer', sdp })
      for (const receiver of toBaby.getReceivers()) {
        const stream = new MediaStream([receiver.track])
        toParent.addTransceiver(receiver.track, { direction: 'sendonly', streams: [stream] })
      }
      return described(toParent)
    },
    async answer(sdp) {
      await toParent?.setRemoteDescription({ type: 'answer', sdp })
      const answer = toBaby === null ? '' : await described(toBaby)
      const early = waiting
      waiting = []
      for (const { candidate, fromBaby } of early) await between.candidate(candidate, fromBaby)
      return answer
    },
    async candidate(candidate, fromBaby) {
      const pc = fromBaby ? toBaby : toParent
      if (pc?.remoteDescription) await pc.addIceCandidate(candidate).catch(() => undefined)
      else waiting.push({ candidate, fromBaby })
    },
    async frames() {
      let frames = 0
      const report = await toBaby?.getStats()
      report?.forEach((stats: Partial<RTCInboundRtpStreamStats>) => {
        if (stats.type === 'inbound-rtp' && stats.kind === 'video') frames += stats.framesDecoded ?? 0
      })
      return frames
    },
  }
  window.between = between
}
