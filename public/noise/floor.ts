// Learns what the room sounds like when nothing happens, from ten levels a second: a steady noise machine is part of it within
// half a minute, a cry is not, however long it lasts, because whoever cries draws breath.

import { silenceDb } from './meter.ts'

export interface Heard {
  /** dB of full scale, A-weighted. */
  readonly levelDb: number
  /** What the station itself plays at this moment, in the same unit before the loudspeaker; null for nothing. */
  readonly playingDb: number | null
}

export interface Floor {
  /** What the room does by itself; null until it is learnt. */
  readonly roomDb: number | null
  /** How much of what the station plays comes back into the microphone, in dB; null until that is learnt. */
  readonly echoDb: number | null
  /** The last levels of the room, oldest first. */
  readonly recent: readonly number[]
  /** The quietest of each finished second, oldest first. */
  readonly quietest: readonly number[]
  /** How loud the station played lately, oldest first. */
  readonly played: readonly number[]
  /** The last levels while it plays, oldest first. */
  readonly mixed: readonly number[]
  /** Counts the levels up to a whole second. */
  readonly count: number
  /** Zeros in a row. */
  readonly zeros: number
}

const perSecond = 10
/** Zeros for no longer than that are silence, and as loud as the quietest room. */
const gatedS = 3
const gatedDb = -90
/** As long as this a room listens before it knows anything. */
const firstS = 2
const recentS = 10
/** Levels that lie so close together for `recentS` are a machine; somebody who cries varies by 10 dB and more. */
const steadyDb = 4
/** Rain, traffic and a washing machine vary more than that. Nobody cries for so long without a breath. */
const quietestS = 45
const riseDb = 3 / perSecond
const slowRiseDb = 0.5 / perSecond
const fallDb = 20 / perSecond
/** Of the last second and a half half must be lower before the floor falls: a breath is shorter. */
const fallS = 1.5
/** What is played reaches the microphone within this time, through the buffers of two sound cards. */
const echoDelayS = 0.5
const echoS = 3
/** A pause in a song is no song. */
const leastPlayingDb = -60
/** What comes back is never quite as even as what was played. */
const echoMarginDb = 3
/** A way from a loudspeaker to a microphone changes when somebody moves the phone. */
const echoRiseDb = 0.2 / perSecond
const echoFallDb = 2 / perSecond
/** What becomes louder or softer comes back later than it is played: then nothing is learnt. */
const evenDb = 3
/** What is heard varies by so much more than what is played, and no further, when nobody cries over it: an old song that comes back late, 12 dB. */
const alikeDb = 13
/** Until it is known how much comes back: all of it. A sound that has just begun must not be taken for a cry. */
const unknownEchoDb = 0

export const emptyFloor: Floor = {
  roomDb: null,
  echoDb: null,
  recent: [],
  quietest: [],
  played: [],
  mixed: [],
  count: 0,
  zeros: 0,
}

export function nextFloor(floor: Floor, { levelDb, playingDb }: Heard): Floor {
  const played = push(floor.played, playingDb ?? silenceDb, echoS * perSecond)
  if (levelDb <= silenceDb) return { ...floor, played, zeros: floor.zeros + 1 }
  if (floor.zeros > 0) return nextFloor(afterZeros(floor), { levelDb, playingDb })
  if (loudestNow(played) > leastPlayingDb) return nextEcho({ ...floor, played }, levelDb)
  const recent = push(floor.recent, levelDb, recentS * perSecond)
  const count = (floor.count + 1) % perSecond
  const isSecond = count === 0
  const quietest = isSecond ? push(floor.quietest, second(recent.slice(-perSecond)), quietestS) : floor.quietest
  const heard: Floor = { ...floor, recent, quietest, played, mixed: [], count }
  return { ...heard, roomDb: nextRoom(heard) }
}

/** What the room and the station's own sound make together; null until one of them is learnt. */
export function floorDbOf({ roomDb, echoDb, played }: Floor): number | null {
  const loudest = loudestNow(played)
  if (loudest <= leastPlayingDb) return roomDb
  const echo = echoDb === null ? unknownEchoDb : echoDb + echoMarginDb
  const together = 10 ** ((roomDb ?? silenceDb) / 10) + 10 ** ((loudest + echo) / 10)
  return Math.min(0, 10 * Math.log10(together))
}

/**
 * Zeros for long are a microphone that does not listen, and say nothing about the room. Between two sounds they are a phone that
 * leaves out what it takes for silence: without them a cry would be all that is ever heard, and the floor.
 */
function afterZeros(floor: Floor): Floor {
  let after: Floor = { ...floor, zeros: 0 }
  if (floor.zeros > gatedS * perSecond) return after
  for (let count = 0; count < floor.zeros; count++) after = nextFloor(after, { levelDb: gatedDb, playingDb: null })
  return { ...after, played: floor.played }
}

function nextRoom({ roomDb, recent, quietest }: Floor): number | null {
  if (roomDb === null) return recent.length < firstS * perSecond ? null : quantile(recent, 0.2)
  const justNow = quantile(recent.slice(-fallS * perSecond), 0.5)
  if (justNow < roomDb) return Math.max(justNow, roomDb - fallDb)
  if (recent.length < recentS * perSecond) return roomDb
  if (spreadOf(recent) <= steadyDb) {
    return Math.min(quantile(recent, 0.5), roomDb + riseDb)
  }
  if (quietest.length < quietestS) return roomDb
  return Math.min(Math.max(roomDb, Math.min(...quietest)), roomDb + slowRiseDb)
}

/**
 * While the station plays, the room itself cannot be heard; learnt is what comes back: what is heard against what was played, the
 * quieter parts and the louder ones. The quieter, because a song is often begun when somebody cries, and between two sobs it is heard
 * alone; the louder, because a soft song is hidden by the room for the rest. What varies more than what is played is somebody who
 * cries over it: then only the shortest breaths tell, and nothing but that less comes back than was thought.
 */
function nextEcho(floor: Floor, levelDb: number): Floor {
  const { played, echoDb } = floor
  const next = { ...floor, mixed: push(floor.mixed, levelDb, echoS * perSecond) }
  const half = played.length / 2
  const louder = (values: readonly number[]): number => quantile(values, 0.8)
  const isEven = Math.abs(louder(played.slice(0, half)) - louder(played.slice(half))) <= evenDb
  if (next.mixed.length < echoS * perSecond || !isEven) return next
  const isAlone = spreadOf(next.mixed) <= spreadOf(played) + alikeDb
  const share = isAlone ? 0.2 : 0.05
  const bySofter = quantile(played, share)
  const byLouder = louder(next.mixed) - louder(played)
  const now = bySofter > leastPlayingDb ? Math.min(byLouder, quantile(next.mixed, share) - bySofter) : byLouder
  if (!isAlone && now >= (echoDb ?? unknownEchoDb)) return next
  if (echoDb === null) return { ...next, echoDb: now }
  return { ...next, echoDb: now < echoDb ? Math.max(now, echoDb - echoFallDb) : Math.min(now, echoDb + echoRiseDb) }
}

/** Within the time in which it may come back. */
function loudestNow(played: readonly number[]): number {
  return Math.max(silenceDb, ...played.slice(-echoDelayS * perSecond))
}

function push(values: readonly number[], value: number, most: number): readonly number[] {
  return [...values, value].slice(-most)
}

/** The lowest but one: a single level may be a crackle. */
function second(values: readonly number[]): number {
  return quantile(values, 1 / Math.max(1, values.length - 1))
}

/** How much they vary, but for a crackle. */
function spreadOf(values: readonly number[]): number {
  return quantile(values, 0.95) - quantile(values, 0.05)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.round(share * (sorted.length - 1))] ?? silenceDb
}
