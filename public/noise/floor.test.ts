import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyFloor, floorDbOf, nextFloor } from './floor.ts'
import type { Floor } from './floor.ts'
import { cry, join, lullaby, play, song, steady, step } from './sounds.ts'

function learn(levels: readonly number[], before: Floor = emptyFloor): Floor {
  return levels.reduce((floor, levelDb) => nextFloor(floor, { levelDb, playingDb: null }), before)
}

function floorAfter(levels: readonly number[], before?: Floor): number {
  return floorDbOf(learn(levels, before)) ?? NaN
}

function near(value: number, wanted: number, byDb: number): void {
  assert.ok(Math.abs(value - wanted) <= byDb, `${value.toFixed(1)} instead of ${wanted} by ${byDb}`)
}

const room = steady(-65, 20)

test('a quiet room is learnt within two seconds', () => {
  assert.equal(floorDbOf(learn(room.slice(0, 15))), null)
  near(floorAfter(room.slice(0, 20)), -65, 1)
})

test('zeros teach nothing', () => {
  assert.equal(floorDbOf(learn(Array.from({ length: 600 }, () => -120))), null)
  near(floorAfter([...room, ...Array.from({ length: 600 }, () => -120)]), -65, 1)
})

test('a phone that gives zeros between sounds does not make a cry the floor', () => {
  const gated = cry({ loudDb: -25, gapDb: -120, seconds: 300 }).map((db) => (db < -100 ? -120 : db))
  assert.ok(floorAfter(gated) < -80, String(floorAfter(gated)))
})

test('a noise machine is the floor within a minute, and no more when it is off', () => {
  const machine = learn(steady(-40, 30), learn(room))
  near(floorDbOf(machine) ?? NaN, -40, 1)
  near(floorAfter(steady(-65, 4), machine), -65, 1.5)
})

test('rain that comes and goes by several dB is the floor within two minutes', () => {
  const rain = steady(-50, 120, 2.5)
  const floor = floorAfter(rain, learn(room))
  assert.ok(floor > -58 && floor < -49, String(floor))
})

test('a cry of ten minutes does not become the floor', () => {
  near(floorAfter(cry({ loudDb: -25, gapDb: -63, seconds: 600 }), learn(room)), -65, 4)
})

test('a cry over a noise machine leaves the machine as the floor', () => {
  const machine = learn(steady(-45, 40), learn(room))
  near(floorAfter(cry({ loudDb: -20, gapDb: -45, seconds: 300 }), machine), -45, 3)
})

test('a station that starts in the middle of a cry learns the room between two breaths', () => {
  near(floorAfter(cry({ loudDb: -25, gapDb: -64, seconds: 20 })), -64, 4)
})

test('what the station itself plays raises the floor by what comes back, at once each time, and not for longer', () => {
  const tune = song(-20, 60)
  const heard = join(steady(-65, 60), lullaby(tune, -25))
  const after = play(learn(room), heard, tune)
  const during = floorDbOf(after) ?? NaN
  const loudest = Math.max(...heard)
  assert.ok(during > loudest - 6 && during < loudest + 5, `${during} with ${loudest}`)
  const over = learn(steady(-65, 1), after)
  near(floorDbOf(over) ?? NaN, -65, 1.5)
  const again = play(over, heard.slice(0, 10), tune.slice(0, 10))
  assert.ok((floorDbOf(again) ?? NaN) > -60)
})

test("a cry over the station's own song is not learnt as part of it", () => {
  const tune = song(-20, 60)
  const before = play(learn(room), join(steady(-65, 60), lullaby(tune, -25)), tune)
  const crying = join(lullaby(tune, -25), cry({ loudDb: -18, gapDb: -60, seconds: 60 }))
  const after = play(before, crying, tune)
  assert.ok((floorDbOf(after) ?? 0) < -28, String(floorDbOf(after)))
})

test('the tables stay small for a whole night', () => {
  const night = learn(steady(-60, 1800))
  for (const list of [night.recent, night.quietest, night.played, night.mixed]) assert.ok(list.length <= 100)
})

test('a step of the door frame is forgotten within seconds', () => {
  near(floorAfter(step(-20, 0.5, -65, 5), learn(room)), -65, 1.5)
})
