import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { sampleReport } from '../shared/sample-report.ts'
import type { Report } from '../shared/station-protocol.ts'
import { createProof } from './proof.ts'
import type { Surroundings } from './proof.ts'
import { isWeak, nextLink, steady } from './weak-link.ts'

const said: Report = { ...sampleReport, number: 0 }

function setUp(t: TestContext, resumed = false) {
  t.mock.timers.enable({ apis: ['setInterval'] })
  let nowMs = 0
  t.mock.method(performance, 'now', () => nowMs)
  const around: { -readonly [Name in keyof Surroundings]: Surroundings[Name] } = {
    wanted: true,
    online: true,
    boxAway: false,
    blocked: false,
    refused: false,
  }
  const proof = createProof({ surroundings: () => around, resumed })
  t.after(() => proof.close())
  let halves = 0
  return {
    proof,
    around,
    names: () => proof.faults.value.map(({ fault }) => fault),
    /** Half a second in which the baby sends and reports. */
    live() {
      nowMs += 500
      t.mock.timers.tick(500)
      halves += 1
      const [call, atMs] = ['a', nowMs]
      const audio = {
        bytes: halves * 2000,
        packets: halves * 25,
        samples: halves * 24_000,
        concealed: 0,
        energy: halves,
      }
      proof.observe({ type: 'counters', call, counters: { atMs, hidden: false, audio, video: null } })
      proof.observe({ type: 'report', call, report: { ...said, number: halves }, atMs })
    },
    pass(ms: number) {
      for (let passed = 0; passed < ms; passed += 250) {
        nowMs += 250
        t.mock.timers.tick(250)
      }
    },
  }
}

test('is live at the first proof, and tells its age rounded up', (t) => {
  const { proof, live, pass } = setUp(t)
  assert.deepEqual([proof.live.value, proof.checkedAgoS.value], [false, null])
  live()
  assert.deepEqual([proof.live.value, proof.wasLive.value, proof.checkedAgoS.value], [true, true, 1])
  pass(1250)
  assert.deepEqual([proof.live.value, proof.checkedAgoS.value], [true, 2])
  pass(60_000)
  assert.deepEqual([proof.live.value, proof.checkedAgoS.value], [false, 62])
})

test('a report that is missing ends the proof within 2 s, and the report is worth nothing any more', (t) => {
  const { proof, names, live, pass } = setUp(t)
  live()
  assert.equal(proof.report.value?.number, 1)
  pass(1750)
  assert.deepEqual([proof.live.value, proof.report.value, names()], [false, null, ['baby-unreachable']])
  live()
  assert.deepEqual([proof.live.value, names()], [true, []])
})

test('tells each report once, in time', (t) => {
  const { proof, live } = setUp(t)
  const numbers: number[] = []
  const stop = proof.onReport(({ number }) => numbers.push(number))
  live()
  live()
  proof.observe({ type: 'report', call: 'a', report: { ...said, number: 1 }, atMs: performance.now() })
  stop()
  live()
  assert.deepEqual(numbers, [1, 2])
})

test('a Baby Station that a person stopped, or left, is not missed', (t) => {
  const { proof, around, names, live, pass } = setUp(t)
  live()
  proof.reset()
  pass(60_000)
  assert.deepEqual([proof.wasLive.value, names()], [false, []])
  live()
  around.wanted = false
  pass(60_000)
  assert.deepEqual(names(), [])
})

test('one that was watched before the page was loaded anew is', (t) => {
  const { names, pass } = setUp(t, true)
  pass(9750)
  assert.deepEqual(names(), [])
  pass(250)
  assert.deepEqual(names(), ['baby-unreachable'])
})

test('so is one that a person expects, until that is over', (t) => {
  const { proof, names, pass } = setUp(t)
  proof.reset(true)
  pass(9750)
  assert.deepEqual(names(), [])
  pass(250)
  assert.deepEqual(names(), ['baby-unreachable'])
  proof.reset()
  pass(60_000)
  assert.deepEqual(names(), [])
})

test('a link is weak that breaks for half of a minute in short gaps, and no other', () => {
  const gaps = (everyMs: number, lastingMs: number): boolean => {
    let link = steady
    for (let atMs = 0; atMs <= 120_000; atMs += 250) link = nextLink(link, atMs % everyMs >= lastingMs, atMs)
    return isWeak(link, 120_000)
  }
  assert.equal(gaps(10_000, 3000), false)
  assert.equal(gaps(10_000, 5500), true)
  assert.equal(gaps(60_000, 5500), false)
  // One that is called lost has an alarm of its own.
  assert.equal(gaps(60_000, 40_000), false)
})
