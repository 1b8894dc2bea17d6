import assert from 'node:assert/strict'
import { test } from 'node:test'
import { downscale } from './encoding.ts'
import { advice, joinDelayMs, longestDelayMs } from './recovery.ts'

test('pauses between attempts grow to 5 s and stay there for ever', () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6].map(joinDelayMs), [500, 1000, 2000, 4000, 5000, 5000])
  assert.equal(joinDelayMs(1_000_000), longestDelayMs)
})

test('a call is given up when something that came has stopped, and only then', () => {
  assert.deepEqual((['live', 'no-picture', 'no-sound', 'starting', 'frozen', 'silent', 'dead'] as const).map(advice), [
    'keep',
    'keep',
    'keep',
    'keep',
    'recover',
    'recover',
    'recover',
  ])
})

test('no side longer than 1280 pixels is encoded, and nothing is enlarged', () => {
  assert.equal(downscale({ width: 3840, height: 2160 }), 3)
  assert.equal(downscale({ width: 1080, height: 1920 }), 1.5)
  assert.equal(downscale({ width: 640, height: 480 }), 1)
  assert.equal(downscale({}), 1)
})
