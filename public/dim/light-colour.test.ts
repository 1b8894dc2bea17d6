import assert from 'node:assert/strict'
import { test } from 'node:test'
import { colourOf } from './light-colour.ts'

const channels = (warmth: number, brightness: number): number[] =>
  (colourOf({ warmth, brightness }).match(/\d+/g) ?? []).map(Number)

test('from red to amber, with hardly any blue', () => {
  const [red, green, blue] = channels(0, 1)
  assert.ok(red === 255 && (green ?? 255) < 30 && blue === 0, colourOf({ warmth: 0, brightness: 1 }))
  const [warmRed, warmGreen, warmBlue] = channels(1, 1)
  assert.ok(warmRed === 255 && (warmGreen ?? 0) > 150 && (warmBlue ?? 255) < 60, colourOf({ warmth: 1, brightness: 1 }))
})

test('each step is brighter than the one before, and the least is still a light', () => {
  for (const warmth of [0, 0.5, 1]) {
    let before = 0
    for (let step = 0; step <= 10; step++) {
      const [red = 0] = channels(warmth, step / 10)
      assert.ok(red > before, `${warmth} ${step}`)
      before = red
    }
  }
})
