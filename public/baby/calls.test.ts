import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import * as v from 'valibot'
import { callIdSchema, deviceIdSchema, peerIdSchema } from '../shared/protocol.ts'
import type { DeviceId } from '../shared/protocol.ts'
import { sampleReport } from '../shared/sample-report.ts'
import type { StationState } from '../shared/station-protocol.ts'
import { randomId } from '../signalling/random-id.ts'
import { createCalls } from './calls.ts'
import { unset } from './station-state.ts'

const peer = v.parse(peerIdSchema, randomId())
const grandma = v.parse(deviceIdSchema, randomId())

function setUp(t: TestContext, isGuest = (device: DeviceId): boolean => device === grandma) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const channels: EventTarget[] = []
  const connections: FakeConnection[] = []
  class FakeConnection extends EventTarget {
    connectionState = 'new'
    constructor() {
      super()
      connections.push(this)
    }
    createDataChannel(): EventTarget {
      const channel = new EventTarget()
      channels.push(channel)
      return channel
    }
    addTransceiver = (): object => ({ sender: { track: null } })
    setLocalDescription = (): Promise<void> => Promise.resolve()
    close(): void {
      this.connectionState = 'closed'
    }
    connect(): void {
      this.connectionState = 'connected'
      this.dispatchEvent(new Event('connectionstatechange'))
    }
  }
  const browser = { RTCPeerConnection: FakeConnection, MediaStream: Object }
  Object.assign(globalThis, browser)
  const heard: string[] = []
  const calls = createCalls({
    tracks: () => ({ audio: null, video: null, picture: false, codecs: null }),
    send: () => undefined,
    isGuest,
    message: (_call, message) => heard.push(message.type),
  })
  t.after(() => {
    calls.close()
    for (const name of Object.keys(browser)) Reflect.deleteProperty(globalThis, name)
  })
  return {
    calls,
    guest: grandma,
    heard,
    connections,
    join(device: DeviceId): EventTarget {
      const before = channels.length
      calls.take(peer, device, v.parse(callIdSchema, randomId()), { kind: 'join' })
      const channel = channels[before]
      assert.ok(channel)
      return channel
    },
  }
}

const state: StationState = { type: 'state', ...unset, talking: 'Old iPhone', watching: ['Old iPhone', 'Guest'] }

const wishes = [
  { type: 'listening', hears: true },
  { type: 'region', region: null },
  { type: 'zoom', area: { scale: 2, x: 0.5, y: 0.5 } },
  { type: 'camera', facing: 'front' },
  { type: 'torch', on: true },
  { type: 'quality', quality: 'low' },
  { type: 'night-picture', on: true },
  { type: 'talk', on: true },
  { type: 'soothe', soothing: null },
  { type: 'light', light: null },
  { type: 'dim', on: true },
]
const ask = (channel: EventTarget, wish: unknown): void => {
  channel.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(wish) }))
}

test('a parent changes what can be changed', (t) => {
  const { heard, join } = setUp(t)
  const channel = join(v.parse(deviceIdSchema, randomId()))
  for (const wish of wishes) ask(channel, wish)
  assert.deepEqual(
    heard,
    wishes.map(({ type }) => type),
  )
})

test('a guest listens, and changes nothing', (t) => {
  const { guest, heard, join } = setUp(t)
  const channel = join(guest)
  for (const wish of wishes) ask(channel, wish)
  assert.deepEqual(heard, ['listening'])
})

test('a guest is not told who else watches', (t) => {
  const { guest, calls, join } = setUp(t)
  const said = [join(v.parse(deviceIdSchema, randomId())), join(guest)].map((channel) => {
    const words: string[] = []
    Object.assign(channel, { readyState: 'open', send: (word: string) => words.push(word) })
    return words
  })
  calls.say(state)
  assert.deepEqual(
    said.map((words) => words.map((word) => JSON.parse(word) as unknown)),
    [[state], [{ ...state, talking: '…', watching: [] }]],
  )
})

const someone = () => v.parse(deviceIdSchema, randomId())
/** What is said over this channel from now on; `deaf` takes nothing, and says so by throwing. */
function listenAt(channel: EventTarget): { readonly words: string[]; deaf: boolean } {
  const end = { words: [] as string[], deaf: false }
  const send = (word: string): void => {
    if (end.deaf) throw new TypeError('Failed to execute send: longer than max-message-size')
    end.words.push((JSON.parse(word) as { type: string }).type)
  }
  Object.assign(channel, { readyState: 'open', bufferedAmount: 0, send })
  return end
}

test('a call that can be told nothing keeps no word from the others, nor Stop', async (t) => {
  const { calls, guest, connections, join } = setUp(t)
  const deaf = listenAt(join(guest))
  deaf.deaf = true
  const parent = listenAt(join(someone()))
  calls.say(state)
  calls.report(() => sampleReport)
  const stopping = calls.stop()
  t.mock.timers.tick(500)
  await stopping
  assert.deepEqual([deaf.words, parent.words], [[], ['state', 'stopped']])
  assert.deepEqual(
    connections.map(({ connectionState }) => connectionState),
    ['closed', 'closed'],
  )
})

test('how the station is set is said with a later report, when it could not be said', (t) => {
  const { calls, join } = setUp(t)
  const channel = join(someone())
  const parent = listenAt(channel)
  Object.assign(channel, { bufferedAmount: 100_000 })
  calls.say(state)
  calls.report(() => sampleReport)
  assert.deepEqual(parent.words, [])
  Object.assign(channel, { bufferedAmount: 0 })
  calls.report(() => sampleReport)
  calls.report(() => sampleReport)
  assert.deepEqual(parent.words, ['state'])
})

test('a flood is not read, and what is far too long is not either', (t) => {
  const { heard, join } = setUp(t)
  const channel = join(someone())
  ask(channel, { type: 'dim', on: true, more: 'x'.repeat(20_000) })
  assert.deepEqual(heard, [])
  for (let count = 0; count < 10_000; count += 1) ask(channel, { type: 'dim', on: true })
  assert.ok(heard.length >= 80 && heard.length < 200, `${heard.length} are read`)
})

test('whoever gets sound and picture without a word is counted and told', (t) => {
  const { calls, guest, connections, join } = setUp(t)
  join(guest)
  assert.deepEqual([calls.parents.value.here, calls.everybody.value.size], [0, 0])
  connections[0]?.connect()
  assert.deepEqual(calls.parents.value, { here: 1, hearing: 0, dropped: 0 })
  assert.deepEqual(
    [...calls.everybody.value.values()].map(({ device, state: how }) => [device, how]),
    [[guest, 'unheard']],
  )
})

test('guests have few calls, and none at the cost of a parent’s', (t) => {
  const guests = Array.from({ length: 8 }, someone)
  const { calls, connections, join } = setUp(t, (device) => guests.includes(device))
  const open = (): number => connections.filter(({ connectionState }) => connectionState !== 'closed').length
  for (let count = 0; count < 5; count += 1) join(guests[0] ?? someone())
  assert.equal(open(), 2, 'of one guest')
  for (const each of guests) join(each)
  assert.equal(open(), 6, 'of all guests')
  const parents = Array.from({ length: 16 }, someone)
  for (const each of parents) join(each)
  assert.deepEqual([...calls.callers()].toSorted(), parents.toSorted())
  calls.take(peer, guests[0] ?? someone(), v.parse(callIdSchema, randomId()), { kind: 'join' })
  assert.deepEqual([...calls.callers()].toSorted(), parents.toSorted(), 'no room for a guest')
})

test('that somebody is there counts, whatever it calls itself', (t) => {
  const { calls, join } = setUp(t)
  const names = ['', 'x'.repeat(61), 7, 'Kitchen', undefined]
  for (const name of names) ask(join(someone()), { type: 'listening', hears: true, name })
  assert.equal(calls.parents.value.hearing, names.length)
  assert.deepEqual(
    [...calls.everybody.value.values()].map(({ name }) => name),
    [null, null, null, 'Kitchen', null],
  )
})
