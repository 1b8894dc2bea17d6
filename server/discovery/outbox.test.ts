import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, test } from 'node:test'
import type { OwnRecord } from './message.ts'
import { createOutbox } from './outbox.ts'

const unique: OwnRecord = { name: 'beddybytes.local', type: 'A', ttlS: 120, isUnique: true, data: '192.168.1.7' }
const shared: OwnRecord = { name: '_https._tcp.local', type: 'PTR', ttlS: 4500, isUnique: false, data: 'x.local' }

let said: { readonly atMs: number; readonly types: readonly string[] }[] = []
const open = () =>
  createOutbox({
    say: (records) => said.push({ atMs: Date.now(), types: records.map(({ type }) => type) }),
    now: Date.now,
    random: () => 0.5,
  })

beforeEach(() => {
  said = []
  mock.timers.enable({ apis: ['setTimeout', 'Date'] })
})
afterEach(() => mock.timers.reset())

test('what only we can say is said at once, what others may say too a little later', () => {
  const outbox = open()
  outbox.add([unique, shared])
  mock.timers.tick(1)
  mock.timers.tick(200)
  assert.deepEqual(
    said.map(({ types }) => types),
    [['A'], ['PTR']],
  )
})

test('a flood of questions gets one answer a second, and the last one is not forgotten', () => {
  const outbox = open()
  for (let atMs = 0; atMs < 3000; atMs += 10) {
    outbox.add([unique])
    mock.timers.tick(10)
  }
  mock.timers.tick(2000)
  assert.ok(said.length >= 3 && said.length <= 5, String(said.length))
  for (const [index, { atMs }] of said.entries()) assert.ok(index === 0 || atMs - said[index - 1]!.atMs >= 999)
})

test('whoever probes for our name is told within a quarter of a second', () => {
  const outbox = open()
  outbox.noteSaid([unique])
  outbox.add([unique], { isDefence: true })
  mock.timers.tick(250)
  assert.equal(said.length, 1)
})

test('what was said lately is remembered for a quarter of its life', () => {
  const outbox = open()
  assert.equal(outbox.wasSaidLately(unique), false)
  outbox.noteSaid([unique])
  mock.timers.tick(29_000)
  assert.equal(outbox.wasSaidLately(unique), true)
  mock.timers.tick(2000)
  assert.equal(outbox.wasSaidLately(unique), false)
})

test('closed, it says nothing more', () => {
  const outbox = open()
  outbox.add([unique, shared])
  outbox.close()
  mock.timers.tick(5000)
  assert.deepEqual(said, [])
})
