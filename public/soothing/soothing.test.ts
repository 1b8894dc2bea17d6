import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import type { Soothing } from '../shared/station-protocol.ts'
import type { Playing } from './plan.ts'
import { createSoothing } from './soothing.ts'

const rain: Soothing = { sound: 'rain', volume: 0.5, remainingMs: 60_000 }

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  const played: (Playing | null)[] = []
  const done: string[] = []
  const blocked = signal(false)
  const room = createSoothing({
    speaker: {
      blocked,
      play: (playing) => played.push(playing),
      quieten: (yes) => done.push(`quieten ${yes}`),
      levelDb: () => -30,
      close: () => done.push('close'),
    },
    nowMs: () => Date.now(),
  })
  return { room, blocked, played, done, pass: (ms: number) => t.mock.timers.tick(ms) }
}

test('a sound plays until its time is up, and what is left of it is told now and then', (t) => {
  const { room, played, pass } = setUp(t)
  room.soothe(rain)
  assert.equal(room.now.value?.remainingMs, 60_000)
  assert.equal(played.at(-1)?.untilMs, 60_000)
  pass(15_000)
  assert.equal(room.now.value?.remainingMs, 45_000)
  pass(44_999)
  assert.equal(room.now.value?.sound, 'rain')
  pass(1)
  assert.equal(room.now.value, null)
  assert.equal(played.at(-1), null)
})

test('without a time it plays on', (t) => {
  const { room, pass } = setUp(t)
  room.soothe({ ...rain, remainingMs: null })
  pass(24 * 3600_000)
  assert.equal(room.now.value?.sound, 'rain')
})

test('a page that asks a thousand times a second is served five times', (t) => {
  const { room, played, pass } = setUp(t)
  for (let ms = 0; ms < 1000; ms++) {
    room.soothe({ ...rain, sound: ms % 2 === 0 ? 'white' : 'brahms' })
    pass(1)
  }
  pass(1000)
  assert.ok(played.length <= 7, String(played.length))
  assert.equal(room.now.value?.sound, 'brahms')
})

test('after Stop nothing plays and nothing is due', (t) => {
  const { room, played, done, pass } = setUp(t)
  room.soothe(rain)
  room.soothe({ ...rain, volume: 1 })
  room.close()
  pass(120_000)
  assert.equal(played.length, 1)
  assert.deepEqual(done, ['close'])
})

test('parents are not told that something plays which the browser holds back', (t) => {
  const { room, blocked } = setUp(t)
  const told = (): string | undefined => room.told.value?.sound
  room.soothe(rain)
  assert.equal(told(), 'rain')
  blocked.value = true
  assert.equal(told(), undefined)
  assert.equal(room.now.value?.sound, 'rain')
  blocked.value = false
  assert.equal(told(), 'rain')
})
