import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { regionSchema } from '../shared/station-protocol.ts'
import { between, everywhere, moved, resized } from './region.ts'

test('two corners make a region, in whichever order they are drawn', () => {
  const region = { x: 0.25, y: 0.25, width: 0.5, height: 0.25 }
  assert.deepEqual(between({ x: 0.25, y: 0.25 }, { x: 0.75, y: 0.5 }), region)
  assert.deepEqual(between({ x: 0.75, y: 0.5 }, { x: 0.25, y: 0.25 }), region)
})

test('a tap draws nothing, and a finger that leaves the picture stops at its edge', () => {
  assert.equal(between({ x: 0.5, y: 0.5 }, { x: 0.51, y: 0.51 }), null)
  assert.deepEqual(between({ x: 0.5, y: 0.5 }, { x: 3, y: -2 }), { x: 0.5, y: 0, width: 0.5, height: 0.5 })
})

test('keys never move or stretch it out of the picture, nor to nothing', () => {
  let region = between({ x: 0.4, y: 0.4 }, { x: 0.6, y: 0.6 }) ?? everywhere
  for (const by of [
    { x: 0.3, y: -0.3 },
    { x: -0.7, y: 0.9 },
    { x: 0.05, y: 0.05 },
  ]) {
    for (let press = 0; press < 8; press++) {
      region = press % 2 === 0 ? moved(region, by) : resized(region, by)
      assert.ok(v.is(regionSchema, region), JSON.stringify(region))
      assert.ok(region.x + region.width <= 1 + 1e-9 && region.y + region.height <= 1 + 1e-9)
      assert.ok(region.width > 0.05 && region.height > 0.05, JSON.stringify(region))
    }
  }
})
