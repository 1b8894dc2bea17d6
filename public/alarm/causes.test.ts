import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faults, weights } from '../proof/faults.ts'
import type { Cause } from './cause.ts'
import { causesOf } from './causes.ts'

const noise: Cause = { kind: 'noise', priority: 'high', sentence: 'Nursery is loud.', sinceMs: 7 }

test('each fault that wakes somebody is a sentence with what to do', () => {
  for (const cause of causesOf(
    faults.map((fault) => ({ fault, sinceMs: 5 })),
    [],
  )) {
    assert.match(cause.sentence, /^[A-Z].*\.$/, cause.kind)
    assert.match(cause.advice ?? '', /^[A-Z].*\.$/, cause.kind)
    assert.equal(cause.sinceMs, 5)
  }
})

test('an alarm is a high cause, a warning a medium one, and a note none', () => {
  for (const fault of faults) {
    const expected = { alarm: ['high'], warning: ['medium'], note: [] }[weights[fault]]
    assert.deepEqual(
      causesOf([{ fault, sinceMs: 0 }], []).map(({ priority }) => priority),
      expected,
      fault,
    )
  }
})

test('what the other rooms have found is a cause beside the faults', () => {
  assert.deepEqual(
    causesOf([{ fault: 'picture-frozen', sinceMs: 1 }], [noise, null]).map(({ kind }) => kind),
    ['picture-frozen', 'noise'],
  )
})
