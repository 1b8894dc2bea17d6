import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdMs, nextGate, openGate } from './gate-state.ts'
import type { Gate, GateFrame } from './gate-state.ts'

const quiet = { levelDb: -64, floorDb: -65, thresholdDb: 12 }

function closed(): Gate {
  let gate = openGate(0)
  for (let atMs = 50; atMs <= holdMs; atMs += 50) gate = nextGate(gate, { atMs, ...quiet })
  return gate
}

test('it closes after a while of quiet, not before', () => {
  let gate = openGate(0)
  for (let atMs = 50; atMs < holdMs; atMs += 50) gate = nextGate(gate, { atMs, ...quiet })
  assert.equal(gate.state, 'open')
  assert.equal(closed().state, 'closed')
})

const opens: readonly (readonly [string, Partial<GateFrame>, boolean])[] = [
  ['the first moment of a cry', { levelDb: -40 }, true],
  ['a whimper that does not count yet', { levelDb: -57 }, true],
  ['the quiet room', {}, false],
  ['a room that is a little louder', { levelDb: -61 }, false],
  ['a missing report', { floorDb: null }, true],
  ['a level that is not known', { levelDb: null }, true],
  ['a door', { levelDb: -10 }, true],
  ['a noise machine that is the floor', { levelDb: -39, floorDb: -40 }, false],
  ['a cry over a noise machine', { levelDb: -25, floorDb: -40 }, true],
  ['digital silence with a floor of the phone’s own noise', { levelDb: -90, floorDb: -110 }, false],
]

for (const [name, frame, isOpen] of opens) {
  test(`${name} ${isOpen ? 'opens it at once' : 'leaves it closed'}`, () => {
    assert.equal(nextGate(closed(), { atMs: 9000, ...quiet, ...frame }).state, isOpen ? 'open' : 'closed')
  })
}

test('each sob holds it open anew', () => {
  let gate = openGate(0)
  for (let atMs = 0; atMs < 60_000; atMs += 50) {
    gate = nextGate(gate, { atMs, ...quiet, levelDb: atMs % 6000 === 0 ? -40 : -65 })
    assert.equal(gate.state, 'open')
  }
})
