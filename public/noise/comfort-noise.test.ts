import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comfortGain, makeComfortNoise } from './comfort-noise.ts'
import { createMeter } from './meter.ts'

test('the noise is as loud as it says, evenly, and as loud as the floor with its gain', () => {
  const { samples, levelDb } = makeComfortNoise(48_000)
  const gain = comfortGain(levelDb, -55)
  const levels: number[] = []
  createMeter(48_000, 500, (db) => levels.push(db)).take(
    samples.map((sample) => sample * gain),
    samples.length,
  )
  for (const level of levels) assert.ok(Math.abs(level + 55) < 1.5, levels.join(' '))
})

test('it never keeps anybody awake, and never becomes silence', () => {
  const db = (floorDb: number | null): number => Math.round(-40 + 20 * Math.log10(comfortGain(-40, floorDb)))
  assert.equal(db(-20), -48)
  assert.equal(db(-100), -66)
  assert.equal(db(null), -66)
})

test('its end meets its beginning without a click', () => {
  const { samples } = makeComfortNoise(48_000)
  let greatest = 0
  for (let index = 1; index < samples.length; index++) {
    greatest = Math.max(greatest, Math.abs((samples[index] ?? 0) - (samples[index - 1] ?? 0)))
  }
  assert.ok(Math.abs((samples[0] ?? 0) - (samples[samples.length - 1] ?? 0)) <= greatest)
})
