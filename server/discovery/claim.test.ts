import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayAnswer, next, waitMs, type Claim, type ClaimEvent } from './claim.ts'

const offline: Claim = { state: 'offline', number: 1 }
const after = (events: readonly ClaimEvent[], start: Claim = offline) => events.reduce(next, start)
const due = (times: number) => Array.from({ length: times }, (): ClaimEvent => 'due')
const owned = after(['online', ...due(7)])

test('a name is asked for three times, 250 ms apart, then said three times, then owned', () => {
  const states = Array.from({ length: 9 }, (_, times) => after(['online', ...due(times)]))
  assert.deepEqual(
    states.map((claim) => `${claim.state} ${'sent' in claim ? claim.sent : ''} ${waitMs(claim, 0.5)}`),
    [
      'probing 0 125',
      'probing 1 250',
      'probing 2 250',
      'probing 3 250',
      'announcing 1 1000',
      'announcing 2 2000',
      'announcing 3 4000',
      'owned  null',
      'owned  null',
    ],
  )
  assert.deepEqual(states.map(mayAnswer), [false, false, false, false, true, true, true, true, true])
})

test('a name that is taken costs one number, and the next is asked for from the start', () => {
  const claim = after(['online', 'due', 'taken'])
  assert.deepEqual(claim, { state: 'probing', number: 2, sent: 0, conflicts: 1 })
  assert.equal(after([...due(7)], claim).number, 2)
})

test('a box that is outranked while probing lets the other go first, and then asks again', () => {
  const yielding = after(['online', 'due', 'outranked'])
  assert.equal(yielding.state, 'yielding')
  assert.equal(waitMs(yielding, 0), 1000)
  assert.deepEqual(after(['due'], yielding), { state: 'probing', number: 1, sent: 0, conflicts: 0 })
  assert.equal(after(['due', 'due', 'taken'], yielding).number, 2)
  assert.equal(after(['taken'], yielding).number, 2)
})

test('a name that is owned is not given up at a word, but asked for again', () => {
  const claim = after(['taken'], owned)
  assert.deepEqual(claim, { state: 'probing', number: 1, sent: 0, conflicts: 1 })
  assert.equal(after(['taken'], claim).number, 2)
  assert.equal(after(['outranked'], owned), owned)
})

test('after fifteen conflicts it takes its time', () => {
  const hunted = after(['online', ...Array.from({ length: 15 }, (): ClaimEvent => 'taken')])
  assert.equal(hunted.number, 16)
  assert.equal(waitMs(hunted, 0.5), 5000)
})

test('without a network it waits for one and keeps its number', () => {
  const second = after(['online', 'taken', ...due(7), 'offline'])
  assert.deepEqual(second, { state: 'offline', number: 2 })
  assert.equal(waitMs(second, 0.5), null)
  assert.deepEqual(after(['due', 'taken', 'outranked'], second), second)
  assert.deepEqual(after(['online'], second), { state: 'probing', number: 2, sent: 0, conflicts: 0 })
})
