import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import { openHousehold } from '../household/household.ts'
import type { RecordingState } from '../recording/recording.ts'
import type { Connection } from '../signalling/reconnect.ts'
import { createParentModel } from './model.ts'

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval'] })
  Object.assign(globalThis, { document: new EventTarget(), window: new EventTarget() })
  t.after(() => ['document', 'window'].map((name) => Reflect.deleteProperty(globalThis, name)))
  const state = signal<Connection>({ state: 'outdated' })
  const recording = signal<RecordingState>({ state: 'idle' })
  const done: string[] = []
  const nothing = (): void => undefined
  const model = createParentModel({
    channel: { state, sessions: signal(null), send: () => false, on: () => nothing, close: nothing },
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
    last: { read: () => null, write: nothing },
    onLoggedOut: nothing,
    onOutdated: () => done.push('reload'),
  })
  t.after(() => model.close())
  return { recording, done, tick: (ms: number) => t.mock.timers.tick(ms) }
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
