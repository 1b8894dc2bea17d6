import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOfStay, fieldValue } from './until.ts'

const at = (text: string) => new Date(text)

test('"until the morning" is the next eight o’clock that is at least two hours away', () => {
  for (const [now, end] of [
    ['2026-11-22T21:30', '2026-11-23T08:00'],
    ['2026-11-22T02:00', '2026-11-22T08:00'],
    ['2026-11-22T07:00', '2026-11-23T08:00'],
    ['2026-12-31T12:00', '2027-01-01T08:00'],
  ] as const) {
    assert.equal(fieldValue(endOfStay('morning', at(now))), end)
  }
})

test('the other stays last as long as their names say', () => {
  const now = at('2026-11-22T20:00')
  assert.equal(fieldValue(endOfStay('hour', now)), '2026-11-22T21:00')
  assert.equal(fieldValue(endOfStay('evening', now)), '2026-11-23T00:00')
  assert.equal(fieldValue(endOfStay('day', now)), '2026-11-23T20:00')
  assert.equal(fieldValue(endOfStay('week', now)), '2026-11-29T20:00')
})
