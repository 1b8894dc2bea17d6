import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWeightingDb, createAWeighting } from './a-weighting.ts'

/** IEC 61672-1:2013, tables 2 and 3: frequency in Hz, the curve in dB, and what class 1 may be above and beneath it. */
const standard: readonly (readonly [number, number, number, number])[] = [
  [31.5, -39.4, 1.5, 1.5],
  [63, -26.2, 1, 1],
  [125, -16.1, 1, 1],
  [250, -8.6, 1, 1],
  [500, -3.2, 1, 1],
  [1000, 0, 0.7, 0.7],
  [2000, 1.2, 1, 1],
  [4000, 1, 1, 1],
  [8000, -1.1, 1.5, 2.5],
  [16_000, -6.6, 2.5, 16],
]

for (const rateHz of [44_100, 48_000, 96_000]) {
  test(`at ${rateHz} Hz the filter is the ear's curve within class 1, from 31.5 Hz to 16 kHz`, () => {
    for (const [hz, wantedDb, above, beneath] of standard) {
      const db = aWeightingDb(hz, rateHz)
      assert.ok(db - wantedDb <= above && wantedDb - db <= beneath, `${hz} Hz: ${db.toFixed(2)} instead of ${wantedDb}`)
    }
  })
}

test('a headset at 16 kHz is weighted too, as far as it hears', () => {
  for (const [hz, wantedDb] of standard) {
    if (hz <= 4000) assert.ok(Math.abs(aWeightingDb(hz, 16_000) - wantedDb) < 1.5, `${hz} Hz`)
  }
})

test('samples come out as the response says', () => {
  const rateHz = 48_000
  for (const hz of [63, 1000, 8000]) {
    const filter = createAWeighting(rateHz)
    let power = 0
    for (let index = 0; index < rateHz; index++) {
      const out = filter.next(Math.sin((2 * Math.PI * hz * index) / rateHz))
      if (index >= rateHz / 2) power += out * out
    }
    const db = 10 * Math.log10((2 * power) / (rateHz / 2))
    assert.ok(Math.abs(db - aWeightingDb(hz, rateHz)) < 0.1, `${hz} Hz: ${db}`)
  }
})
