import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { openHousehold } from '../household/household.ts'
import { accountRefSchema, callIdSchema, deviceIdSchema, peerIdSchema, sessionIdSchema } from '../shared/protocol.ts'
import type { ClientMessage, ServerMessage } from '../shared/protocol.ts'
import type { ChannelListener } from '../signalling/channel.ts'
import { randomId } from '../signalling/random-id.ts'
import type { Connection } from '../signalling/reconnect.ts'
import { automatic } from './choice.ts'
import { createBabyModel } from './model.ts'

const peer = v.parse(peerIdSchema, randomId())
const device = v.parse(deviceIdSchema, randomId())

/** Makes no connection, but says that it was asked to. */
class FakeConnection extends EventTarget {
  static open = 0
  constructor() {
    super()
    FakeConnection.open += 1
  }
  static send: () => void = () => undefined
  createDataChannel = (): EventTarget =>
    Object.assign(new EventTarget(), { readyState: 'open', send: () => FakeConnection.send() })
  addTransceiver = (): object => ({ sender: { track: null } })
  setLocalDescription = (): Promise<void> => Promise.resolve()
  close(): void {
    FakeConnection.open -= 1
  }
}

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  FakeConnection.open = 0
  FakeConnection.send = () => undefined
  const browser = {
    RTCPeerConnection: FakeConnection,
    MediaStream: Object,
    window: new EventTarget(),
    document: new EventTarget(),
  }
  Object.assign(globalThis, browser)
  t.after(() => {
    for (const name of Object.keys(browser)) Reflect.deleteProperty(globalThis, name)
  })
  const said: string[] = []
  const listeners = new Set<ChannelListener>()
  const state = signal<Connection>({ state: 'open', door: 'socket', peer, device })
  const hear = (message: ServerMessage, payload?: string): void => {
    for (const listener of listeners) listener(message, payload)
  }
  const track = signal<MediaStreamTrack | null>(null)
  const model = createBabyModel({
    openChannel: () => ({
      state,
      sessions: signal(null),
      send(message: ClientMessage) {
        said.push(message.type)
        return true
      },
      on(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => said.push('close'),
    }),
    household: openHousehold(() => null, ''),
    capture: {
      audio: track,
      video: track,
      missing: signal([]),
      open: () => Promise.resolve(null),
      regain: () => undefined,
      useCamera: () => undefined,
      close: () => said.push('camera off'),
    },
    codecs: () => null,
    awake: { state: signal('off'), start: () => undefined, stop: () => undefined, close: () => undefined },
    memory: {
      resumable: () => Promise.resolve(false),
      claim: () =>
        Promise.resolve({
          id: v.parse(sessionIdSchema, randomId()),
          keep: () => undefined,
          release: () => undefined,
          forget: () => undefined,
        }),
    },
    choice: { name: 'Nursery', microphone: automatic, camera: automatic },
    keepChoice: () => undefined,
    media: undefined,
    onLoggedOut: () => undefined,
    onOutdated: () => undefined,
  })
  t.after(() => model.close())
  return {
    model,
    said,
    hear,
    join: () =>
      hear({ type: 'signal', from: peer, device, call: v.parse(callIdSchema, randomId()) }, '{"kind":"join"}'),
    async start() {
      model.start()
      await settled()
      const now = model.station.value
      assert.ok(now.state === 'running')
      hear({ type: 'welcome', version: 1, peer, device, account: v.parse(accountRefSchema, randomId()), sessions: [] })
      hear({ type: 'started', sessionId: now.sessionId, startedAt: '2026-01-01T00:00:00.000Z' })
      return now.sessionId
    },
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('a parent that joins while it stops gets no call', async (t) => {
  const { model, start, join, said } = setUp(t)
  await start()
  join()
  assert.equal(FakeConnection.open, 1)
  model.stop()
  join()
  t.mock.timers.tick(500)
  await settled()
  join()
  assert.equal(FakeConnection.open, 0)
  assert.deepEqual(said.slice(-2), ['stop', 'camera off'])
})

test('a Start that comes while the last session is being stopped from elsewhere keeps its own registration', async (t) => {
  const { model, start, join, hear, said } = setUp(t)
  const first = await start()
  join()
  hear({ type: 'stopped', sessionId: first })
  const second = await start()
  assert.notEqual(second, first)
  t.mock.timers.tick(500)
  await settled()
  assert.equal(model.station.value.state, 'running')
  assert.ok(said.lastIndexOf('close') < said.lastIndexOf('start'), 'the second session is registered still')
})

test('Stop turns everything off, whatever a call does', async (t) => {
  const { model, start, join, said } = setUp(t)
  await start()
  join()
  FakeConnection.send = () => {
    throw new TypeError('Failed to execute send: longer than max-message-size')
  }
  model.stop()
  await settled()
  assert.equal(FakeConnection.open, 0)
  assert.deepEqual(said.slice(-2), ['stop', 'camera off'])
})
