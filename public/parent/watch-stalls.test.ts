import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parent, session } from './watch-harness.ts'

test('a stall that heals at once costs nothing', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.media('c1', 'dead')
  assert.equal(phone.status(), 'reconnecting')
  phone.pass(400)
  assert.deepEqual([phone.state(), phone.calls()], ['waiting', ['c1']])
  phone.media('c1', 'live')
  assert.deepEqual([phone.status(), phone.calls()], ['live', ['c1']])
})

test('a stall that lasts restarts the call first, and after 2 s joins anew and keeps the old one until the new one plays', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.media('c1', 'dead')
  phone.pass(500)
  assert.deepEqual([phone.state(), phone.calls()], ['restarting', ['c1']])
  phone.pass(1500)
  assert.deepEqual([phone.state(), phone.calls()], ['restarting', ['c1']])
  phone.pass(500)
  assert.deepEqual([phone.state(), phone.calls()], ['joining', ['c2', 'c1']])
  phone.offered('c2')
  assert.deepEqual(phone.calls(), ['c2', 'c1'])
  phone.media('c2', 'live')
  assert.deepEqual([phone.status(), phone.calls()], ['live', ['c2']])
})

test('a restart that carries frames keeps the call', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.media('c1', 'dead')
  phone.pass(1000)
  phone.media('c1', 'live')
  assert.deepEqual([phone.status(), phone.calls(), phone.joins()], ['live', ['c1'], 1])
})

test('the old call may win over the new one', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.media('c1', 'dead')
  phone.pass(2500)
  phone.offered('c2')
  phone.media('c1', 'live')
  assert.deepEqual([phone.status(), phone.calls()], ['live', ['c1']])
})

test('a call that heals only later is restarted again and again, in turn with new ones', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.media('c1', 'dead')
  const seen: string[] = []
  for (let half = 0; half < 40; half++) {
    phone.pass(500)
    if (phone.state() !== seen.at(-1)) seen.push(phone.state())
  }
  assert.deepEqual(seen.slice(0, 6), ['restarting', 'joining', 'waiting', 'restarting', 'joining', 'waiting'])
  assert.ok(phone.calls().includes('c1'))
})

test('another way to the box or to the baby is another chance at once, the call that is there first', () => {
  for (const change of ['own', 'baby', 'wake'] as const) {
    const phone = parent(session('A'))
    phone.pass(500)
    phone.live('c1')
    phone.media('c1', 'dead')
    phone.pass(3500)
    assert.deepEqual(phone.calls(), ['c2', 'c1'], change)
    if (change === 'own') phone.comeBack(session('A'))
    else if (change === 'baby') phone.see(session('A', 'A2'))
    else phone.wake()
    assert.deepEqual([phone.state(), phone.calls()], ['restarting', ['c1']], change)
  }
})

test('a wake disturbs neither what plays nor what has just begun', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.wake()
  assert.equal(phone.state(), 'playing')
  phone.media('c1', 'dead')
  phone.pass(500)
  phone.wake()
  phone.wake()
  assert.deepEqual([phone.state(), phone.joins()], ['restarting', 1])
})

test('a call that failed is joined anew at once', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.failed('c1')
  assert.deepEqual([phone.status(), phone.calls()], ['reconnecting', ['c2']])
})

test('goes on trying for ever, with pauses of at most 3 s', () => {
  const phone = parent(session('A'))
  phone.pass(600_000)
  assert.equal(phone.status(), 'connecting')
  // Each attempt takes at most 6 s and each pause at most 3 s.
  assert.ok(phone.joins() >= 66)
})

test('without the box the stalled call is kept, and joined anew as soon as the box is back', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.loseBox()
  assert.equal(phone.status(), 'live')
  phone.media('c1', 'dead')
  phone.pass(60_000)
  assert.deepEqual([phone.status(), phone.calls()], ['reconnecting', ['c1']])
  phone.see(session('A', 'A2'))
  assert.deepEqual([phone.state(), phone.calls()], ['restarting', ['c1']])
  phone.pass(2000)
  assert.deepEqual(phone.calls(), ['c2', 'c1'])
})
