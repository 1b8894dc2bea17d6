// A soft hiss for a room that is kept quiet: silence would look like a dead phone.

import { createMeter } from './meter.ts'

export interface ComfortNoise {
  /** Between -1 and 1, to be repeated. */
  readonly samples: Float32Array<ArrayBuffer>
  /** A-weighted, in dB of full scale. */
  readonly levelDb: number
}

const seconds = 4
/** Where the two ends overlap, so that the repetition makes no click. */
const overlapS = 0.25
/** Rooms hum rather than hiss. */
const cornerHz = 400
const amplitude = 0.05
/** Softer than that nobody hears it, louder it keeps people awake. */
const leastDb = -66
const mostDb = -48

export function makeComfortNoise(sampleRateHz: number, random: () => number = Math.random): ComfortNoise {
  const length = Math.round(seconds * sampleRateHz)
  const overlap = Math.round(overlapS * sampleRateHz)
  const smoothing = 1 - Math.exp((-2 * Math.PI * cornerHz) / sampleRateHz)
  const raw = new Float32Array(length + overlap)
  let low = 0
  for (let index = 0; index < raw.length; index++) {
    low += smoothing * (2 * random() - 1 - low)
    raw[index] = amplitude * low
  }
  const samples = raw.slice(0, length)
  for (let index = 0; index < overlap; index++) {
    const turn = (index / overlap) * (Math.PI / 2)
    // Two noises that know nothing of each other keep their power so.
    samples[index] = Math.sin(turn) * (raw[index] ?? 0) + Math.cos(turn) * (raw[length + index] ?? 0)
  }
  let levelDb = 0
  createMeter(sampleRateHz, seconds * 1000, (db) => (levelDb = db)).take(samples, length)
  return { samples, levelDb }
}

/** The factor by which the noise is as loud as the floor that was learnt. */
export function comfortGain(levelDb: number, floorDb: number | null): number {
  const wanted = Math.min(mostDb, Math.max(leastDb, floorDb ?? leastDb))
  return 10 ** ((wanted - levelDb) / 20)
}
