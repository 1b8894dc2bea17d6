// Sounds of a nursery as levels, ten a second, for the tests of this folder. The same each time.

import type { Floor } from './floor.ts'
import { nextFloor } from './floor.ts'

const perSecond = 10

/** A small generator of its own, so that each test sees the same night. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function frames(seconds: number, level: (index: number, random: () => number) => number, seed = 7): number[] {
  const random = chance(seed)
  return Array.from({ length: Math.round(seconds * perSecond) }, (_, index) =>
    Math.min(0, Math.max(-120, level(index, random))),
  )
}

/** A room, a fan, a noise machine: `byDb` is how much it varies to either side. */
export function steady(db: number, seconds: number, byDb = 0.4): number[] {
  return frames(seconds, (_, random) => db + byDb * (random() + random() + random() - 1.5))
}

export interface Cry {
  readonly loudDb: number
  /** Between two sobs. */
  readonly gapDb: number
  readonly seconds: number
  readonly sobS?: number
  readonly gapS?: number
}

/** Sobs that swell and fade by 8 dB, with a breath between. */
export function cry({ loudDb, gapDb, seconds, sobS = 1.1, gapS = 0.5 }: Cry): number[] {
  const period = Math.round((sobS + gapS) * perSecond)
  const sob = Math.round(sobS * perSecond)
  return frames(seconds, (index, random) => {
    const at = index % period
    if (at >= sob) return gapDb + random()
    return loudDb - 8 * Math.abs(at / sob - 0.5) + 3 * (random() - 0.5)
  })
}

/** A slam that rings for as long as a room does, 60 dB in half a second, then the room. */
export function step(peakDb: number, forS: number, roomDb: number, seconds: number): number[] {
  return frames(seconds, (index, random) => {
    const sinceS = index / perSecond - forS
    const ringing = sinceS <= 0 ? peakDb : peakDb - 120 * sinceS
    return Math.max(ringing, roomDb + 0.4 * random())
  })
}

/** What a loudspeaker is given: a tune with notes of half a second. */
export function song(db: number, seconds: number): number[] {
  return frames(seconds, (index, random) => db - 2 * (index % 5) + random())
}

/** What comes back of it into the microphone. */
export function lullaby(tune: readonly number[], echoDb: number): number[] {
  return tune.map((db) => db + echoDb)
}

/** Sounds at the same time. */
export function join(...sounds: readonly (readonly number[])[]): number[] {
  const length = Math.max(...sounds.map((sound) => sound.length))
  return Array.from({ length }, (_, index) => {
    const power = sounds.reduce((sum, sound) => sum + 10 ** ((sound[index] ?? -120) / 10), 0)
    return Math.min(0, 10 * Math.log10(power))
  })
}

export function play(floor: Floor, heard: readonly number[], played: readonly number[]): Floor {
  return heard.reduce((now, levelDb, index) => nextFloor(now, { levelDb, playingDb: played[index] ?? null }), floor)
}
