import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalsIn, summaryOf, trustAmong } from './summary.ts'
import { withFinding } from './trust.ts'
import type { Findings, Trust } from './trust.ts'

const verified: Trust = { state: 'verified' }
const unverified: Trust = { state: 'unverified', why: 'no-proof' }
const refused: Trust = { state: 'refused', why: 'changed' }

function found(...list: (readonly [call: string, other: string, trust: Trust])[]): Findings {
  return list.reduce<Findings>(
    (findings, [call, other, trust], index) => withFinding(findings, call, { other, trust, sinceMs: index }),
    new Map(),
  )
}

test('a refusal is shown since it was first, until that station is verified again', () => {
  const again = found(['1', 'ada', refused], ['2', 'bo', verified], ['3', 'ada', refused])
  assert.deepEqual(refusalsIn(again), [{ other: 'ada', trust: refused, sinceMs: 0 }])
  assert.deepEqual(refusalsIn(found(['1', 'ada', refused], ['2', 'ada', verified])), [])
})

test('among those who are there, one that is not verified counts', () => {
  const findings = found(['1', 'ada', verified], ['2', 'bo', unverified])
  assert.deepEqual(trustAmong(findings, new Set(['1', '2'])), unverified)
  assert.deepEqual(trustAmong(findings, new Set(['1'])), verified)
  assert.equal(trustAmong(findings, new Set(['3'])), null)
})

test('of the station that is watched, the latest counts', () => {
  const findings = found(['1', 'ada', verified], ['2', 'bo', unverified], ['1', 'ada', refused])
  assert.deepEqual(summaryOf(findings, 'ada').trust, refused)
  assert.equal(summaryOf(findings, 'ada').refusals.length, 1)
  assert.deepEqual(summaryOf(findings, null), { trust: null, refusals: [] })
})

test('of many calls the oldest are forgotten', () => {
  const many = Array.from({ length: 100 }, (_, index) => [`${index}`, 'ada', verified] as const)
  assert.equal(found(...many).size, 64)
})
