import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHistory } from './history.ts'

const startMs = 1_700_000_000_000
const five = [-60, -60, -60, -60, -60]

test('the loudest of a second is found with its floor, and nothing where nothing was reported', () => {
  const history = createHistory(60)
  history.put([-60, -20, -61, -62, -63], -65, startMs + 500)
  history.put(five, -64, startMs + 1000)
  assert.deepEqual(history.loudest(startMs, startMs + 1000), { levelDb: -20, floorDb: -65 })
  assert.deepEqual(history.loudest(startMs + 600, startMs + 1000), { levelDb: -60, floorDb: -64 })
  assert.equal(history.loudest(startMs - 5000, startMs - 1000), null)
  assert.equal(history.loudest(startMs + 2000, startMs + 3000), null)
})

test('reports that come early or late leave no holes and overwrite nothing', () => {
  const history = createHistory(60)
  history.put(five, null, startMs)
  history.put([-10, -60, -60, -60, -60], null, startMs + 380)
  history.put([-60, -60, -60, -60, -11], null, startMs + 1130)
  for (let at = startMs - 300; at < startMs + 900; at += 100)
    assert.ok(history.loudest(at, at + 100), String(at - startMs))
  assert.equal(history.loudest(startMs, startMs + 400)?.levelDb, -10)
})

test('an outage is a hole, even where older levels were a ring ago', () => {
  const history = createHistory(10)
  for (let at = 0; at < 30_000; at += 500) history.put(five, -65, startMs + at)
  history.put(five, -65, startMs + 36_000)
  assert.equal(history.loudest(startMs + 30_500, startMs + 35_000), null)
  assert.ok(history.loudest(startMs + 28_000, startMs + 29_000))
  assert.ok(history.loudest(startMs + 35_700, startMs + 36_000))
})

test('a clock that is set back begins anew', () => {
  const history = createHistory(60)
  history.put(five, -65, startMs)
  history.put(five, -65, startMs - 3_600_000)
  assert.equal(history.loudest(startMs - 1000, startMs + 1000), null)
  assert.ok(history.loudest(startMs - 3_601_000, startMs - 3_600_000))
})

test('a floor that is not known yet is null', () => {
  const history = createHistory(60)
  history.put(five, null, startMs)
  assert.deepEqual(history.loudest(startMs - 1000, startMs + 1000), { levelDb: -60, floorDb: null })
})
