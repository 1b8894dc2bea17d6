import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import { loadLate } from './load-late.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const begun = signal(false)
  const done: string[] = []
  let away = false
  const late = loadLate({
    latestMs: 3000,
    begun,
    stuck: () => done.push('stuck'),
    load() {
      done.push('load')
      return away ? Promise.reject(new TypeError('')) : Promise.resolve({ close: () => done.push('close') })
    },
  })
  t.after(() => late.close())
  return {
    late,
    begun,
    done,
    setAway: (yes: boolean) => (away = yes),
    async pass(ms: number) {
      t.mock.timers.tick(ms)
      await settled()
    },
  }
}

test('waits for the first frame', async (t) => {
  const { late, begun, done, pass } = setUp(t)
  await pass(2000)
  assert.deepEqual(done, [])
  begun.value = true
  await pass(0)
  assert.ok(late.rooms.value !== null)
  await pass(10_000)
  assert.deepEqual(done, ['load'])
})

test('waits for it no longer than 3 s', async (t) => {
  const { late, pass } = setUp(t)
  await pass(3000)
  assert.ok(late.rooms.value !== null)
})

test('says that it has failed until it is there, and from the second time on that only a new page may help', async (t) => {
  const { late, begun, done, setAway, pass } = setUp(t)
  assert.equal(late.failed.value, false)
  setAway(true)
  begun.value = true
  await pass(0)
  assert.deepEqual([late.failed.value, done], [true, ['load']])
  await pass(3000)
  assert.deepEqual(done, ['load', 'load', 'stuck'])
  await pass(3000)
  assert.deepEqual([late.failed.value, done.slice(3)], [true, ['load', 'stuck']])
  setAway(false)
  await pass(3000)
  assert.deepEqual([late.failed.value, done.slice(5)], [false, ['load']])
})

test('what takes long counts as failed until it is there', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  let arrive = (_rooms: { close(): void }): void => undefined
  const late = loadLate({
    latestMs: 3000,
    begun: signal(true),
    load: () => new Promise<{ close(): void }>((resolve) => (arrive = resolve)),
  })
  t.after(() => late.close())
  t.mock.timers.tick(19_999)
  assert.equal(late.failed.value, false)
  t.mock.timers.tick(1)
  assert.equal(late.failed.value, true)
  arrive({ close: () => undefined })
  await settled()
  assert.deepEqual([late.failed.value, late.rooms.value === null], [false, false])
})

test('one that is closed says nothing of what fails after that', async (t) => {
  const { late, begun, done, setAway, pass } = setUp(t)
  setAway(true)
  begun.value = true
  await pass(0)
  t.mock.timers.tick(3000)
  late.close()
  await pass(60_000)
  assert.deepEqual(done, ['load', 'load'])
})

test('tries again while the box is away, and closes what comes too late', async (t) => {
  const { late, begun, done, setAway, pass } = setUp(t)
  setAway(true)
  begun.value = true
  await pass(0)
  await pass(3000)
  assert.deepEqual(done, ['load', 'load', 'stuck'])
  setAway(false)
  t.mock.timers.tick(3000)
  late.close()
  await settled()
  assert.deepEqual([late.rooms.value, done.at(-1)], [null, 'close'])
  await pass(60_000)
  assert.equal(done.length, 5)
})
