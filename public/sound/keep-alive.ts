// A sound that nobody hears, for as long as a baby is listened to: phones let a page go on behind another app, and with the screen
// off, while it plays a media file; a call's stream alone does not count everywhere.

import { wavOf } from '../alarm/wav.ts'

export interface KeepAlive {
  /** Tries again each time that it is called and does not play yet: browsers want a tap first. */
  start(): void
  stop(): void
  close(): void
}

/** Sounds of less than 5 s are no media to Chromium, only a noise of the page. */
const seconds = 10
const sampleRateHz = 8000

export function createKeepAlive(audio: HTMLAudioElement = new Audio()): KeepAlive {
  let url: string | null = null
  const start = (): void => {
    if (!audio.paused) return
    url ??= URL.createObjectURL(wavOf(faintest(), sampleRateHz))
    if (audio.src !== url) audio.src = url
    audio.loop = true
    audio.play().catch(() => undefined)
  }
  return {
    start,
    stop: () => audio.pause(),
    close() {
      audio.pause()
      audio.removeAttribute('src')
      if (url !== null) URL.revokeObjectURL(url)
      url = null
    },
  }
}

/** The last bit now and then: what is nothing but zeros is taken for silence, and silence for nothing that plays. */
function faintest(): Float32Array {
  return Float32Array.from({ length: seconds * sampleRateHz }, (_, index) => (index % 800 === 0 ? 1 / 16_384 : 0))
}
