import assert from 'node:assert/strict'
import { test } from 'node:test'
import { curveHeight, curveWidth, thresholdPath, tracePath, xOf, yOf } from './curve.ts'
import { neededDb, neededMs } from './decision.ts'
import { createHistory } from './history.ts'

const nowMs = 1_700_000_000_000

test('now is at the right, five minutes ago at the left, and the last half minute has a third', () => {
  assert.equal(xOf(0), curveWidth)
  assert.equal(xOf(300_000), 0)
  assert.ok(Math.abs(1 - xOf(30_000) / curveWidth - 1 / 3) < 0.05)
})

test('louder is higher, and nothing leaves the picture', () => {
  assert.ok(yOf(30) < yOf(12))
  assert.equal(yOf(200), 0)
  assert.equal(yOf(-200), curveHeight)
})

test('the line is flat from half a minute on and rises towards now', () => {
  const points = [...thresholdPath({ thresholdDb: 12 }, -65).matchAll(/([\d.]+) ([\d.]+)/g)].map((found) =>
    Number(found[2]),
  )
  assert.equal(points[0], points[1])
  assert.deepEqual(
    points,
    [...points].sort((a, b) => b - a),
  )
  assert.ok(Math.abs((points[points.length - 1] ?? 0) - yOf(30)) < 0.1)
})

test('the curve says the same in both directions', () => {
  for (const thresholdDb of [4, 12, 36]) {
    for (const floorDb of [-110, -65, -35]) {
      for (const ms of [2000, 5000, 12_000, 30_000]) {
        const overDb = neededDb(ms, { thresholdDb }, floorDb)
        assert.ok(Math.abs((neededMs(overDb, { thresholdDb }, floorDb) ?? 0) - ms) < 1)
      }
      assert.equal(neededMs(thresholdDb - 0.1, { thresholdDb }, floorDb), null)
      assert.equal(neededMs(200, { thresholdDb }, floorDb), 2000)
    }
  }
})

test('over a noise machine a shriek counts although a phone can hear nothing louder', () => {
  assert.ok(-35 + neededDb(2000, { thresholdDb: 12 }, -35) <= -10)
})

test('a sound is drawn where it was, and nothing where nothing was reported', () => {
  const history = createHistory(300)
  assert.equal(tracePath(history, nowMs), '')
  history.put([-35, -35, -35, -35, -35], -65, nowMs - 10_000)
  const path = tracePath(history, nowMs)
  const xs = [...path.matchAll(/M([\d.]+)/g)].map((found) => Number(found[1]))
  assert.ok(xs.length > 0 && xs.every((x) => Math.abs(x - xOf(10_000)) < 6), path)
  assert.ok(path.includes(`V${yOf(30).toFixed(1)}`))
})
