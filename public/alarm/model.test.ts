import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import type { Cause, Priority } from './cause.ts'
import { createAlarm } from './model.ts'

const lost: Cause = { kind: 'baby-unreachable', priority: 'high', sentence: 'Lost.', advice: 'Look.', sinceMs: 0 }
const battery: Cause = { kind: 'battery-critical', priority: 'medium', sentence: 'Battery.', sinceMs: 0 }

function setUp(t: TestContext) {
  mock.timers.enable({ apis: ['setInterval', 'Date'], now: 0 })
  const causes = signal<readonly Cause[]>([])
  const sounded: (Priority | null)[] = []
  const shaken: (Priority | null)[] = []
  const shown: string[] = []
  let cleared = 0
  let madeRoom = 0
  let heeded = 0
  const model = createAlarm({
    causes,
    siren: {
      audible: signal(true),
      sound: (loudness) => void sounded.push(loudness),
      tryOut: () => undefined,
      unlock: () => undefined,
      close: () => undefined,
    },
    vibrator: { shake: (loudness) => void shaken.push(loudness), close: () => undefined },
    notifier: {
      permission: signal('granted'),
      ask: () => undefined,
      show: (title) => void shown.push(title),
      clear: () => void (cleared += 1),
      close: () => undefined,
    },
    now: () => ({ nowMs: Date.now(), wallMs: Date.now() }),
    sounds: () => void (madeRoom += 1),
    heeded: () => void (heeded += 1),
  })
  t.after(() => {
    model.close()
    mock.timers.reset()
  })
  return {
    model,
    causes,
    sounded,
    shaken,
    shown,
    cleared: () => cleared,
    madeRoom: () => madeRoom,
    heeded: () => heeded,
  }
}

test('a cause that lasts is sounded, shaken, notified once, and everything ends with it', (t) => {
  const { model, causes, sounded, shaken, shown, cleared, madeRoom } = setUp(t)
  causes.value = [lost]
  mock.timers.tick(4750)
  assert.equal(model.alarm.value.state, 'waiting')
  mock.timers.tick(250)
  causes.value = [{ ...lost }]
  mock.timers.tick(20_000)
  assert.deepEqual(sounded, [null, 'high'])
  assert.deepEqual(shaken, [null, 'high'])
  assert.deepEqual(shown, ['Lost.'])
  assert.equal(madeRoom(), 1)
  causes.value = []
  assert.deepEqual(sounded, [null, 'high', null])
  assert.equal(cleared(), 1)
  assert.equal(model.alarm.value.past.length, 1)
  model.seen()
  assert.deepEqual(model.alarm.value.past, [])
})

test('a new cause is notified anew, an acknowledged one is taken back', (t) => {
  const { model, causes, sounded, shown, cleared, heeded } = setUp(t)
  causes.value = [lost]
  mock.timers.tick(5000)
  model.acknowledge()
  assert.equal(heeded(), 1)
  assert.deepEqual(sounded, [null, 'high', null])
  assert.equal(cleared(), 1)
  causes.value = [lost, battery]
  mock.timers.tick(5000)
  assert.deepEqual(sounded, [null, 'high', null, 'medium'])
  assert.equal(shown.length, 2)
  mock.timers.tick(60_000)
  assert.equal(sounded[sounded.length - 1], 'high')
})

test('a pause counts down and ends by itself', (t) => {
  const { model, causes, sounded } = setUp(t)
  causes.value = [lost]
  mock.timers.tick(5000)
  model.pause()
  assert.equal(model.pauseLeftS.value, 120)
  mock.timers.tick(60_000)
  assert.equal(model.pauseLeftS.value, 60)
  mock.timers.tick(60_000)
  assert.equal(model.pauseLeftS.value, null)
  assert.deepEqual(sounded, [null, 'high', null, 'high'])
})

test('nothing ticks while nothing is the matter, and nothing sounds after closing', (t) => {
  const { model, causes, sounded } = setUp(t)
  const before = model.wallMs.value
  mock.timers.tick(10_000)
  assert.equal(model.wallMs.value, before)
  causes.value = [lost]
  model.close()
  model.close()
  mock.timers.tick(10_000)
  assert.deepEqual(sounded, [null, null])
})
