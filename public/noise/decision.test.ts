import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frameMs, nextDecision, quiet } from './decision.ts'
import type { Decision } from './decision.ts'
import { emptyFloor, floorDbOf, nextFloor } from './floor.ts'
import { cry, join, lullaby, song, steady, step } from './sounds.ts'

const roomDb = -65
const beforeS = 20

/** Seconds after the first of `sound` at which it counts, in a room that was quiet for a while; null for never. */
function countsAfter(
  sound: readonly number[],
  thresholdDb: number,
  room = steady(roomDb, beforeS),
  played: number[] = [],
) {
  let floor = emptyFloor
  let decision: Decision = quiet
  for (const [index, levelDb] of [...room, ...sound].entries()) {
    floor = nextFloor(floor, { levelDb, playingDb: played[index - room.length] ?? null })
    const floorDb = floorDbOf(floor)
    if (floorDb === null) continue
    decision = nextDecision(decision, { atMs: index * frameMs, levelDb, floorDb }, { thresholdDb })
    if (decision.state === 'counts') return (index - room.length + 1) / 10
  }
  return null
}

const over = (sound: readonly number[]): number[] => join(steady(roomDb, sound.length / 10), sound)
const repeat = (times: number, sound: readonly number[]): number[] => Array.from({ length: times }, () => sound).flat()
const machineDb = -42

const shriek = over(cry({ loudDb: -18, gapDb: -20, seconds: 5, sobS: 4, gapS: 0.1 }))
const flatShriek = over(steady(-20, 5, 0))
const crying = over(cry({ loudDb: -28, gapDb: -64, seconds: 60 }))
const grizzling = over(cry({ loudDb: -48, gapDb: -65, seconds: 90, sobS: 1.5, gapS: 1.2 }))
const longPauses = over(cry({ loudDb: -47, gapDb: -65, seconds: 120, sobS: 2, gapS: 2 }))
const door = step(-8, 0.3, roomDb, 8)
const knocks = repeat(12, step(-15, 0.1, roomDb, 0.7))
const cough = over([...repeat(4, [-25, -22, -35, -64, -65, -65]), ...steady(roomDb, 20)])
const beeps = repeat(240, [-19, -19, -120, -120, -120])
const whimpers = over(repeat(150, [-46, -45, -46, -47, -65, -65, -65]))
const gated = crying.map((db) => (db < -60 ? -120 : db))
const machine = over(steady(machineDb, 180))
const cryOverMachine = join(steady(machineDb, 60), cry({ loudDb: -18, gapDb: -60, seconds: 60 }))
const talkNextDoor = over(cry({ loudDb: -54, gapDb: -66, seconds: 120, sobS: 2.5, gapS: 1 }))
const talkAtTheCot = over(cry({ loudDb: -38, gapDb: -60, seconds: 120, sobS: 2.5, gapS: 0.8 }))
const tune = song(-20, 180)
const own = over(lullaby(tune, -22))
const cryOverOwn = join(own.slice(0, 600), cry({ loudDb: -16, gapDb: -60, seconds: 60 }))

const whiteNoise = steady(-20, 60)
/** A cry that somebody begins white noise over, with breaths so short that most windows have hardly one. */
const cryUnderNoise = (gapS: number): number[] =>
  join(steady(roomDb, 60), lullaby(whiteNoise, -25), cry({ loudDb: -18, gapDb: -60, seconds: 60, gapS }))
const inCry = (gapS: number): number[] => over(cry({ loudDb: -18, gapDb: -60, seconds: 1.5, gapS }))

type Bounds = readonly [leastS: number, mostS: number] | null

interface Row {
  readonly name: string
  readonly sound: readonly number[]
  readonly room?: number[]
  readonly played?: number[]
  /** With a threshold of 6, 12 and 20 dB over the floor. */
  readonly wanted: readonly [keen: Bounds, usual: Bounds, dull: Bounds]
}

const soon: Bounds = [1.9, 2.3]
const rows: readonly Row[] = [
  { name: 'a shriek', sound: shriek, wanted: [soon, soon, soon] },
  { name: 'a shriek as even as a tone', sound: flatShriek, wanted: [soon, soon, soon] },
  {
    name: 'crying',
    sound: crying,
    wanted: [
      [2, 6],
      [2, 6],
      [2, 9],
    ],
  },
  { name: 'grizzling', sound: grizzling, wanted: [[5, 20], [20, 36], null] },
  { name: 'grizzling with pauses of two seconds', sound: longPauses, wanted: [[5, 25], [20, 40], null] },
  { name: 'a door', sound: door, wanted: [null, null, null] },
  { name: 'five doors', sound: repeat(5, door), wanted: [null, null, null] },
  { name: 'five doors in ten seconds', sound: repeat(5, door.slice(0, 20)), wanted: [null, null, null] },
  { name: 'knocking', sound: knocks, wanted: [null, null, null] },
  { name: 'a cough', sound: cough, wanted: [null, null, null] },
  { name: 'a toy that beeps twice a second', sound: beeps, wanted: [null, null, null] },
  {
    name: 'whimpering in short bursts',
    sound: whimpers,
    wanted: [[5, 45], [20, 45], null],
  },
  {
    name: 'crying through a phone that leaves out silence',
    sound: gated,
    wanted: [
      [2, 6],
      [2, 6],
      [2, 9],
    ],
  },
  { name: 'a noise machine that is switched on', sound: machine, wanted: [null, null, null] },
  {
    name: 'a cry over the noise machine',
    sound: cryOverMachine,
    room: [...machine],
    wanted: [
      [2, 9],
      [2, 9],
      [2, 30],
    ],
  },
  { name: 'talking next door', sound: talkNextDoor, wanted: [[15, 60], null, null] },
  {
    name: 'talking beside the cot',
    sound: talkAtTheCot,
    wanted: [
      [2, 8],
      [4, 12],
      [8, 25],
    ],
  },
  { name: "the station's own lullaby", sound: own, played: tune, wanted: [null, null, null] },
  {
    name: 'crying over the lullaby',
    sound: cryOverOwn,
    room: [...steady(roomDb, 20)],
    played: tune,
    wanted: [
      [2, 12],
      [2, 25],
      [2, 40],
    ],
  },
  ...[0.2, 0.3].map((gapS): Row => ({
    name: `white noise that begins in a cry with breaths of ${gapS} s`,
    sound: cryUnderNoise(gapS),
    room: [...steady(roomDb, 20), ...inCry(gapS)],
    played: whiteNoise,
    wanted: [
      [2, 9],
      [2, 12],
      [2, 15],
    ],
  })),
  {
    name: "the station's own white noise",
    sound: over(lullaby(whiteNoise, -25)),
    played: whiteNoise,
    wanted: [null, null, null],
  },
]

for (const { name, sound, room, played, wanted } of rows) {
  for (const [index, thresholdDb] of [6, 12, 20].entries()) {
    const bounds = wanted[index] ?? null
    const words = bounds === null ? 'never counts' : `counts after ${bounds[0]} to ${bounds[1]} s`
    test(`${name} ${words} with a threshold of ${thresholdDb} dB`, () => {
      const seconds = countsAfter(sound, thresholdDb, room, played)
      if (bounds === null) assert.equal(seconds, null)
      else assert.ok(seconds !== null && seconds >= bounds[0] && seconds <= bounds[1], String(seconds))
    })
  }
}
