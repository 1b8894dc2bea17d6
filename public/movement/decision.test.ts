import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextMoving, still } from './decision.ts'
import type { Moving } from './decision.ts'

/** Seconds until it counts, with two reports a second; null for never. */
function countsAfter(levels: readonly (number | null)[]): number | null {
  let moving: Moving = still
  for (const [index, level] of levels.entries()) {
    moving = nextMoving(moving, level, 1000 + index * 500)
    if (moving.state === 'counts') return index / 2
  }
  return null
}

const over = (seconds: number, level: (index: number) => number | null): (number | null)[] =>
  Array.from({ length: seconds * 2 }, (_, index) => level(index))

const rows: readonly (readonly [string, readonly (number | null)[], number | null])[] = [
  ['stillness', over(600, () => 0.001), null],
  ['turning over for three seconds', over(60, (index) => (index < 6 ? 0.4 : 0)), null],
  ['a twitch every five seconds', over(600, (index) => (index % 10 === 0 ? 0.3 : 0)), null],
  ['movement that goes on', over(20, () => 0.05), 8],
  ['climbing with short rests', over(60, (index) => (index % 4 === 3 ? 0 : 0.05)), 16],
  ['a picture that is not looked at', over(60, () => null), null],
]

for (const [name, levels, wanted] of rows) {
  test(`${name} ${wanted === null ? 'never counts' : `counts after about ${wanted} s`}`, () => {
    const seconds = countsAfter(levels)
    if (wanted === null) assert.equal(seconds, null)
    else assert.ok(seconds !== null && Math.abs(seconds - wanted) <= 2, String(seconds))
  })
}

test('it is over after a quarter of a minute of stillness, not sooner', () => {
  let moving: Moving = { state: 'counts', sinceMs: 0, lastMs: 0, stillMs: 0 }
  for (let at = 500; at <= 14_500; at += 500) moving = nextMoving(moving, 0, at)
  assert.equal(moving.state, 'counts')
  for (let at = 15_000; at <= 16_000; at += 500) moving = nextMoving(moving, 0, at)
  assert.equal(moving.state, 'still')
})

test('an hour without a report is not an hour of movement', () => {
  const begun = nextMoving(still, 0.5, 0)
  assert.equal(nextMoving(begun, 0.5, 3_600_000).state, 'moving')
})
