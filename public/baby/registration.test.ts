import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { accountRefSchema, deviceIdSchema, peerIdSchema, sessionIdSchema } from '../shared/protocol.ts'
import type { ClientMessage, DeviceId, ServerMessage } from '../shared/protocol.ts'
import type { Channel, ChannelListener } from '../signalling/channel.ts'
import { firstConnection } from '../signalling/reconnect.ts'
import type { Connection } from '../signalling/reconnect.ts'
import { createRegistration } from './registration.ts'

const peer = v.parse(peerIdSchema, 'p'.repeat(22))
const device = v.parse(deviceIdSchema, 'd'.repeat(22))
const account = v.parse(accountRefSchema, 'a'.repeat(22))
const one = v.parse(sessionIdSchema, '1'.repeat(22))
const two = v.parse(sessionIdSchema, '2'.repeat(22))

function setUp() {
  const news: string[] = []
  const callers: DeviceId[] = []
  const said: string[] = []
  let opened = 0
  let closed = 0
  const state = signal<Connection>(firstConnection)
  const listeners = new Set<ChannelListener>()
  const channel = (): Channel => {
    opened += 1
    return {
      state,
      sessions: signal(null),
      send(message: ClientMessage) {
        if (state.peek().state !== 'open') return false
        said.push('sessionId' in message ? `${message.type} ${message.sessionId.slice(0, 1)}` : message.type)
        return true
      },
      on(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => (closed += 1),
    }
  }
  const hear = (message: ServerMessage): void => {
    for (const listener of listeners) listener(message, undefined)
  }
  const registration = createRegistration({
    openChannel: channel,
    events: {
      started: (id) => news.push(`started ${id.slice(0, 1)}`),
      refused: (id, reason) => news.push(`refused ${id.slice(0, 1)} ${reason}`),
      stopped: (id) => news.push(`stopped ${id.slice(0, 1)}`),
      signal: () => news.push('signal'),
      revoked: () => news.push('revoked'),
      callers: () => callers,
    },
  })
  return {
    registration,
    news,
    said,
    callers,
    hear,
    lines: () => opened - closed,
    connect() {
      state.value = { state: 'open', door: 'socket', peer, device }
      hear({ type: 'welcome', version: 1, peer, device, account, sessions: [] })
    },
    disconnect() {
      state.value = { state: 'waiting', preferred: 'socket', failures: 1, delayMs: 250 }
    },
    logOut() {
      state.value = { state: 'logged-out', preferred: 'socket', foreign: false }
    },
  }
}

test('begins the session when the box answers, and again each time that it is back', () => {
  const { registration, said, connect, disconnect } = setUp()
  registration.register(one, 'Nursery')
  assert.deepEqual(said, [])
  connect()
  disconnect()
  connect()
  assert.deepEqual(said, ['start 1', 'start 1'])
})

test('asks about the calls that it has when the box is back, before it goes on', () => {
  const { registration, said, callers, connect, disconnect } = setUp()
  registration.register(one, 'Nursery')
  connect()
  callers.push(device)
  disconnect()
  connect()
  assert.deepEqual(said, ['start 1', 'calls', 'start 1'])
})

test('closes the connection when the box has forgotten the session', () => {
  const { registration, said, hear, connect, lines } = setUp()
  registration.register(one, 'Nursery')
  connect()
  registration.stop(one)
  assert.deepEqual([said.at(-1), registration.forgetting.value, lines()], ['stop 1', 1, 1])
  hear({ type: 'stopped', sessionId: one })
  assert.deepEqual([registration.forgetting.value, lines()], [0, 0])
})

test('a Stop with the box away is said when it is back', () => {
  const { registration, said, news, hear, connect, disconnect, lines } = setUp()
  registration.register(one, 'Nursery')
  connect()
  disconnect()
  registration.stop(one)
  assert.equal(lines(), 1)
  connect()
  assert.equal(said.at(-1), 'stop 1')
  hear({ type: 'stopped', sessionId: one })
  assert.deepEqual([news, lines()], [[], 0])
})

test('a new Start does not wait for the last Stop', () => {
  const { registration, said, hear, connect, disconnect, lines } = setUp()
  registration.register(one, 'Nursery')
  connect()
  disconnect()
  registration.stop(one)
  registration.register(two, 'Nursery')
  connect()
  assert.deepEqual(said.slice(-2), ['stop 1', 'start 2'])
  hear({ type: 'stopped', sessionId: one })
  assert.equal(lines(), 1)
})

test('a session that is stopped from elsewhere is news', () => {
  const { registration, news, hear, connect, lines } = setUp()
  registration.register(one, 'Nursery')
  connect()
  hear({ type: 'stopped', sessionId: two })
  hear({ type: 'stopped', sessionId: one })
  assert.deepEqual([news, lines()], [['stopped 1'], 0])
})

test('without a log-in a Stop waits for nothing', () => {
  const { registration, connect, logOut, lines } = setUp()
  registration.register(one, 'Nursery')
  connect()
  logOut()
  assert.equal(lines(), 1)
  registration.stop(one)
  assert.deepEqual([registration.forgetting.value, lines()], [0, 0])
})

test('a session that is over takes nothing from the one that was started after it', () => {
  const { registration, said, connect, lines } = setUp()
  registration.register(one, 'Nursery')
  connect()
  registration.register(two, 'Nursery')
  registration.withdraw(one)
  assert.equal(lines(), 1)
  connect()
  assert.equal(said.at(-1), 'start 2')
  registration.withdraw(two)
  assert.equal(lines(), 0)
})
