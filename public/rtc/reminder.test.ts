import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { asNew, createReminder } from './reminder.ts'
import type { CandidatePayload } from './candidates.ts'

const candidate: CandidatePayload = {
  kind: 'candidate',
  candidate: 'candidate:1 1 udp 2122260223 10.77.0.12 40000 typ host generation 0 ufrag abcd',
  sdpMid: '0',
  sdpMLineIndex: 0,
}

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval'] })
  let nowMs = 0
  t.mock.method(performance, 'now', () => nowMs)
  const added: string[] = []
  const reminder = createReminder((payload) => added.push(payload.candidate.split(' ')[0] ?? ''))
  t.after(() => reminder.close())
  const pass = (ms: number): void => {
    for (const endMs = nowMs + ms; nowMs < endMs;) {
      nowMs += 1000
      t.mock.timers.tick(1000)
    }
  }
  return { reminder, added, pass }
}

test('a candidate comes back with another foundation and is otherwise the same', () => {
  assert.equal(
    asNew(candidate, 3).candidate,
    'candidate:3x1 1 udp 2122260223 10.77.0.12 40000 typ host generation 0 ufrag abcd',
  )
  const long = asNew({ ...candidate, candidate: `candidate:${'a'.repeat(32)} 1` }, 12).candidate
  assert.equal(long, `candidate:12x${'a'.repeat(29)} 1`)
})

test('a connection that is lost is tried for a long time, with another foundation each time', (t) => {
  const { reminder, added, pass } = setUp(t)
  reminder.know(candidate)
  reminder.connection('connected')
  reminder.connection('disconnected')
  pass(10_000)
  reminder.connection('failed')
  reminder.connection('disconnected')
  pass(600_000)
  assert.equal(added.length, 305)
  assert.equal(new Set(added).size, added.length)
  reminder.connection('connected')
  pass(600_000)
  assert.equal(added.length, 305)
})

test('but not for longer than the other phone keeps the call', (t) => {
  const { reminder, added, pass } = setUp(t)
  reminder.know(candidate)
  reminder.connection('connected')
  reminder.connection('disconnected')
  pass(3_600_000)
  assert.equal(added.length, 600)
  reminder.connection('connected')
  reminder.connection('failed')
  pass(2000)
  assert.equal(added.length, 601)
})

test('at once when asked, unless it is there', (t) => {
  const { reminder, added } = setUp(t)
  reminder.know(candidate)
  reminder.connection('connected')
  reminder.now()
  assert.equal(added.length, 0)
  reminder.connection('disconnected')
  reminder.now()
  assert.equal(added.length, 1)
})

test('one that never came about is not', (t) => {
  const { reminder, added, pass } = setUp(t)
  reminder.know(candidate)
  reminder.connection('connecting')
  reminder.connection('failed')
  pass(600_000)
  assert.deepEqual(added, [])
})

test('another description has other candidates', (t) => {
  const { reminder, added, pass } = setUp(t)
  reminder.know(candidate)
  reminder.connection('connected')
  reminder.forget()
  reminder.connection('failed')
  pass(10_000)
  assert.deepEqual(added, [])
})
