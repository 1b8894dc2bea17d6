// A camera and a microphone that a journey can spoil: the page's getUserMedia gives what is made here instead.

import type { Phone } from './phone.ts'

declare global {
  interface Window {
    staged: {
      /** The microphone goes on and gives zeros. */
      silent: boolean
      /** The camera goes on and gives no new pictures. */
      still: boolean
      /** Neither can be had. */
      taken: boolean
      /** Ends what is captured now, as another app does. */
      take(kind: 'audio' | 'video'): void
    }
  }
}

/** Before Start. */
export async function stageCapture(phone: Phone): Promise<void> {
  await phone.page.evaluate(() => {
    const captured: MediaStreamTrack[] = []
    const staged = {
      silent: false,
      still: false,
      taken: false,
      take(kind: 'audio' | 'video') {
        staged.taken = true
        const track = captured.findLast((one) => one.kind === kind)
        track?.stop()
        // A page that stops a track itself is not told; one whose track is taken is.
        track?.dispatchEvent(new Event('ended'))
      },
    }
    window.staged = staged
    const sound = (): MediaStreamTrack => {
      const context = new AudioContext()
      const tone = context.createOscillator()
      const volume = context.createGain()
      const out = context.createMediaStreamDestination()
      tone.connect(volume).connect(out)
      tone.start()
      setInterval(() => {
        volume.gain.value = staged.silent ? 0 : 0.1
      }, 50)
      return out.stream.getAudioTracks()[0] as MediaStreamTrack
    }
    const picture = (): MediaStreamTrack => {
      const canvas = document.createElement('canvas')
      canvas.width = 320
      canvas.height = 240
      const drawing = canvas.getContext('2d')
      let count = 0
      setInterval(() => {
        if (staged.still || drawing === null) return
        count += 1
        drawing.fillStyle = `hsl(${count % 360} 80% 50%)`
        drawing.fillRect(0, 0, 320, 240)
      }, 50)
      return canvas.captureStream(20).getVideoTracks()[0] as MediaStreamTrack
    }
    navigator.mediaDevices.getUserMedia = (constraints) => {
      if (staged.taken) return Promise.reject(new DOMException('', 'NotReadableError'))
      const tracks = [...(constraints?.audio ? [sound()] : []), ...(constraints?.video ? [picture()] : [])]
      captured.push(...tracks)
      return Promise.resolve(new MediaStream(tracks))
    }
  })
}
