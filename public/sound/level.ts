// How loud a stream is, for a meter.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export interface LevelMeter {
  /** 0 to 100; null while the browser does not let this page listen. */
  readonly level: ReadonlySignal<number | null>
  setStream(stream: MediaStream | null): void
  /** Call in a tap: browsers start audio only then. */
  resume(): void
  close(): void
}

/** Ten looks a second: enough for the eye, little for the battery. */
const lookMs = 100
/** What a quiet room gives with a phone's microphone, and what a cry beside it gives, in dB of full scale. */
const quietDb = -70
const loudDb = -10

/** Maps samples between -1 and 1 to 0 (quiet) to 100 (loud), by their mean power in dB. */
export function levelOf(samples: Float32Array): number {
  let power = 0
  for (const sample of samples) power += sample * sample
  return percentOf(10 * Math.log10(power / Math.max(1, samples.length) + 1e-12))
}

/** The same for a mean power in dB of full scale. */
export function percentOf(db: number): number {
  return Math.round(Math.min(1, Math.max(0, (db - quietDb) / (loudDb - quietDb))) * 100)
}

export function createLevelMeter(): LevelMeter {
  const level = signal<number | null>(null)
  let context: AudioContext | null = null
  let stream: MediaStream | null = null
  let source: MediaStreamAudioSourceNode | null = null
  let timer: ReturnType<typeof setInterval> | undefined

  const stop = (): void => {
    clearInterval(timer)
    source?.disconnect()
    source = null
    level.value = null
  }

  const begin = (): void => {
    // Before the first tap a browser would only complain; browsers that do not know are asked.
    const { userActivation }: Partial<Navigator> = navigator
    if (stream === null || source !== null || !(userActivation?.hasBeenActive ?? true)) return
    context ??= new AudioContext({ latencyHint: 'playback' })
    const listening = context
    const analyser = listening.createAnalyser()
    analyser.fftSize = 2048
    source = listening.createMediaStreamSource(stream)
    source.connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    timer = setInterval(() => {
      if (document.hidden) return
      if (listening.state === 'running') {
        analyser.getFloatTimeDomainData(samples)
        level.value = levelOf(samples)
      } else level.value = null
    }, lookMs)
  }

  const resume = (): void => {
    begin()
    context?.resume().catch(() => undefined)
  }

  return {
    level,
    setStream(next) {
      stop()
      stream = next !== null && next.getAudioTracks().length > 0 ? next : null
      if (stream !== null) resume()
    },
    resume,
    close() {
      stop()
      stream = null
      context?.close().catch(() => undefined)
      context = null
    },
  }
}
