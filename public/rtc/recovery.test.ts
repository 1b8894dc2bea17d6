import assert from 'node:assert/strict'
import { test } from 'node:test'
import { downscale } from './encoding.ts'
import { advice, delayMs, healMs, longestDelayMs, nextAttempt } from './recovery.ts'
import type { Attempt, Tried } from './recovery.ts'

const rows: readonly [string, readonly [tried: Tried, calls: number, kept: boolean], Attempt][] = [
  [
    'a call that has stalled may heal for a moment, then is restarted',
    ['nothing', 0, true],
    { what: 'restart', afterMs: healMs },
  ],
  ['with no call left a new one is made at once', ['nothing', 0, false], { what: 'join', afterMs: 0 }],
  [
    'a restart that carried nothing gives way to a new call at once',
    ['restart', 0, true],
    { what: 'join', afterMs: 0 },
  ],
  ['a restart whose call ended does too', ['restart', 3, false], { what: 'join', afterMs: 0 }],
  [
    'after a new call that came to nothing the old one is restarted again',
    ['join', 1, true],
    { what: 'restart', afterMs: 500 },
  ],
  ['or another one is made, if there is no old one', ['join', 2, false], { what: 'join', afterMs: 1000 }],
  ['and so on for ever', ['join', 1_000_000, false], { what: 'join', afterMs: longestDelayMs }],
]

for (const [name, context, expected] of rows) {
  test(name, () => assert.deepEqual(nextAttempt(...context), expected))
}

test('pauses between attempts grow to 3 s and stay there for ever', () => {
  assert.deepEqual([1, 2, 3, 4, 5].map(delayMs), [500, 1000, 2000, 3000, 3000])
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
