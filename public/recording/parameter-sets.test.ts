import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saysNothingNew } from './parameter-sets.ts'

const sps = [0x67, 0x42, 0x00, 0x1f, 0xaa]
const largerSps = [0x67, 0x42, 0x00, 0x1f, 0xbb]
const pps = [0x68, 0xce]
const slice = [0x65, 1, 2, 3]

const description = Uint8Array.from([1, 0x42, 0, 0x1f, 0xff, 0xe1, 0, sps.length, ...sps, 1, 0, pps.length, ...pps])

function frame(...units: number[][]): Uint8Array {
  return Uint8Array.from(units.flatMap((unit) => [0, 0, 0, unit.length, ...unit]))
}

test('a key frame that repeats the known description says nothing new', () => {
  assert.equal(saysNothingNew(description, frame(sps, pps, slice)), true)
  assert.equal(saysNothingNew(description, frame(slice)), true)
})

test('a key frame of another size says something new', () => {
  assert.equal(saysNothingNew(description, frame(largerSps, pps, slice)), false)
  assert.equal(saysNothingNew(description, frame(sps, [0x68, 0xcf], slice)), false)
})

test('what is no description at all is never taken for a complete one', () => {
  assert.equal(saysNothingNew(Uint8Array.from([]), frame(sps)), false)
  assert.equal(saysNothingNew(Uint8Array.from([0, 0, 0, 1, 0x67, 1, 2, 3]), frame(sps)), false)
})
