import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { callIdSchema } from '../shared/protocol.ts'
import type { CallId } from '../shared/protocol.ts'
import { stationMessageSchema } from '../shared/station-protocol.ts'
import type { StationMessage, StationState } from '../shared/station-protocol.ts'
import { randomId } from '../signalling/random-id.ts'
import { createStationState } from './station-state.ts'

const newCall = (): CallId => v.parse(callIdSchema, randomId())

function setUp(t: TestContext) {
  let nowMs = 0
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const clock = mock.method(performance, 'now', () => nowMs)
  t.after(() => clock.mock.restore())
  const said: StationState[] = []
  const connected = signal<ReadonlySet<CallId>>(new Set())
  const room = createStationState({
    say: (message: StationMessage) => void (message.type === 'state' && said.push(message)),
    connected,
  })
  t.after(() => room.close())
  const pass = (ms: number): void => {
    nowMs += ms
    t.mock.timers.tick(ms)
  }
  pass(1000)
  said.length = 0
  return { room, said, connected, pass }
}

test('each room adds what it knows, the rest is what a phone does not have, and all of it fits the protocol', (t) => {
  const { room } = setUp(t)
  room.add({ torch: signal(true), watching: signal(['Kitchen']) })
  room.add({ zoom: signal({ scale: 2, x: 0.5, y: 0.5 }) })
  const state = room.state.value
  assert.equal(state.torch, true)
  assert.equal(state.zoom?.scale, 2)
  assert.deepEqual(state.watching, ['Kitchen'])
  assert.equal(state.soothing, null)
  assert.deepEqual(v.parse(stationMessageSchema, JSON.parse(JSON.stringify(state))), state)
})

test('parents are told of a change at once, and of many changes ten times a second, the last one among them', (t) => {
  const { room, said, pass } = setUp(t)
  const torch = signal(false)
  const dimmed = signal(false)
  room.add({ torch, dimmed })
  pass(1000)
  said.length = 0
  torch.value = true
  assert.deepEqual(
    said.map((state) => state.torch),
    [true],
  )
  for (let turn = 0; turn < 999; turn++) torch.value = !torch.peek()
  dimmed.value = true
  assert.equal(said.length, 1)
  pass(100)
  assert.deepEqual(said.slice(1), [room.state.value])
  pass(1000)
  assert.equal(said.length, 2)
})

test('what is set to what it was is not told', (t) => {
  const { room, said, pass } = setUp(t)
  const camera = signal({ facing: 'back' as const, canSwitch: true })
  room.add({ camera })
  pass(1000)
  said.length = 0
  camera.value = { ...camera.peek() }
  pass(1000)
  assert.equal(said.length, 0)
})

test('a parent that has just come is told once, whatever it says and however often', (t) => {
  const { room, said, connected, pass } = setUp(t)
  const [first, second] = [newCall(), newCall()]
  connected.value = new Set([first])
  for (let word = 0; word < 1000; word++) room.hear(first)
  pass(1000)
  assert.equal(said.length, 1)
  connected.value = new Set([first, second])
  room.hear(second)
  room.hear(first)
  pass(1000)
  assert.equal(said.length, 2)
})

test('nothing is said after it is closed', (t) => {
  const { room, said, pass } = setUp(t)
  const dimmed = signal(false)
  room.add({ dimmed })
  room.close()
  room.close()
  dimmed.value = true
  room.hear(newCall())
  pass(1000)
  assert.equal(said.length, 0)
})
