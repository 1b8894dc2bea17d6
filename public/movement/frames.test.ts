import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frameHeight, frameWidth, greyOf, nextSeen, nothingSeen } from './frames.ts'
import type { Frame, Seen } from './frames.ts'
import type { Region } from '../shared/station-protocol.ts'

/** A small generator of its own, so that each test sees the same pictures. */
function chance(): () => number {
  let state = 11
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Scene {
  /** Where something stands, or nothing. */
  readonly thing?: readonly [x: number, y: number]
  /** Standard deviation of the noise, in levels of grey. */
  readonly noise?: number
  readonly light?: (grey: number) => number
}

const random = chance()

/** A room of soft shades, and in it something of 10 by 8 pixels. */
function picture({ thing, noise = 0, light = (grey) => grey }: Scene = {}): Frame {
  return Uint8ClampedArray.from({ length: frameWidth * frameHeight }, (_, index) => {
    const [x, y] = [index % frameWidth, Math.floor(index / frameWidth)]
    const isThing = thing !== undefined && x >= thing[0] && x < thing[0] + 10 && y >= thing[1] && y < thing[1] + 8
    const room = 60 + 40 * Math.sin(x / 9) + 20 * Math.cos(y / 7)
    const gauss = random() + random() + random() + random() - 2
    return light(isThing ? 160 : room) + gauss * noise * 1.73
  })
}

function levels(frames: readonly Frame[], region: Region | null = null): number[] {
  let seen: Seen = nothingSeen
  return frames.slice(0).map((frame) => {
    seen = nextSeen(seen, frame, region)
    return seen.level
  })
}

const many = (count: number, scene: (index: number) => Scene): Frame[] =>
  Array.from({ length: count }, (_, index) => picture(scene(index)))

test('a room in which nothing moves has no movement', () => {
  assert.deepEqual(new Set(levels(many(20, () => ({})))), new Set([0]))
})

for (const noise of [1, 4, 10]) {
  test(`a sensor’s noise of ${noise} levels in the dark is no movement once it is known`, () => {
    for (const level of levels(many(60, () => ({ noise, light: (grey) => grey / 3 }))).slice(12))
      assert.ok(level < 0.002, String(level))
  })
}

test('something that moves is seen, also through noise', () => {
  for (const noise of [0, 2, 8]) {
    const found = levels(many(16, (index) => ({ thing: [4 + 3 * index, 20], noise }))).slice(1)
    const seen = found.filter((level) => level > 0.01).length
    assert.ok(seen >= found.length - 2, `${noise}: ${found.join(' ')}`)
  }
})

test('something larger that moves is more movement', () => {
  const small = levels([picture({ thing: [10, 10] }), picture({ thing: [14, 10] })])[1] ?? 0
  const large = levels([picture({ thing: [10, 10] }), picture({ thing: [30, 30] })])[1] ?? 0
  assert.ok(small > 0.01 && large > small && large <= 1, `${small} ${large}`)
})

test('a lamp that is switched on is no movement for more than a second, nor is a camera that adapts', () => {
  const lamp = many(30, (index) => ({
    noise: 2,
    light: (grey) => (index < 10 ? grey / 3 : Math.min(255, grey * 1.6 + 20)),
  }))
  assert.ok(levels(lamp).filter((level) => level > 0.01).length <= 3)
  const adapting = many(30, (index) => ({ noise: 2, light: (grey) => grey * (0.5 + index / 30) }))
  assert.ok(levels(adapting).filter((level) => level > 0.01).length <= 3)
})

test('somebody who stands right before the camera is movement all the same', () => {
  const flat = (grey: number): Frame => new Uint8ClampedArray(frameWidth * frameHeight).fill(grey)
  const waving = Array.from({ length: 20 }, (_, index) => {
    const frame = flat(60)
    frame.fill(200, 0, (index % 2 === 0 ? 0.15 : 0.8) * frame.length)
    return frame
  })
  assert.ok(levels(waving).some((level) => level > 0.1))
})

test('only the region is looked at', () => {
  const frames = many(10, (index) => ({ thing: [4 + 2 * index, 4] }))
  const top: Region = { x: 0, y: 0, width: 1, height: 0.5 }
  const bottom: Region = { x: 0, y: 0.5, width: 1, height: 0.5 }
  const whole = levels(frames)[5] ?? 0
  assert.ok(Math.abs((levels(frames, top)[5] ?? 0) - 2 * whole) < 0.01)
  assert.equal(levels(frames, bottom)[5], 0)
})

test('a region of no size is a pixel, not a division by zero', () => {
  const level = levels([picture(), picture()], { x: 1, y: 1, width: 0, height: 0 })[1]
  assert.equal(level, 0)
})

test('grey is what the eye makes of the colours', () => {
  const pixels = Uint8ClampedArray.from([255, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 255])
  assert.deepEqual([...greyOf(pixels)], [255, 0, 149])
})
