import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import * as v from 'valibot'
import { callIdSchema, deviceIdSchema, peerIdSchema, sessionIdSchema } from '../shared/protocol.ts'
import type { CallId, Payload } from '../shared/protocol.ts'
import { createCalls } from './calls.ts'

class FakeConnection extends EventTarget {
  signalingState = 'stable'
  iceConnectionState = 'new'
  createDataChannel = (): EventTarget => new EventTarget()
  setLocalDescription = (): Promise<void> => Promise.resolve()
  setRemoteDescription = (): Promise<void> => Promise.resolve()
  getReceivers = (): object[] => [{ track: { kind: 'audio' } }]
  getTransceivers = (): object[] => []
  getStats = (): Promise<object[]> => Promise.resolve([])
  localDescription = { sdp: 'v=0' }
  close(): void {}
}

const id = (name: string): string => name.padEnd(22, '_')
const call = (name: string): CallId => v.parse(callIdSchema, id(name))
const device = v.parse(deviceIdSchema, id('device'))
const baby = v.parse(peerIdSchema, id('baby'))
const session = v.parse(sessionIdSchema, id('session'))
const offer: Payload = { kind: 'offer', sdp: 'v=0' }

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] })
  const browser = { RTCPeerConnection: FakeConnection, MediaStream: Object, document: { hidden: false } }
  Object.assign(globalThis, browser)
  t.after(() => Object.keys(browser).map((name) => Reflect.deleteProperty(globalThis, name)))
  const sent: string[] = []
  const shown: MediaStream[] = []
  const calls = createCalls({
    send: (_to, to, { kind }) => sent.push(`${kind} ${to.replaceAll('_', '')}`),
    peerOf: () => baby,
    event: () => undefined,
    stream: (stream) => shown.push(stream),
    counters: () => undefined,
    message: () => undefined,
    closed: () => undefined,
  })
  t.after(() => calls.keep([]))
  return { calls, sent, shown, settled: () => new Promise((resolve) => setImmediate(resolve)) }
}

test('the stream of a second call is shown when the first is left, and not before', async (t) => {
  const { calls, shown, settled } = setUp(t)
  calls.join(call('one'), baby, session)
  calls.take(call('one'), device, offer)
  await settled()
  assert.equal(shown.length, 1)
  calls.join(call('two'), baby, session)
  calls.take(call('two'), device, offer)
  await settled()
  assert.equal(shown.length, 1, 'the first may heal')
  calls.keep([call('two')])
  assert.equal(shown.length, 2)
})

test('another offer for the same call is answered, and its stream stays', async (t) => {
  const { calls, sent, shown, settled } = setUp(t)
  calls.join(call('one'), baby, session)
  calls.take(call('one'), device, offer)
  await settled()
  calls.restart(call('one'))
  calls.take(call('one'), device, offer)
  await settled()
  assert.deepEqual(sent, ['join one', 'answer one', 'restart one', 'answer one'])
  assert.equal(shown.length, 1)
})

test('an offer of another phone than the one that took up the call is none', async (t) => {
  const { calls, sent, settled } = setUp(t)
  calls.join(call('one'), baby, session)
  calls.take(call('one'), device, offer)
  await settled()
  calls.take(call('one'), v.parse(deviceIdSchema, id('other')), offer)
  await settled()
  assert.deepEqual(sent, ['join one', 'answer one'])
})
