// A microphone that gives what the test asks for, and the loudness that is measured of it.

import { signal } from '@preact/signals'
import { createLoudness } from '../../public/noise/loudness.ts'

export interface LoudnessPage {
  /** A tone of this frequency, or zeros for null, on a new track. */
  sound(tone: { readonly hz: number; readonly amplitude: number } | null): void
  unplug(): void
  take(): readonly number[]
  floor(): number | null
  ticks(): number
  close(): void
}

declare global {
  interface Window {
    loudnessPage: LoudnessPage
  }
}

const track = signal<MediaStreamTrack | null>(null)
const microphone = new AudioContext()
let stopLast = (): void => undefined
let ticks = 0

document.querySelector('button')?.addEventListener('click', () => {
  void microphone.resume()
  const loudness = createLoudness({ track })
  loudness.onTick(() => ticks++)
  window.loudnessPage = {
    sound(tone) {
      stopLast()
      const outlet = microphone.createMediaStreamDestination()
      outlet.channelCount = 1
      const source = tone === null ? microphone.createConstantSource() : microphone.createOscillator()
      const gain = microphone.createGain()
      gain.gain.value = tone?.amplitude ?? 0
      if (source instanceof OscillatorNode) source.frequency.value = tone?.hz ?? 0
      source.connect(gain).connect(outlet)
      source.start()
      stopLast = () => source.stop()
      track.value = outlet.stream.getAudioTracks()[0] ?? null
    },
    unplug: () => void (track.value = null),
    take: () => loudness.take(),
    floor: () => loudness.floor.value,
    ticks: () => ticks,
    close: () => loudness.close(),
  }
})
