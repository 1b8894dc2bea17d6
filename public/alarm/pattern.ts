// How the alarm sounds: when each pulse begins, how high and how loud it is. After IEC 60601-1-8; this is no medical device.

import type { Priority } from './cause.ts'

export interface Pulse {
  /** From the beginning of the burst. */
  readonly atMs: number
  /** Between the moments at which it is half as high as at its highest. */
  readonly durationMs: number
  /** Of its fundamental. */
  readonly hz: number
}

export interface Pattern {
  readonly pulses: readonly Pulse[]
  /** From one burst's beginning to the next one's. */
  readonly everyMs: number
}

/** A pulse swells and ebbs for this long, or it would click. */
export const edgeMs = 20
/** How strong the fundamental and its overtones are. Small speakers give little below 500 Hz: the overtones are what is heard. */
export const harmonics: readonly number[] = [1, 0.9, 0.8, 0.7, 0.6]
/** How loud each burst is, the last one for all that follow. The first ones wake without a fright. */
export const gains: readonly number[] = [0.2, 0.4, 0.7, 1]

const highPulseMs = 145
const mediumPulseMs = 220
/** Three that rise, and two above them. */
const tones: readonly number[] = [392, 494, 587, 659, 784]
const spacesMs: readonly number[] = [90, 90, 325, 90]
const betweenHalvesMs = 600
const highSilenceMs = 3000
const mediumSpaceMs = 200
const mediumSilenceMs = 9000

const half = row(tones, spacesMs, highPulseMs)
const halfMs = endOf(half)
const high = [...half, ...half.map((pulse) => ({ ...pulse, atMs: pulse.atMs + halfMs + betweenHalvesMs }))]
const medium = row([392, 494, 587], [mediumSpaceMs, mediumSpaceMs], mediumPulseMs)

export const patterns: Readonly<Record<Priority, Pattern>> = {
  high: { pulses: high, everyMs: endOf(high) + highSilenceMs },
  medium: { pulses: medium, everyMs: endOf(medium) + mediumSilenceMs },
}

/** One burst with the silence after it, at full loudness: samples between -1 and 1. */
export function renderBurst({ pulses, everyMs }: Pattern, sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round((everyMs / 1000) * sampleRate))
  for (const pulse of pulses) addPulse(samples, pulse, sampleRate)
  const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0)
  for (let index = 0; index < samples.length; index += 1) samples[index] = (samples[index] ?? 0) / peak
  return samples
}

function addPulse(samples: Float32Array, { atMs, durationMs, hz }: Pulse, sampleRate: number): void {
  const from = Math.round((atMs / 1000) * sampleRate)
  const edge = (edgeMs / 1000) * sampleRate
  const length = Math.round(((durationMs + edgeMs) / 1000) * sampleRate)
  for (let index = 0; index < length; index += 1) {
    const angle = (2 * Math.PI * hz * index) / sampleRate
    const sound = harmonics.reduce((sum, strength, order) => sum + strength * Math.sin((order + 1) * angle), 0)
    const ramp = Math.min(1, index / edge, (length - index) / edge)
    samples[from + index] = sound * (0.5 - 0.5 * Math.cos(Math.PI * ramp))
  }
}

function row(hz: readonly number[], spaces: readonly number[], durationMs: number): readonly Pulse[] {
  let atMs = 0
  return hz.map((tone, index) => {
    const pulse = { atMs, durationMs, hz: tone }
    atMs += durationMs + (spaces[index] ?? 0)
    return pulse
  })
}

function endOf(pulses: readonly Pulse[]): number {
  return Math.max(...pulses.map(({ atMs, durationMs }) => atMs + durationMs))
}
