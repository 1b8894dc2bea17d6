import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureOf, tableOf } from './report.ts'
import type { Measured } from './report.ts'
import { median, ratios, spread } from './statistics.ts'

const measured: Measured = {
  name: 'Pace',
  unit: 'ms',
  digits: 1,
  beside: 'snail',
  own: [20, 10, 60],
  reference: [10, 10, 20],
  goal: { of: 'ratio', atMost: 1.9 },
}

test('the median is the middle, or the mean of the two middle ones', () => {
  assert.equal(median([3, 1, 20]), 3)
  assert.equal(median([4, 1, 2, 20]), 3)
  assert.throws(() => median([]))
  assert.deepEqual(spread([2, 9, 4]), { median: 4, min: 2, max: 9 })
})

test('a run is compared with the reference that was measured beside it', () => {
  assert.deepEqual(ratios([20, 10, 60], [10, 10, 20]), [2, 1, 3])
  assert.throws(() => ratios([1, 2], [1]))
})

test('a goal is of the median, of the ratio or of the value', () => {
  assert.equal(figureOf(measured).met, false)
  assert.equal(figureOf({ ...measured, goal: { of: 'ratio', atMost: 2 } }).met, true)
  assert.equal(figureOf({ ...measured, goal: { of: 'value', atMost: 19 } }).met, false)
  assert.equal(figureOf({ ...measured, goal: { of: 'value', atMost: 20 } }).met, true)
  assert.equal(figureOf({ ...measured, goal: null }).met, null)
})

test('beside nothing there is no ratio', () => {
  assert.match(tableOf([{ ...measured, own: [0], reference: [0] }]), /snail: 0\.0 \|  \|/)
})

test('the table has a row for each figure, and a spread only where there is one', () => {
  const [, , row, other] = tableOf([
    measured,
    { ...measured, own: [7], reference: [7], goal: { of: 'value', atMost: 40 } },
  ]).split('\n')
  assert.equal(
    row,
    '| Pace, ms | 3 | 20.0 (10.0-60.0) | snail: 10.0 (10.0-20.0) | 2.00 (1.00-3.00) | at most 1.9 times | **no** |',
  )
  assert.equal(other, '| Pace, ms | 1 | 7.0 | snail: 7.0 | 1.00 | at most 40 ms | yes |')
})
