import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import type { AwakeState } from '../awake/awake.ts'
import type { Playing } from '../parent/watched.ts'
import { sampleReport } from '../shared/sample-report.ts'
import type { Report } from '../shared/station-protocol.ts'
import { checkS, createReady } from './model.ts'

const report: Report = { ...sampleReport, levels: [-20], floor: -60 }

/** Lets everything run that waits for promises only. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    mock.timers.tick(1000)
    await settle()
  }
}

function setUp(t: TestContext) {
  mock.timers.enable({ apis: ['setInterval'] })
  const listeners = new Set<(report: Report, atMs: number) => void>()
  let played = 0
  let asked = 0
  const model = createReady({
    night: {
      awake: { state: signal<AwakeState>('on'), start: () => undefined, stop: () => undefined, close: () => undefined },
      playing: signal<Playing | null>(null),
      onReport(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      stats: () => Promise.resolve(null),
    },
    siren: {
      audible: signal(true),
      sound: () => undefined,
      tryOut: () => void (played += 1),
      unlock: () => undefined,
      close: () => undefined,
    },
    notifier: {
      permission: signal('default'),
      ask: () => void (asked += 1),
      show: () => undefined,
      clear: () => undefined,
      close: () => undefined,
    },
    power: () => Promise.resolve({ level: 1, charging: true }),
    trust: () => Promise.resolve('trusted'),
  })
  t.after(() => {
    model.close()
    mock.timers.reset()
  })
  const verdict = (name: string): string | undefined => model.lines.value.find((line) => line.name === name)?.verdict
  return {
    model,
    verdict,
    listeners,
    say: (part: Partial<Report> = {}) => listeners.forEach((listener) => listener({ ...report, ...part }, 0)),
    played: () => played,
    asked: () => asked,
  }
}

test('the check takes 10 s, plays the alarm softly and says what it has found', async (t) => {
  const { model, verdict, say, played, listeners } = setUp(t)
  model.check()
  assert.deepEqual(model.state.value, { state: 'checking', leftS: checkS })
  assert.equal(played(), 1)
  await settle()
  assert.equal(verdict('own-power'), 'good')
  assert.equal(verdict('trust'), 'good')
  say()
  assert.equal(verdict('microphone'), 'good')
  await pass(checkS - 1)
  assert.deepEqual(model.state.value, { state: 'checking', leftS: 1 })
  await pass(1)
  assert.deepEqual(model.state.value, { state: 'done' })
  assert.equal(verdict('signal'), 'unknown')
  assert.equal(listeners.size, 0)
})

test('the question may be answered after that, and the alarm be played again', async (t) => {
  const { model, verdict, played } = setUp(t)
  model.check()
  await pass(checkS)
  assert.equal(verdict('heard'), 'waiting')
  model.answer(false)
  assert.equal(verdict('heard'), 'bad')
  model.playAgain()
  assert.equal(played(), 2)
  assert.equal(verdict('heard'), 'waiting')
  model.answer(true)
  assert.equal(verdict('heard'), 'good')
})

test('checking again forgets what was seen before', async (t) => {
  const { model, verdict, say } = setUp(t)
  model.check()
  say()
  await pass(checkS)
  model.check()
  assert.equal(verdict('microphone'), 'waiting')
  assert.deepEqual(model.state.value, { state: 'checking', leftS: checkS })
  await pass(checkS)
  assert.equal(verdict('microphone'), 'bad')
})

test('leaving ends it, and nothing comes after', async (t) => {
  const { model, listeners, asked } = setUp(t)
  model.check()
  model.allowNotifications()
  assert.equal(asked(), 1)
  model.leave()
  await pass(checkS)
  assert.deepEqual(model.state.value, { state: 'closed' })
  assert.equal(listeners.size, 0)
})
