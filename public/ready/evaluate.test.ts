import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Report } from '../shared/station-protocol.ts'
import { evaluate, type LineName, type Verdict } from './evaluate.ts'
import { nothingSeen, withReport, withWay, type Evidence } from './evidence.ts'

const report: Report = {
  type: 'report',
  number: 1,
  microphone: 'live',
  camera: 'live',
  frames: 100,
  awake: 'on',
  visible: true,
  battery: { level: 0.8, charging: true },
  levels: [-60, -60],
  floor: -62,
  movement: null,
  parents: 1,
  dropped: 0,
}
const clap: Report = { ...report, number: 2, frames: 115, levels: [-60, -40] }
const way = { direct: true, rttMs: 4, packets: 1000, lost: 0, frames: 100 }
const later = { ...way, packets: 2000, frames: 400 }

/** All that a night needs. */
const good: Evidence = {
  ...withWay(withWay(withReport(withReport(nothingSeen, report), clap), way), later),
  over: true,
  heard: 'yes',
  audible: true,
  notifications: 'granted',
  awake: 'on',
  power: { level: 1, charging: true },
  trust: 'trusted',
  picture: true,
}

function verdictOf(name: LineName, seen: Evidence): Verdict | undefined {
  return evaluate(seen).find((line) => line.name === name)?.verdict
}

function reported(part: Partial<Report>): Evidence {
  return { ...good, report: { ...clap, ...part } }
}

test('with all that a night needs, every line is good and says so', () => {
  for (const { name, verdict, words } of evaluate(good)) {
    assert.equal(verdict, 'good', name)
    assert.match(words, /^[A-Z].*\.$/, name)
  }
})

test('at the beginning nothing is good yet, and nothing bad but what a browser forbids', () => {
  for (const { name, verdict } of evaluate({ ...nothingSeen, audible: true })) {
    if (name !== 'own-awake' && name !== 'notifications') assert.equal(verdict, 'waiting', name)
  }
})

const table: readonly (readonly [sentence: string, name: LineName, seen: Evidence, verdict: Verdict])[] = [
  ['an alarm that nobody heard is to be made louder', 'heard', { ...good, heard: 'no' }, 'bad'],
  ['the question waits for its answer', 'heard', { ...good, heard: 'asked' }, 'waiting'],
  ['an alarm that the browser forbids is bad', 'heard', { ...good, heard: 'asked', audible: false }, 'bad'],
  ['notifications may be missing', 'notifications', { ...good, notifications: 'unavailable' }, 'unknown'],
  ['they are to be allowed', 'notifications', { ...good, notifications: 'default' }, 'bad'],
  ['a screen that may go off is bad', 'own-awake', { ...good, awake: 'paused' }, 'bad'],
  ['a browser without a wake lock cannot tell', 'own-awake', { ...good, awake: 'unavailable' }, 'unknown'],
  ['a phone that is not charging is bad', 'own-power', { ...good, power: { level: 0.9, charging: false } }, 'bad'],
  ['a browser without a battery cannot tell', 'own-power', { ...good, power: null }, 'unknown'],
  ['a browser that never answers cannot tell either', 'own-power', { ...good, power: undefined }, 'unknown'],
  ['a baby page in the background is bad', 'baby-awake', reported({ visible: false }), 'bad'],
  ['a baby phone that may sleep is bad', 'baby-awake', reported({ awake: 'paused' }), 'bad'],
  ['one that cannot keep awake by itself is to be set', 'baby-awake', reported({ awake: 'unavailable' }), 'unknown'],
  ['a baby phone without a charger is bad', 'baby-power', reported({ battery: { level: 1, charging: false } }), 'bad'],
  ['one that does not tell is to be looked at', 'baby-power', reported({ battery: null }), 'unknown'],
  ['a camera that gives no new picture is bad', 'picture', reported({ frames: 100 }), 'bad'],
  ['one that another app has is bad', 'picture', reported({ camera: 'muted' }), 'bad'],
  ['a picture that is not decoded here is bad', 'picture', { ...good, way }, 'bad'],
  ['a camera that does not count is taken by what arrives', 'picture', { ...reported({ frames: null }) }, 'good'],
  ['sound only is no fault', 'picture', { ...reported({ camera: 'none' }), picture: false }, 'unknown'],
  ['a microphone that heard no clap is bad', 'microphone', { ...good, loud: false }, 'bad'],
  ['one that is muted is bad at once', 'microphone', { ...reported({ microphone: 'muted' }), over: false }, 'bad'],
  ['one that does not measure cannot tell', 'microphone', { ...good, loud: false, measures: false }, 'unknown'],
  ['a way over a server is bad', 'path', { ...good, way: { ...later, direct: false } }, 'bad'],
  ['a browser that does not tell the way is believed', 'path', { ...good, way: { ...later, direct: null } }, 'unknown'],
  ['much loss is a weak signal', 'signal', { ...good, way: { ...later, lost: 100 } }, 'bad'],
  ['so is a long way there and back', 'signal', { ...good, way: { ...later, rttMs: 300 } }, 'bad'],
  ['and nothing at all', 'signal', { ...good, way: { ...way } }, 'bad'],
  ['little loss is none', 'signal', { ...good, way: { ...later, lost: 20 } }, 'good'],
  ['a phone that does not trust the box is bad', 'trust', { ...good, trust: 'not-trusted' }, 'bad'],
  ['a box that is away is bad', 'trust', { ...good, trust: 'box-away' }, 'bad'],
  ['a browser that cannot try it does not tell', 'trust', { ...good, trust: 'unknown' }, 'unknown'],
]
for (const [sentence, name, seen, verdict] of table) {
  test(sentence, () => {
    assert.equal(verdictOf(name, seen), verdict)
  })
}

test('of a baby phone that says nothing, everything is bad in the end', () => {
  const names: readonly LineName[] = ['baby-awake', 'baby-power', 'picture', 'microphone']
  for (const name of names) assert.equal(verdictOf(name, { ...good, report: null }), 'bad', name)
})

test('a clap is 15 dB above the quiet room, wherever in the report it is', () => {
  const heard = (levels: number[], floor: number | null): boolean =>
    withReport(nothingSeen, { ...report, levels, floor }).loud
  assert.equal(heard([-60, -47, -60], -62), true)
  assert.equal(heard([-60, -48, -60], -62), false)
  assert.equal(heard([-1], null), false)
  assert.equal(withReport(withReport(nothingSeen, clap), report).loud, true)
})

test('another call is looked at from its own beginning', () => {
  const seen = withWay(withWay(nothingSeen, later), { ...way, packets: 3 })
  assert.equal(seen.firstWay?.packets, 3)
})
