import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayDuration, sayWatch } from './time.ts'

for (const [ms, words] of [
  [-5, '0:00'],
  [59_900, '0:59'],
  [185_000, '3:05'],
  [3_785_000, '1:03:05'],
] as const) {
  test(`${ms} ms on a clock that counts up is ${words}`, () => assert.equal(sayWatch(ms), words))
}

for (const [ms, words] of [
  [20_000, '20 seconds'],
  [60_000, '1 minute'],
  [15 * 60_000 - 400, '15 minutes'],
  [3600_000, '1 hour'],
  [2 * 3600_000 + 5 * 60_000, '2 hours 5 minutes'],
] as const) {
  test(`${ms} ms is ${words}`, () => assert.equal(sayDuration(ms), words))
}
