import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plan } from './plan.ts'

const rooms = { babies: ['baby1', 'baby2'], parents: ['parent1', 'parent2', 'parent3'] }

test('the same seed gives the same night, another seed another one', () => {
  assert.deepEqual(plan(7, 3600, rooms), plan(7, 3600, rooms))
  assert.notDeepEqual(plan(7, 3600, rooms), plan(8, 3600, rooms))
})

test('one trouble comes after the other, with time to recover, and all end in time', () => {
  for (const durationS of [300, 3600, 8 * 3600]) {
    let freeS = 0
    for (const trouble of plan(1, durationS, rooms)) {
      assert.ok(trouble.atS >= freeS, `${trouble.kind} at ${trouble.atS}`)
      freeS = trouble.atS + trouble.forS + 11
    }
    assert.ok(freeS <= durationS + 1)
  }
})

test('an hour has every kind of trouble', () => {
  const kinds = new Set(plan(1, 3600, rooms).map(({ kind }) => kind))
  assert.equal(kinds.size, 9)
})

test('outages last from a second to ten minutes', () => {
  const lasting = plan(3, 40 * 3600, rooms).flatMap((one) => (one.kind === 'link down' ? one.forS : []))
  assert.ok(Math.min(...lasting) <= 2)
  assert.ok(Math.max(...lasting) > 500 && Math.max(...lasting) <= 600)
})
