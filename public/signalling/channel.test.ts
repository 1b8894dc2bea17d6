import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import * as v from 'valibot'
import {
  accountRefSchema,
  callIdSchema as callId,
  clientIdSchema,
  deviceIdSchema,
  encodeFrame,
  peerIdSchema,
  protocolVersion,
  sessionIdSchema,
} from '../shared/protocol.ts'
import type { ServerMessage } from '../shared/protocol.ts'
import { createChannel } from './channel.ts'
import type { DoorEvents, OpenDoor } from './doors.ts'
import { randomId } from './random-id.ts'
import type { Wake } from './wakes.ts'

interface TriedDoor {
  readonly kind: 'socket' | 'events'
  readonly events: DoorEvents
  readonly sent: string[]
  /** Let go in order, or as broken. */
  closed: boolean
  dropped: boolean
}

const welcome: ServerMessage = {
  type: 'welcome',
  version: protocolVersion,
  peer: v.parse(peerIdSchema, randomId()),
  device: v.parse(deviceIdSchema, randomId()),
  account: v.parse(accountRefSchema, randomId()),
  sessions: [],
}
const sessionId = v.parse(sessionIdSchema, randomId())
const theirs = {
  id: sessionId,
  name: 'Nursery',
  startedAt: '2026-01-01T00:00:00.000Z',
  station: v.parse(clientIdSchema, randomId()),
  peer: null,
  lost: true,
}

function setUp(t: TestContext, loggedIn: () => boolean | null = () => true, isOffline = () => false) {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] })
  const tried: TriedDoor[] = []
  let wake: (kind: Wake) => void = () => undefined
  const door =
    (kind: 'socket' | 'events'): OpenDoor =>
    (events) => {
      const made: TriedDoor = { kind, events, sent: [], closed: false, dropped: false }
      tried.push(made)
      return {
        send: (frame) => made.sent.push(frame),
        close: () => (made.closed = true),
        drop: () => (made.dropped = true),
      }
    }
  const channel = createChannel({
    clientId: v.parse(clientIdSchema, randomId()),
    loggedIn: () => Promise.resolve(loggedIn()),
    doors: { socket: door('socket'), events: door('events') },
    onWake: (call) => (wake = call),
    isOffline,
  })
  t.after(() => channel.close())
  const latest = (): TriedDoor => {
    const last = tried.at(-1)
    assert.ok(last)
    return last
  }
  return {
    channel,
    state: () => channel.state.value.state,
    tried,
    latest,
    wake: (kind: Wake = 'page') => wake(kind),
    kinds: () => tried.map(({ kind }) => kind),
    say: (message: ServerMessage, payload?: string) => latest().events.frame(encodeFrame(message, payload)),
    open: (greeting: ServerMessage = welcome) => {
      latest().events.opened()
      latest().events.frame(encodeFrame(greeting))
    },
    tick: async (ms: number) => {
      t.mock.timers.tick(ms)
      await Promise.resolve()
      await Promise.resolve()
    },
  }
}

test('a socket that never opens gives way to the event stream within 3 s', async (t) => {
  const { kinds, tried, tick } = setUp(t)
  await tick(2499)
  assert.deepEqual(kinds(), ['socket'])
  await tick(2)
  assert.deepEqual(kinds(), ['socket', 'events'])
  assert.equal(tried[0]?.dropped, true)
})

test('says hello first and is open after the welcome', (t) => {
  const { channel, latest, open } = setUp(t)
  assert.equal(channel.send({ type: 'heartbeat' }), false)
  open()
  assert.match(latest().sent[0] ?? '', /"type":"hello"/)
  assert.equal(channel.state.value.state, 'open')
  assert.deepEqual(channel.sessions.value, [])
  assert.equal(channel.send({ type: 'stop', sessionId }), true)
})

test('a door that says nothing for longer than the silence is dead, although it never closed', async (t) => {
  const { channel, latest, open, tick } = setUp(t)
  open()
  const first = latest()
  for (let beat = 0; beat < 3; beat++) await tick(3000)
  assert.equal(channel.state.value.state, 'waiting')
  assert.deepEqual([first.dropped, first.closed], [true, false], 'nothing waits for a dead door')
  await tick(250)
  assert.notEqual(latest(), first)
})

test('a door that echoes heartbeats stays', async (t) => {
  const { channel, say, open, tick } = setUp(t)
  open()
  for (let beat = 0; beat < 20; beat++) {
    await tick(3000)
    say({ type: 'heartbeat' })
  }
  assert.equal(channel.state.value.state, 'open')
})

test('a page that wakes with a dead door notices within 1 s', async (t) => {
  const { channel, wake, open, tick } = setUp(t)
  open()
  await tick(1000)
  wake()
  await tick(1000)
  assert.equal(channel.state.value.state, 'waiting')
})

test('with another network an open door is dead, and one that opens is opened anew', (t) => {
  const { state, open, tried, kinds, wake } = setUp(t)
  open()
  wake('network')
  assert.deepEqual([state(), kinds(), tried[0]?.dropped], ['opening', ['socket', 'socket'], true])
  wake('network')
  assert.deepEqual([kinds().length, tried[1]?.dropped], [3, true])
  open()
  assert.equal(state(), 'open')
})

test('a page that wakes after a long sleep opens another door', async (t) => {
  const { wake, open, kinds, tick } = setUp(t)
  open()
  for (const ms of [3000, 3000, 2500]) await tick(ms)
  wake()
  await tick(250)
  assert.deepEqual(kinds(), ['socket', 'socket'])
})

test('a wake ends the pause', async (t) => {
  const { latest, kinds, wake, tick } = setUp(t)
  latest().events.closed()
  latest().events.closed()
  await tick(0)
  wake()
  assert.deepEqual(kinds(), ['socket', 'events', 'socket'])
})

test('tells a logged-out phone from a box that is away', async (t) => {
  let member: boolean | null = null
  const { state, latest, wake, tick } = setUp(t, () => member)
  latest().events.closed()
  latest().events.closed()
  await tick(0)
  assert.equal(state(), 'waiting')
  member = false
  await tick(250)
  latest().events.closed()
  latest().events.closed()
  await tick(0)
  assert.equal(state(), 'logged-out')
  member = true
  wake()
  await tick(0)
  assert.equal(state(), 'opening')
})

test('never goes on in another account that logged in on the same phone', async (t) => {
  const { channel, state, open, latest, kinds, wake, tick } = setUp(t)
  const heard: string[] = []
  channel.on(({ type }) => heard.push(type))
  open()
  latest().events.closed()
  await tick(250)
  const stranger = { ...welcome, account: v.parse(accountRefSchema, randomId()), sessions: [theirs] }
  open(stranger)
  assert.deepEqual([state(), heard, channel.sessions.value], ['logged-out', ['welcome'], []])
  assert.equal(latest().dropped, true)
  await tick(29_000)
  assert.deepEqual(kinds(), ['socket', 'socket'], 'it does not ask in a circle')
  await tick(1000)
  assert.deepEqual(kinds(), ['socket', 'socket', 'socket'])
  open(stranger)
  assert.equal(state(), 'logged-out')
  wake()
  await tick(0)
  open()
  assert.deepEqual([state(), heard], ['open', ['welcome', 'welcome']])
})

test('hands on messages with their payload, and keeps the list', (t) => {
  const { channel, say, open } = setUp(t)
  const heard: unknown[] = []
  const off = channel.on((message, payload) => heard.push([message.type, payload]))
  open()
  say(
    { type: 'signal', from: welcome.peer, device: welcome.device, call: v.parse(callId, randomId()) },
    '{"kind":"join"}',
  )
  off()
  say({ type: 'sessions', sessions: [] })
  assert.deepEqual(heard, [
    ['welcome', undefined],
    ['signal', '{"kind":"join"}'],
  ])
})

test('is not upset by frames it does not know', (t) => {
  const { channel, latest, open } = setUp(t)
  open()
  for (const text of ['', '{', 'null', '{"type":"later"}', '[]', '{"type":"sessions"}']) latest().events.frame(text)
  assert.equal(channel.state.value.state, 'open')
})

test('closes once and for ever', async (t) => {
  const { channel, latest, tried, open, tick, wake } = setUp(t)
  open()
  channel.close()
  channel.close()
  wake()
  await tick(60_000)
  assert.equal(latest().closed, true)
  assert.equal(tried.length, 1)
})

test('a phone without a network tries seldom, and at once when it is back', async (t) => {
  const { latest, tried, tick, wake } = setUp(t, undefined, () => true)
  for (let second = 0; second < 60; second++) {
    latest().events.closed()
    await tick(1000)
  }
  assert.ok(tried.length <= 12, String(tried.length))
  const before = tried.length
  wake('network')
  assert.equal(tried.length, before + 1)
})
