// The alarm in WebAudio: one burst with its silence, looped on the audio clock. Nothing of the page is needed any more for it
// to go on, so that neither a throttled timer nor a busy page can silence it.

import type { Priority } from './cause.ts'
import { gains, patterns, renderBurst } from './pattern.ts'

/** Enough for the highest overtone; a context plays it at its own rate. */
export const renderedAt = 24_000

export interface Bursts {
  /** How many have begun by now. */
  begun(): number
  stop(): void
}

export interface BurstOptions {
  readonly loudness: Priority
  /** How many bursts have sounded before: the first ones are softer. */
  readonly after?: number
  /** Once and as soft as the first, to try it out. */
  readonly once?: boolean
}

const rendered = new Map<Priority, Float32Array<ArrayBuffer>>()

export function burstOf(loudness: Priority): Float32Array<ArrayBuffer> {
  const samples = rendered.get(loudness) ?? renderBurst(patterns[loudness], renderedAt)
  rendered.set(loudness, samples)
  return samples
}

export function startBursts(context: BaseAudioContext, { loudness, after = 0, once = false }: BurstOptions): Bursts {
  const samples = burstOf(loudness)
  const buffer = context.createBuffer(1, samples.length, renderedAt)
  buffer.copyToChannel(samples, 0)
  const source = context.createBufferSource()
  source.buffer = buffer
  source.loop = !once
  const volume = context.createGain()
  const beginS = context.currentTime
  gains.slice(once ? 0 : Math.min(after, gains.length - 1)).forEach((gain, index) => {
    volume.gain.setValueAtTime(gain, beginS + index * buffer.duration)
  })
  source.connect(volume).connect(context.destination)
  source.start(beginS)
  return {
    begun: () => after + Math.floor((context.currentTime - beginS) / buffer.duration) + 1,
    stop() {
      source.stop()
      source.disconnect()
      volume.disconnect()
    },
  }
}
