import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdMs, nextPeak, noPeak } from './peak.ts'

test('a peak stays for two seconds and falls then', () => {
  let peak = nextPeak(noPeak, 80, 1000)
  for (let atMs = 1100; atMs < 1000 + holdMs; atMs += 100) {
    peak = nextPeak(peak, 10, atMs)
    assert.equal(peak.level, 80)
  }
  peak = nextPeak(peak, 10, 1000 + holdMs)
  assert.equal(peak.level, 76)
  peak = nextPeak(peak, 10, 2000 + holdMs)
  assert.equal(peak.level, 36)
  assert.equal(nextPeak(peak, 10, 4000 + holdMs).level, 10, 'never beneath what is heard')
})

test('a louder sound takes its place, and a new time', () => {
  const peak = nextPeak(nextPeak(noPeak, 40, 0), 60, 500)
  assert.deepEqual(peak, { level: 60, atMs: 500, heardMs: 500 })
})
