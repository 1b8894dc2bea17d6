import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMeter } from './meter.ts'

const rateHz = 48_000

function measure(seconds: number, sample: (index: number) => number, blocks = 128): number[] {
  const levels: number[] = []
  const meter = createMeter(rateHz, 100, (levelDb) => levels.push(levelDb))
  const block = new Float32Array(blocks)
  for (let at = 0; at < seconds * rateHz; at += blocks) {
    meter.take(
      block.map((_, index) => sample(at + index)),
      blocks,
    )
  }
  return levels
}

const sine =
  (amplitude: number, hz = 1000) =>
  (index: number): number =>
    amplitude * Math.sin((2 * Math.PI * hz * index) / rateHz)

test('ten levels a second, and a full sine at 1 kHz has -3 dB', () => {
  const levels = measure(2, sine(1))
  assert.equal(levels.length, 20)
  for (const level of levels.slice(1)) assert.ok(Math.abs(level + 3) < 0.1, String(level))
})

test('a tenth of the amplitude is 20 dB less', () => {
  const level = measure(1, sine(0.1)).pop() ?? 0
  assert.ok(Math.abs(level + 23) < 0.1, String(level))
})

test('digital zeros are -120 at once after the loudest sound, and the faintest noise is more', () => {
  const levels = measure(2, (index) => (index < rateHz ? sine(1)(index) : 0))
  assert.deepEqual(
    levels.slice(10),
    Array.from({ length: 10 }, () => -120),
  )
  const faint = measure(1, (index) => (index % 7 === 0 ? 1 / 32_768 : 0)).pop() ?? -120
  assert.ok(faint > -120 && faint < -90, String(faint))
})

test('more than full scale is told as full scale', () => {
  assert.equal(measure(1, sine(4)).pop(), 0)
})

test('time passes while nothing is connected', () => {
  const levels: number[] = []
  const meter = createMeter(rateHz, 100, (levelDb) => levels.push(levelDb))
  for (let at = 0; at < rateHz; at += 128) meter.take(null, 128)
  assert.deepEqual(
    levels,
    Array.from({ length: 10 }, () => -120),
  )
})
