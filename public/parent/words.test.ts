import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { callIdSchema, clientIdSchema, deviceIdSchema, peerIdSchema, sessionIdSchema } from '../shared/protocol.ts'
import type { Connection } from '../signalling/reconnect.ts'
import { explainingText } from '../text/en-explaining.ts'
import { parentText } from '../text/en-parent.ts'
import { explain } from './explain.ts'
import type { Trouble, Watch } from './watch-state.ts'
import { statusOf } from './words.ts'

const id = 'i'.repeat(22)
const target = {
  sessionId: v.parse(sessionIdSchema, id),
  station: v.parse(clientIdSchema, id),
  name: 'N',
  lost: false,
  missingMs: null,
  beside: [],
}
const lost = { ...target, lost: true }
const call = v.parse(callIdSchema, id)
const trouble: Trouble = { sinceMs: 0, calls: 1, tried: 'join', way: null, again: false }
const open: Connection = {
  state: 'open',
  door: 'socket',
  peer: v.parse(peerIdSchema, id),
  device: v.parse(deviceIdSchema, id),
}
const away: Connection = { state: 'waiting', preferred: 'socket', failures: 3, delayMs: 1000 }
const loggedOut: Connection = { state: 'logged-out', preferred: 'socket', foreign: false }
const hiccup: Connection = { ...away, failures: 1 }

const idle: Watch = { state: 'idle' }
const waiting: Watch = { state: 'waiting', target, kept: null, untilMs: 0, trouble }
const playing: Watch = { state: 'playing', target, call, verdict: 'live', heardMs: 0 }
const stopped: Watch = { state: 'stopped', target, unlisted: false }

const rows: readonly [string, Watch, Connection, number | null, number, readonly string[]][] = [
  ['nothing is said before the box has answered', idle, open, null, 0, []],
  ['an empty list is said by the view itself', idle, open, 0, 0, []],
  ['several ask for a choice', idle, open, 2, 0, ['choose']],
  ['10 s without a connection name the causes', waiting, open, 1, 10_000, ['cannot-reach']],
  ['before that nothing is blamed', waiting, open, 1, 9999, []],
  ['a lost phone is no Wi-Fi to blame', { ...waiting, target: lost }, open, 1, 60_000, ['lost']],
  ['what plays needs no words', playing, open, 1, 0, []],
  ['the box away while it plays is no alarm', playing, away, 1, 0, ['box-away-playing']],
  ['the box away otherwise is', waiting, away, 1, 60_000, ['box-away']],
  ['one failure is a hiccup', playing, hiccup, 1, 0, []],
  ['stopped says what follows', stopped, open, 0, 0, ['start-again']],
  ['a log-in that ended is said', playing, loggedOut, 1, 0, ['logged-out']],
  ['a log-in that ended hides no Stop', stopped, loggedOut, 0, 0, ['start-again', 'logged-out']],
  ['an update hides no loss', { ...waiting, target: lost }, { state: 'outdated' }, 1, 60_000, ['lost', 'outdated']],
  ['Wi-Fi is not blamed while nobody is logged in', waiting, loggedOut, 1, 60_000, ['logged-out']],
  ['nobody is told to start a station while logged out', idle, loggedOut, 0, 0, ['logged-out']],
]

for (const [name, watch, channel, reachable, nowMs, expected] of rows) {
  test(name, () => {
    const found = explain({ watch, channel, reachable, missed: false, nowMs, faulty: false })
    assert.deepEqual(found, expected)
    for (const word of found) assert.ok(explainingText.explanations[word].length > 0)
  })
}

test('a fault that is named already is not explained a second time', () => {
  const seen = { channel: open, reachable: 1, missed: false, nowMs: 60_000, faulty: true }
  assert.deepEqual(explain({ ...seen, watch: { ...waiting, target: lost } }), [])
  assert.deepEqual(explain({ ...seen, watch: { state: 'gone', target } }), ['gone'])
})

test('what was watched before a reload is missed, whatever else runs', () => {
  const seen = { watch: idle, channel: open, nowMs: 0, faulty: false, missed: true }
  assert.deepEqual(explain({ ...seen, reachable: 0 }), ['gone'])
  assert.deepEqual(explain({ ...seen, reachable: 1 }), ['gone'])
})

test('the status is one of the four agreed words', () => {
  const proven = { live: true, wasLive: true }
  const never = { live: false, wasLive: false }
  const words = ([idle, waiting, playing, stopped, { state: 'gone', target }] as const).map(
    (watch) => parentText.status[statusOf(watch, watch === playing ? proven : never)],
  )
  assert.deepEqual(words, ['Connecting', 'Connecting', 'Live', 'Baby Station stopped', 'Reconnecting'])
})

test('a call that plays is live by its proof only', () => {
  assert.equal(statusOf(playing, { live: false, wasLive: false }), 'connecting')
  assert.equal(statusOf(playing, { live: false, wasLive: true }), 'reconnecting')
  assert.equal(statusOf(waiting, { live: true, wasLive: true }), 'reconnecting')
})

test('nothing is said to go on that may not', () => {
  const { explanations } = explainingText
  for (const name of ['box-away-playing', 'logged-out'] as const) {
    assert.match(explanations[name], /What plays goes on/)
  }
})
