import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { openHousehold } from '../household/household.ts'
import type { RecordingState } from '../recording/recording.ts'
import { deviceIdSchema, peerIdSchema } from '../shared/protocol.ts'
import type { RunningSession } from '../shared/protocol.ts'
import { firstConnection } from '../signalling/reconnect.ts'
import type { Connection } from '../signalling/reconnect.ts'
import { createParentModel } from './model.ts'

function setUp(t: TestContext, connection: Connection = { state: 'outdated' }) {
  t.mock.timers.enable({ apis: ['setInterval', 'setTimeout'] })
  Object.assign(globalThis, { document: new EventTarget(), window: new EventTarget() })
  t.after(() => ['document', 'window'].map((name) => Reflect.deleteProperty(globalThis, name)))
  const state = signal(connection)
  const sessions = signal<readonly RunningSession[] | null>(null)
  const recording = signal<RecordingState>({ state: 'idle' })
  const done: string[] = []
  let isThere = false
  const nothing = (): void => undefined
  const model = createParentModel({
    channel: { state, sessions, send: () => false, on: () => nothing, close: nothing },
    household: openHousehold(() => null, ''),
    username: null,
    player: {
      attach: nothing,
      setStream: nothing,
      running: signal(false),
      muted: signal(false),
      blocked: signal(false),
      setMuted: nothing,
      loudness: signal(1),
      element: signal(null),
      setLoudness: nothing,
      hush: nothing,
      keepPlaying: nothing,
      listen: nothing,
      fullScreen: nothing,
      leaveFullScreen: nothing,
      close: nothing,
    },
    recording: {
      state: recording,
      room: signal(null),
      load: nothing,
      start: nothing,
      setStream: nothing,
      stop: () => done.push('save'),
      close: nothing,
    },
    awake: { state: signal('off'), start: nothing, stop: nothing, close: nothing },
    last: { read: () => null, write: nothing, clear: nothing },
    onLoggedOut: nothing,
    onOutdated: () => done.push('reload'),
    boxAnswers() {
      done.push('ask')
      return Promise.resolve(isThere)
    },
    onUnguarded: () => done.push('reload for an alarm'),
  })
  t.after(() => model.close())
  return {
    model,
    state,
    sessions,
    recording,
    done,
    tick: (ms: number) => t.mock.timers.tick(ms),
    bringBox: () => void (isThere = true),
  }
}

test('a page that could not be reloaded for an updated box asks again', (t) => {
  const { done, tick } = setUp(t)
  assert.deepEqual(done, ['reload'])
  tick(500)
  assert.deepEqual(done, ['reload', 'reload'])
})

test('a recording is saved before the page is reloaded', (t) => {
  const { recording, done, tick } = setUp(t)
  done.length = 0
  recording.value = { state: 'recording', sinceMs: 0, bytes: 0, place: 'storage' }
  tick(500)
  recording.value = { state: 'finishing', progress: 0 }
  tick(500)
  assert.deepEqual(done, ['save'])
  recording.value = { state: 'saved', fileName: 'f' }
  tick(500)
  assert.deepEqual(done, ['save', 'reload'])
})

test('a page that cannot load its alarm says so, and is reloaded when the box is there', async (t) => {
  // No browser is here, and what watches over the night cannot begin.
  const { model, recording, done, tick, bringBox } = setUp(t, firstConnection)
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await new Promise((resolve) => setImmediate(resolve))
  }
  const asked = (): number => done.filter((what) => what === 'ask').length
  assert.equal(model.unguarded.value, false)
  tick(3000)
  await until(() => model.unguarded.value)
  assert.equal(asked(), 0)
  tick(3000)
  await until(() => asked() === 1)
  bringBox()
  recording.value = { state: 'recording', sinceMs: 0, bytes: 0, place: 'storage' }
  tick(3000)
  await until(() => done.includes('save'))
  recording.value = { state: 'saved', fileName: 'f' }
  tick(3000)
  await until(() => done.includes('reload for an alarm'))
  assert.deepEqual(done, ['ask', 'ask', 'save', 'ask', 'reload for an alarm'])
})

test('that no Baby Station runs is said by the box alone, and not while it is away', (t) => {
  const { model, state, sessions } = setUp(t, firstConnection)
  const id = 'i'.repeat(22)
  const said = (): readonly boolean[] => [model.listed.value, model.none.value]
  assert.deepEqual(said(), [false, false])
  sessions.value = []
  state.value = { state: 'open', door: 'socket', peer: v.parse(peerIdSchema, id), device: v.parse(deviceIdSchema, id) }
  assert.deepEqual(said(), [true, true])
  state.value = { state: 'waiting', preferred: 'socket', failures: 1, delayMs: 1000 }
  assert.deepEqual(said(), [true, false])
})
