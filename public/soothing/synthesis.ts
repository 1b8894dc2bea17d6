// Makes the sounds that calm a baby, as samples to be repeated. Nothing is recorded and nothing is loaded: they are computed on
// the baby's phone, in less than a tenth of a second on a slow one.

import type { SoothingSound } from '../shared/station-protocol.ts'
import { createMeter } from '../noise/meter.ts'
import { melodyOf } from './melodies.ts'
import type { MelodyName } from './melodies.ts'

/** What phones' loudspeakers give is far below half of it. */
export const renderedAtHz = 32_000
/** For how long what is played is looked up as one loudness. */
export const envelopeMs = 100

export interface Rendered {
  /** Between -1 and 1. The end goes over into the beginning. */
  readonly samples: Float32Array<ArrayBuffer>
  /** A-weighted, in dB of full scale, one for each `envelopeMs`. */
  readonly envelope: readonly number[]
}

type Random = () => number

const noiseS = 12
/** Where the two ends overlap, so that the repetition cannot be heard. */
const overlapS = 0.5
/** The highest peak, and the loudness that none goes beyond: brown noise is felt more than heard. */
const peak = 0.8
const mostDb = -20

export function render(sound: SoothingSound, random: Random = Math.random): Rendered {
  const raw = rendered(sound, random)
  const levels = levelsOf(raw)
  const factor = factorFor(raw, levels)
  const factorDb = 20 * Math.log10(factor)
  return { samples: raw.map((sample) => sample * factor), envelope: levels.map((db) => db + factorDb) }
}

function rendered(sound: SoothingSound, random: Random): Float32Array<ArrayBuffer> {
  switch (sound) {
    case 'white':
      return looped(() => 2 * random() - 1)
    case 'pink':
      return looped(pink(random))
    case 'brown':
      return looped(brown(random))
    case 'rain':
      return rain(random)
    case 'heartbeat':
      return heartbeat(random)
    case 'brahms':
    case 'twinkle':
    case 'mozart':
      return musicBox(sound)
  }
}

function looped(next: () => number): Float32Array<ArrayBuffer> {
  const length = noiseS * renderedAtHz
  const overlap = overlapS * renderedAtHz
  const raw = Float32Array.from({ length: length + overlap }, next)
  const samples = raw.slice(0, length)
  for (let index = 0; index < overlap; index++) {
    const turn = (index / overlap) * (Math.PI / 2)
    // Two noises that know nothing of each other keep their power so.
    samples[index] = Math.sin(turn) * (raw[index] ?? 0) + Math.cos(turn) * (raw[length + index] ?? 0)
  }
  return samples
}

/** Equal power in each octave: a sum of low-passed noises whose corners lie two octaves apart. */
function pink(random: Random): () => number {
  const corners = [20, 80, 320, 1280, 5120].map((hz) => 1 - Math.exp((-2 * Math.PI * hz) / renderedAtHz))
  const lows = corners.map(() => 0)
  return () => {
    let sum = 0
    for (let index = 0; index < corners.length; index++) {
      const factor = corners[index] ?? 0
      const low = (lows[index] ?? 0) + factor * (2 * random() - 1 - (lows[index] ?? 0))
      lows[index] = low
      // A noise loses as much power by its low-pass as it becomes narrower.
      sum += low / Math.sqrt(factor)
    }
    return sum
  }
}

/** Half the amplitude with each octave, from where phones begin to give anything. */
function brown(random: Random): () => number {
  const low = 1 - Math.exp((-2 * Math.PI * 60) / renderedAtHz)
  const high = 1 - Math.exp((-2 * Math.PI * 30) / renderedAtHz)
  let value = 0
  let rest = 0
  return () => {
    value += low * (2 * random() - 1 - value)
    rest += high * (value - rest)
    return value - rest
  }
}

/** A soft rush, and on it drops: short tones that fall into a pond, each where chance wants it. */
function rain(random: Random): Float32Array<ArrayBuffer> {
  const next = pink(random)
  let before = 0
  const samples = looped(() => {
    const now = next()
    const hiss = now - 0.7 * before
    before = now
    return 0.3 * hiss
  })
  const drops = noiseS * 60
  for (let drop = 0; drop < drops; drop++) {
    const at = Math.floor(random() * samples.length)
    const hz = 900 + 2600 * random() ** 2
    ring(samples, at, { hz, amplitude: 0.5 * random() ** 3, decayS: 0.006 + 0.012 * random(), forS: 0.08 })
  }
  return samples
}

const beatS = 1
const rushed = 0.8
/** What is heard inside: two soft thumps a second, high enough for a small loudspeaker, in a rush of blood. */
function heartbeat(random: Random): Float32Array<ArrayBuffer> {
  const next = brown(random)
  const samples = looped(() => rushed * next())
  for (let beat = 0; beat < noiseS / beatS; beat++) {
    for (const [afterS, amplitude] of [
      [0.1, 1],
      [0.42, 0.6],
    ] as const) {
      const at = Math.round((beat * beatS + afterS) * renderedAtHz)
      for (const [hz, part] of [
        [62, 1],
        [124, 0.6],
        [186, 0.25],
      ] as const) {
        ring(samples, at, { hz, amplitude: amplitude * part, decayS: 0.07, forS: 0.4, attackS: 0.02 })
      }
    }
  }
  return samples
}

const ringS = 2.2
/** Overtones of a plucked tongue of steel, softened, each fading sooner than the one below. */
const partials = [
  [1, 1, 0.9],
  [2, 0.22, 0.5],
  [4.2, 0.06, 0.12],
] as const

function musicBox(name: MelodyName): Float32Array<ArrayBuffer> {
  const { notes, seconds } = melodyOf(name)
  const samples = new Float32Array(Math.round(seconds * renderedAtHz))
  for (const { hz, atS } of notes) {
    for (const [multiple, amplitude, decayS] of partials) {
      const at = Math.round(atS * renderedAtHz)
      ring(samples, at, { hz: hz * multiple, amplitude, decayS, forS: ringS, attackS: 0.004 })
    }
  }
  return samples
}

interface Tone {
  readonly hz: number
  readonly amplitude: number
  /** To 1/e. */
  readonly decayS: number
  readonly forS: number
  readonly attackS?: number
}

/** Adds a tone that fades; what lasts beyond the end goes on at the beginning. By a resonator: no sine for each sample. */
function ring(samples: Float32Array, at: number, { hz, amplitude, decayS, forS, attackS = 0.001 }: Tone): void {
  const turn = (2 * Math.PI * hz) / renderedAtHz
  const fade = Math.exp(-1 / (decayS * renderedAtHz))
  const factor = 2 * fade * Math.cos(turn)
  const square = fade * fade
  const length = Math.min(Math.round(forS * renderedAtHz), samples.length)
  const attack = Math.max(1, attackS * renderedAtHz)
  let last = 0
  let now = amplitude * Math.sin(turn) * fade
  let place = at % samples.length
  for (let index = 0; index < length; index++) {
    samples[place] = (samples[place] ?? 0) + now * Math.min(1, index / attack) * Math.min(1, (length - index) / 800)
    const next = factor * now - square * last
    last = now
    now = next
    if (++place === samples.length) place = 0
  }
}

function factorFor(samples: Float32Array, levels: readonly number[]): number {
  const highest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1e-9)
  return Math.min(peak / highest, 10 ** ((mostDb - Math.max(...levels)) / 20))
}

function levelsOf(samples: Float32Array): readonly number[] {
  const levels: number[] = []
  createMeter(renderedAtHz, envelopeMs, (db) => levels.push(db)).take(samples, samples.length)
  return levels
}
