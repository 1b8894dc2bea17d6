import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fadeMs, gainAt, gainOf, isOver, nextPlaying, swellMs, toSoothing } from './plan.ts'
import type { Playing } from './plan.ts'

const playing: Playing = { sound: 'rain', volume: 1, sinceMs: 1000, untilMs: 1000 + 30 * 60_000 }

test('it swells, stays, and fades for the last minute', () => {
  const until = playing.untilMs ?? 0
  for (const [atMs, gain] of [
    [1000, 0],
    [1000 + swellMs / 2, 0.5],
    [1000 + swellMs, 1],
    [until - fadeMs, 1],
    [until - fadeMs / 2, 0.5],
    [until, 0],
    [until + 1000, 0],
  ] as const) {
    assert.ok(Math.abs(gainAt(playing, atMs) - gain) < 1e-9, `${atMs}: ${gainAt(playing, atMs)}`)
  }
})

test('a timer of 30 s fades for 10 s, and none fades never', () => {
  assert.equal(gainAt({ ...playing, sinceMs: 0, untilMs: 30_000 }, 20_000), 1)
  assert.equal(gainAt({ ...playing, sinceMs: 0, untilMs: 30_000 }, 25_000), 0.5)
  assert.equal(gainAt({ ...playing, untilMs: null }, 24 * 3600_000), 1)
})

test('half way down the slider is 20 dB less, and the end of it is silence', () => {
  assert.equal(gainOf(1), 1)
  assert.ok(Math.abs(gainOf(0.5) - 0.1) < 1e-9)
  assert.equal(gainOf(0), 0)
})

test('another volume or time changes nothing about when it began; another sound begins anew', () => {
  const softer = nextPlaying(playing, { sound: 'rain', volume: 0.3, remainingMs: null }, 9000)
  assert.deepEqual(softer, { sound: 'rain', volume: 0.3, sinceMs: 1000, untilMs: null })
  const other = nextPlaying(playing, { sound: 'white', volume: 0.3, remainingMs: 5000 }, 9000)
  assert.deepEqual(other, { sound: 'white', volume: 0.3, sinceMs: 9000, untilMs: 14_000 })
  assert.equal(nextPlaying(playing, null, 9000), null)
  assert.equal(nextPlaying(playing, { sound: 'white', volume: 1, remainingMs: 0 }, 9000), null)
})

test('what is told is the time that is left', () => {
  assert.equal(toSoothing(playing, 61_000).remainingMs, 29 * 60_000)
  assert.equal(toSoothing({ ...playing, untilMs: null }, 61_000).remainingMs, null)
  assert.equal(isOver(playing, 61_000), false)
  assert.equal(isOver(playing, playing.untilMs ?? 0), true)
})
