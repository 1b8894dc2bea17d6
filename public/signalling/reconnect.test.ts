import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { deviceIdSchema, peerIdSchema } from '../shared/protocol.ts'
import { delayMs, firstConnection, longestDelayMs, nextConnection } from './reconnect.ts'
import type { Connection, ConnectionEvent } from './reconnect.ts'

const welcomed: ConnectionEvent = {
  type: 'welcomed',
  peer: v.parse(peerIdSchema, 'p'.repeat(22)),
  device: v.parse(deviceIdSchema, 'd'.repeat(22)),
}
const failed: ConnectionEvent = { type: 'failed' }
const retry: ConnectionEvent = { type: 'retry' }

function after(...events: readonly ConnectionEvent[]): Connection {
  return events.reduce(nextConnection, firstConnection)
}

/** State and door in a word. */
function brief(now: Connection): string {
  if (now.state === 'opening' || now.state === 'open') return `${now.state} ${now.door}`
  return now.state
}

const rows: readonly [string, readonly ConnectionEvent[], string][] = [
  ['the socket is tried first', [], 'opening socket'],
  ['a socket that fails gives way to the event stream at once', [failed], 'opening events'],
  ['the event stream opens', [failed, welcomed], 'open events'],
  ['both failed: wait', [failed, failed], 'waiting'],
  ['after the wait the socket is first again', [failed, failed, retry], 'opening socket'],
  ['a lost socket waits a moment', [welcomed, failed], 'waiting'],
  ['a phone whose socket was refused comes back by the stream', [failed, welcomed, failed, retry], 'opening events'],
  ['and tries the socket when the stream fails', [failed, welcomed, failed, retry, failed], 'opening socket'],
  ['a retry while open changes nothing', [welcomed, retry], 'open socket'],
  ['another network: what is open is opened anew', [welcomed, { type: 'network' }], 'opening socket'],
  ['by the door that worked', [failed, welcomed, { type: 'network' }], 'opening events'],
  ['not by the one that is tried for want of it', [failed, { type: 'network' }], 'opening socket'],
  ['another network ends the pause', [failed, failed, { type: 'network' }], 'opening socket'],
  ['and logs nobody in', [{ type: 'farewell', reason: 'logged-out' }, { type: 'network' }], 'logged-out'],
  ['a late welcome in the pause changes nothing', [failed, failed, welcomed], 'waiting'],
  ['nobody is logged in', [failed, failed, { type: 'member', loggedIn: false }], 'logged-out'],
  ['somebody is logged in: go on waiting', [failed, failed, { type: 'member', loggedIn: true }], 'waiting'],
  [
    'the answer comes too late to matter',
    [failed, failed, retry, { type: 'member', loggedIn: false }],
    'opening socket',
  ],
  ['logged out by the box', [welcomed, { type: 'farewell', reason: 'logged-out' }], 'logged-out'],
  ['no retry while logged out', [welcomed, { type: 'farewell', reason: 'logged-out' }, retry], 'logged-out'],
  [
    'logged in again',
    [welcomed, { type: 'farewell', reason: 'logged-out' }, { type: 'member', loggedIn: true }],
    'opening socket',
  ],
  [
    'the door closing after a farewell changes nothing',
    [welcomed, { type: 'farewell', reason: 'logged-out' }, failed],
    'logged-out',
  ],
  ['a box that answers for another account', [{ type: 'foreign' }], 'logged-out'],
  ['and for this one again', [{ type: 'foreign' }, { type: 'member', loggedIn: true }], 'opening socket'],
  ['another version', [{ type: 'farewell', reason: 'version' }], 'outdated'],
  ['another version stays', [{ type: 'outdated' }, retry, failed, welcomed], 'outdated'],
  ['a box that closes will be back', [welcomed, { type: 'farewell', reason: 'closing' }], 'waiting'],
  ['closed is closed', [welcomed, { type: 'close' }, retry, failed, welcomed], 'closed'],
]

for (const [name, events, expected] of rows) {
  test(name, () => assert.equal(brief(after(...events)), expected))
}

test('delays grow to 3 s, for ever, and start anew once a connection was open', () => {
  const pause: number[] = []
  let now: Connection = firstConnection
  for (let round = 0; round < 7; round++) {
    for (const event of [failed, failed, retry]) {
      now = nextConnection(now, event)
      if (now.state === 'waiting') pause.push(now.delayMs)
    }
  }
  assert.deepEqual(pause, [250, 500, 1000, 2000, 3000, 3000, 3000])
  now = nextConnection(nextConnection(now, welcomed), failed)
  assert.equal(now.state === 'waiting' && now.delayMs, 250)
  assert.equal(delayMs(1_000_000), longestDelayMs)
})

test('a box that asks for less gets the longest pause', () => {
  const now = after(welcomed, { type: 'farewell', reason: 'too-fast' })
  assert.equal(now.state === 'waiting' && now.delayMs, longestDelayMs)
})
