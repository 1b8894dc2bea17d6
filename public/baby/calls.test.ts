import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import * as v from 'valibot'
import { callIdSchema, deviceIdSchema, peerIdSchema } from '../shared/protocol.ts'
import type { StationState } from '../shared/station-protocol.ts'
import { randomId } from '../signalling/random-id.ts'
import { createCalls } from './calls.ts'

const peer = v.parse(peerIdSchema, randomId())

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const channels: EventTarget[] = []
  class FakeConnection extends EventTarget {
    createDataChannel(): EventTarget {
      const channel = new EventTarget()
      channels.push(channel)
      return channel
    }
    addTransceiver = (): object => ({ sender: { track: null } })
    setLocalDescription = (): Promise<void> => Promise.resolve()
    close(): void {}
  }
  const browser = { RTCPeerConnection: FakeConnection, MediaStream: Object }
  Object.assign(globalThis, browser)
  const guest = v.parse(deviceIdSchema, randomId())
  const heard: string[] = []
  const calls = createCalls({
    tracks: () => ({ audio: null, video: null, picture: false, codecs: null }),
    send: () => undefined,
    isGuest: (device) => device === guest,
    message: (_call, message) => heard.push(message.type),
  })
  t.after(() => {
    calls.close()
    for (const name of Object.keys(browser)) Reflect.deleteProperty(globalThis, name)
  })
  return {
    calls,
    guest,
    heard,
    join(device: typeof guest): EventTarget {
      const before = channels.length
      calls.take(peer, device, v.parse(callIdSchema, randomId()), { kind: 'join' })
      const channel = channels[before]
      assert.ok(channel)
      return channel
    },
  }
}

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
  const state: StationState = {
    type: 'state',
    zoom: null,
    camera: null,
    torch: null,
    quality: null,
    nightPicture: null,
    soothing: null,
    nightLight: null,
    dimmed: false,
    talking: 'Old iPhone',
    watching: ['Old iPhone', 'Guest'],
  }
  calls.say(state)
  assert.deepEqual(
    said.map((words) => words.map((word) => JSON.parse(word) as unknown)),
    [[state], [{ ...state, talking: '…', watching: [] }]],
  )
})
