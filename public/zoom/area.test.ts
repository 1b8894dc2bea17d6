import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  clampArea,
  cropOf,
  fittedRect,
  drawnSize,
  maxScale,
  minScale,
  outputSize,
  panBy,
  stepFactor,
  unrotate,
  wholePicture,
  zoomAbout,
  type Rotation,
  type ZoomArea,
} from './area.ts'

const centre = { x: 0.5, y: 0.5 }
const hd = { width: 1280, height: 720 }

/** Where a point of what is seen lies in the camera's picture. */
function under(area: ZoomArea, point: { x: number; y: number }): { x: number; y: number } {
  return { x: area.x + (point.x - 0.5) / area.scale, y: area.y + (point.y - 0.5) / area.scale }
}

function near(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`)
}

test('an area outside the picture is brought back to its edge', () => {
  const table: [ZoomArea, ZoomArea][] = [
    [
      { scale: 2, x: 0, y: 0 },
      { scale: 2, x: 0.25, y: 0.25 },
    ],
    [
      { scale: 2, x: 9, y: 1 },
      { scale: 2, x: 0.75, y: 0.75 },
    ],
    [
      { scale: 99, x: 0.5, y: 0.5 },
      { scale: 4, x: 0.5, y: 0.5 },
    ],
    [{ scale: 0.2, x: 0.1, y: 0.9 }, wholePicture],
    [{ scale: Number.NaN, x: 0.1, y: 0.9 }, wholePicture],
    [
      { scale: 2, x: Number.NaN, y: Number.POSITIVE_INFINITY },
      { scale: 2, x: 0.25, y: 0.75 },
    ],
  ]
  for (const [given, expected] of table) assert.deepEqual(clampArea(given), expected)
})

test('what lies under the fingers stays under the fingers while zooming', () => {
  for (const point of [centre, { x: 0.3, y: 0.6 }, { x: 0.9, y: 0.1 }, { x: 0, y: 1 }]) {
    const before: ZoomArea = { scale: 1.5, x: 0.45, y: 0.55 }
    const after = zoomAbout(before, 1.7, point)
    near(under(after, point).x, under(before, point).x)
    near(under(after, point).y, under(before, point).y)
  }
})

test('four presses of "Zoom in" reach the end and as many of "Zoom out" show all of the picture again', () => {
  let area = wholePicture
  for (let press = 0; press < 4; press++) area = zoomAbout(area, stepFactor, centre)
  assert.equal(area.scale, maxScale)
  for (let press = 0; press < 4; press++) area = zoomAbout(area, 1 / stepFactor, centre)
  assert.deepEqual(area, wholePicture)
})

test('zooming out to nearly all of the picture shows all of it, so that the own track of the camera is sent', () => {
  assert.deepEqual(zoomAbout({ scale: 1.5, x: 0.4, y: 0.4 }, 0.68, centre), wholePicture)
})

test('a slow wheel gets away from 1', () => {
  assert.equal(zoomAbout(wholePicture, 1.01, centre).scale, 1.01)
})

test('dragging moves the picture by as much as the finger, and not beyond its edge', () => {
  assert.deepEqual(panBy({ scale: 2, x: 0.5, y: 0.5 }, { x: 0.2, y: -0.1 }), { scale: 2, x: 0.4, y: 0.55 })
  assert.deepEqual(panBy({ scale: 2, x: 0.5, y: 0.5 }, { x: 5, y: 0 }), { scale: 2, x: 0.25, y: 0.5 })
  assert.deepEqual(panBy(wholePicture, { x: 0.3, y: 0.3 }), wholePicture)
})

test('every crop has even sides, lies inside the picture and is as large as the scale says', () => {
  for (const picture of [hd, { width: 1920, height: 1080 }, { width: 853, height: 479 }, { width: 480, height: 640 }]) {
    for (let scale = 1; scale <= 4; scale += 0.07) {
      for (const x of [0, 0.311, 0.5, 0.777, 1]) {
        const crop = cropOf({ scale, x, y: 1 - x }, picture)
        for (const value of Object.values(crop)) assert.ok(value % 2 === 0 && value >= 0, JSON.stringify(crop))
        assert.ok(crop.x + crop.width <= picture.width && crop.y + crop.height <= picture.height)
        assert.ok(Math.abs(crop.width - picture.width / scale) <= 2)
      }
    }
  }
  assert.deepEqual(cropOf({ scale: 2, x: 0.75, y: 0.25 }, hd), { x: 640, y: 0, width: 640, height: 360 })
})

test('the sent picture keeps its shape, is even and at most 1280 pixels long', () => {
  assert.deepEqual(outputSize(hd), hd)
  assert.deepEqual(outputSize({ width: 3840, height: 2160 }), hd)
  assert.deepEqual(outputSize({ width: 1080, height: 1920 }), { width: 720, height: 1280 })
  assert.deepEqual(outputSize({ width: 853, height: 479 }), { width: 852, height: 478 })
})

test('a crop of a rotated frame covers the pixels that are shown there', () => {
  const stored = { width: 8, height: 4 }
  // Turns a stored pixel clockwise into the upright picture.
  const shownAt: Record<Rotation, (x: number, y: number) => [number, number]> = {
    0: (x, y) => [x, y],
    90: (x, y) => [stored.height - 1 - y, x],
    180: (x, y) => [stored.width - 1 - x, stored.height - 1 - y],
    270: (x, y) => [y, stored.width - 1 - x],
  }
  const upright = { x: 2, y: 0, width: 2, height: 4 }
  for (const rotation of [0, 90, 180, 270] as const) {
    const rect = unrotate(upright, stored, rotation)
    for (let x = 0; x < stored.width; x++) {
      for (let y = 0; y < stored.height; y++) {
        const [shownX, shownY] = shownAt[rotation](x, y)
        const isStored = x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height
        assert.equal(isStored, isIn(upright, shownX, shownY), `${rotation}: ${x}, ${y}`)
      }
    }
  }
})

test('bars beside a picture and parts that are cut off are known', () => {
  const box = { width: 400, height: 400 }
  assert.deepEqual(fittedRect(box, { width: 200, height: 100 }, 'contain'), { x: 0, y: 100, width: 400, height: 200 })
  assert.deepEqual(fittedRect(box, { width: 200, height: 100 }, 'cover'), { x: -200, y: 0, width: 800, height: 400 })
  assert.deepEqual(fittedRect(box, { width: 200, height: 100 }, 'fill'), { x: 0, y: 0, ...box })
  assert.deepEqual(fittedRect(box, { width: 0, height: 0 }, 'contain'), { x: 0, y: 0, ...box })
})

function isIn(rect: { x: number; y: number; width: number; height: number }, x: number, y: number): boolean {
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height
}

test('what is drawn has no more pixels than the camera gave for it, in few sizes, and never fewer', () => {
  const sizes = new Set<number>()
  for (let scale = minScale; scale <= maxScale; scale += 0.01) {
    for (const picture of [
      hd,
      { width: 3840, height: 2160 },
      { width: 720, height: 1280 },
      { width: 640, height: 480 },
    ]) {
      const crop = cropOf({ scale, x: 0.5, y: 0.5 }, picture)
      const drawn = drawnSize(crop, picture)
      const whole = outputSize(picture)
      assert.ok(drawn.width >= Math.min(crop.width, whole.width) && drawn.width <= whole.width)
      assert.ok(Math.abs(drawn.width / drawn.height - whole.width / whole.height) < 0.02)
      assert.ok(Math.max(drawn.width, drawn.height) >= 480)
      if (picture === hd) sizes.add(drawn.width)
    }
  }
  assert.deepEqual([...sizes], [1280, 852, 640])
  assert.deepEqual(drawnSize({ width: 568, height: 320 }, hd), { width: 640, height: 360 })
  assert.deepEqual(drawnSize({ width: 1280, height: 720 }, { width: 3840, height: 2160 }), hd)
})
