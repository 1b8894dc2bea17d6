import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureOf, tableOf } from './report.ts'
import type { Measured } from './report.ts'
import { differences, median, percentile, ratios, spread } from './statistics.ts'

const measured: Measured = {
  name: 'Pace',
  unit: 'ms',
  digits: 1,
  beside: 'snail',
  own: [20, 10, 60],
  reference: [10, 10, 20],
  goal: { of: 'ratio', atMost: 1.9 },
}
const rowsOf = (...all: Measured[]): string[] => tableOf(all.map(figureOf)).split('\n').slice(2)

test('the median is the middle, or the mean of the two middle ones', () => {
  assert.equal(median([3, 1, 20]), 3)
  assert.equal(median([4, 1, 2, 20]), 3)
  assert.throws(() => median([]))
  assert.deepEqual(spread([2, 9, 4]), { median: 4, min: 2, max: 9 })
})

test('a percentile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  assert.deepEqual(
    [0, 0.5, 0.99, 1].map((share) => percentile(hundred, share)),
    [1, 50, 99, 100],
  )
  assert.throws(() => percentile([], 0.5))
})

test('a run is compared with the reference that was measured beside it', () => {
  assert.deepEqual(ratios([20, 10, 60], [10, 10, 20]), [2, 1, 3])
  assert.deepEqual(differences([20, 10, 60], [10, 10, 20]), [10, 0, 40])
  assert.throws(() => ratios([1, 2], [1]))
})

test('a goal is of the median: of the ratio, of the value or of the difference', () => {
  assert.equal(figureOf(measured).met, false)
  assert.equal(figureOf({ ...measured, goal: { of: 'ratio', atMost: 2 } }).met, true)
  assert.equal(figureOf({ ...measured, goal: { of: 'value', atMost: 19 } }).met, false)
  assert.equal(figureOf({ ...measured, goal: { of: 'value', atMost: 20 } }).met, true)
  assert.equal(figureOf({ ...measured, goal: { of: 'value', atLeast: 21 } }).met, false)
  assert.equal(figureOf({ ...measured, goal: { of: 'value', atLeast: 20 } }).met, true)
  assert.equal(figureOf({ ...measured, goal: { of: 'difference', atMost: 9 } }).met, false)
  assert.equal(figureOf({ ...measured, goal: { of: 'difference', atMost: 10 } }).met, true)
  assert.equal(figureOf({ ...measured, goal: null }).met, null)
})

test('beside nothing there is no ratio', () => {
  assert.match(rowsOf({ ...measured, own: [0], reference: [0] })[0] ?? '', /snail: 0\.0 \|  \|/)
  const [row] = rowsOf({ ...measured, beside: '', reference: [], goal: { of: 'value', atMost: 20 } })
  assert.equal(row, '| Pace, ms | 3 | 20.0 (10.0-60.0) |  |  | at most 20 ms | yes |')
})

test('the table has a row for each figure, and a spread only where there is one', () => {
  const [row, second, third] = rowsOf(
    measured,
    { ...measured, own: [7], reference: [7], goal: { of: 'value', atMost: 40 } },
    { ...measured, own: [9, 12, 8], reference: [10, 10, 9], goal: { of: 'difference', atMost: 5 } },
  )
  assert.equal(
    row,
    '| Pace, ms | 3 | 20.0 (10.0-60.0) | snail: 10.0 (10.0-20.0) | 2.00 (1.00-3.00) | at most 1.9 times | **no** |',
  )
  assert.equal(second, '| Pace, ms | 1 | 7.0 | snail: 7.0 | 1.00 | at most 40 ms | yes |')
  assert.equal(
    third,
    '| Pace, ms | 3 | 9.0 (8.0-12.0) | snail: 10.0 (9.0-10.0) | -1.0 (-1.0 to +2.0) | at most 5 ms more | yes |',
  )
})

test('what is to be known about a figure stands below the table', () => {
  const rows = rowsOf({ ...measured, note: 'It rained.' })
  assert.deepEqual(rows.slice(1), ['', '- Pace: It rained.'])
})
