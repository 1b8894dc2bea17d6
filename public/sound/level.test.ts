import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelOf } from './level.ts'

const tone = (amplitude: number): Float32Array =>
  Float32Array.from({ length: 2048 }, (_, index) => amplitude * Math.sin(index / 5))

test('silence is 0 and the loudest tone is 100', () => {
  assert.equal(levelOf(new Float32Array(2048)), 0)
  assert.equal(levelOf(tone(1)), 100)
})

test('a quiet room shows a little and grows with the sound', () => {
  const levels = [0.001, 0.01, 0.1].map((amplitude) => levelOf(tone(amplitude)))
  assert.ok(levels[0] !== undefined && levels[0] > 0 && levels[0] < 20, String(levels))
  assert.deepEqual(
    levels,
    levels.toSorted((a, b) => a - b),
  )
})
