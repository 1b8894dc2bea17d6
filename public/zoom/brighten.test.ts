import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brightenPlanes } from './brighten.ts'

const brightened = (values: readonly number[], isFullRange: boolean): number[] => {
  const pixels = Uint8Array.from(values)
  brightenPlanes(pixels, values.length, isFullRange)
  return [...pixels]
}

test('black and white stay, and what is dark is four times as far from black', () => {
  assert.deepEqual(brightened([16, 235], false), [16, 235])
  assert.deepEqual(brightened([0, 255], true), [0, 255])
  const [dark = 0, darker = 0] = brightened([20, 18], false)
  assert.ok(Math.abs(dark - 32) <= 1 && Math.abs(darker - 24) <= 1, `${dark}, ${darker}`)
})

test('what is brighter stays brighter', () => {
  const all = brightened(
    Array.from({ length: 256 }, (_, value) => value),
    true,
  )
  assert.deepEqual(
    all,
    all.toSorted((a, b) => a - b),
  )
})

test('grey stays grey, and colours become a little stronger', () => {
  const pixels = Uint8Array.of(100, 100, 128, 148, 0, 255)
  brightenPlanes(pixels, 2, true)
  assert.deepEqual([...pixels.subarray(2)], [128, 158, 0, 255])
})
