import assert from 'node:assert/strict'
import { test } from 'node:test'
import { group } from './groups.ts'
import { makeKey } from './kept-name.ts'
import type { Kept } from './kept.ts'

const kept = (station: string, began: Date, part = 1, handedOverMs: number | null = null): Kept => ({
  key: makeKey('', 0),
  fileName: '',
  station,
  began,
  part,
  bytes: 5,
  handedOverMs,
})
const times = (...all: Kept[]): string[] => group(all, 'en').map(({ time }) => time)
const night = new Date(2026, 2, 7, 2, 14, 9)

test('a recording is called by the time at which it began, on a clock of 24 hours', () => {
  assert.deepEqual(times(kept('A', night)), ['02:14'])
  assert.deepEqual(times(kept('A', new Date(2026, 2, 7, 0, 5))), ['00:05'])
  assert.deepEqual(times(kept('A', new Date(2026, 2, 7, 23, 59))), ['23:59'])
})

test('its parts are one recording', () => {
  const [one, ...others] = group([kept('A', night, 1), kept('A', night, 2)], 'en')
  assert.equal(others.length, 0)
  assert.equal(one?.bytes, 10)
  assert.deepEqual(
    one?.parts.map(({ part }) => part),
    [1, 2],
  )
})

test('two that would be called the same say more, as little as is needed', () => {
  assert.deepEqual(times(kept('A', night), kept('A', new Date(2026, 2, 8, 2, 14))), [
    '02:14, March 7',
    '02:14, March 8',
  ])
  assert.deepEqual(times(kept('A', night), kept('B', new Date(2026, 2, 7, 2, 14))), [
    '02:14, March 7, A',
    '02:14, March 7, B',
  ])
  assert.deepEqual(times(kept('A', night), kept('A', new Date(2026, 2, 7, 2, 14, 30))), [
    '02:14:09, March 7, A',
    '02:14:30, March 7, A',
  ])
})

test('a part that was never put into Downloads is not lost among those that were', () => {
  const groups = group([kept('A', night, 1, 5), kept('A', night, 2)], 'en')
  assert.deepEqual(
    groups.map(({ handedOverMs, time }) => [handedOverMs, time]),
    [
      [5, '02:14'],
      [null, '02:14'],
    ],
  )
})
