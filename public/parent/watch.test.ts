import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parent, session } from './watch-harness.ts'

test('joins the only Baby Station by itself, and not one of several', () => {
  const one = parent()
  assert.equal(one.state(), 'idle')
  one.see(session('A'))
  assert.deepEqual([one.state(), one.calls(), one.status()], ['joining', ['c1'], 'connecting'])

  const two = parent(session('A'), session('B'))
  two.pass(500)
  assert.equal(two.state(), 'idle')
  two.choose(session('B'))
  assert.deepEqual([two.state(), two.target()], ['joining', 'B'])
})

test('a tab that was reloaded goes back to what it watched, if that is there', () => {
  const phone = parent()
  phone.remember(session('B'))
  phone.see(session('A'), session('C'))
  assert.equal(phone.state(), 'idle')
  phone.see(session('A'), session('B'), session('C'))
  assert.equal(phone.target(), 'B')
})

test('nor does it take the only other cot for the one that it watched, unless a person does', () => {
  const phone = parent()
  phone.remember(session('B'))
  phone.see(session('A'))
  phone.pass(60_000)
  assert.equal(phone.state(), 'idle')
  phone.choose(session('A'))
  assert.equal(phone.target(), 'A')
})

test('does not join a station that is lost', () => {
  const phone = parent(session('A', null))
  phone.pass(500)
  assert.equal(phone.state(), 'idle')
})

test('is live when media arrives, not when the call is offered', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.offered('c1')
  phone.media('c1', 'starting')
  assert.equal(phone.status(), 'connecting')
  phone.media('c1', 'live')
  assert.equal(phone.status(), 'live')
})

test('a picture without sound is not called live', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.media('c1', 'no-sound')
  assert.equal(phone.status(), 'connecting')
  phone.media('c1', 'live')
  assert.equal(phone.status(), 'live')
})

test('a baby that comes back by another way is joined there at once', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.see(session('A', 'A2'))
  assert.deepEqual(phone.calls(), ['c2'])
})

test('Stop says so, and a new session of the same phone is followed', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.stopped(session('A'))
  assert.deepEqual([phone.status(), phone.calls()], ['stopped', []])
  phone.see()
  phone.see(session('B', 'B', 'A'))
  assert.deepEqual([phone.status(), phone.target()], ['connecting', 'B'])
})

test('a session of the same name is followed too, another one is not', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.stopped(session('A'))
  phone.see(session('B'))
  assert.equal(phone.status(), 'stopped')
  phone.see(session('B'), session('A2'))
  assert.equal(phone.target(), 'A2')
})

test('a call that may heal outlives what the box remembers of a lost station', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.see(session('A', null))
  phone.media('c1', 'dead')
  phone.pass(120_000)
  phone.see()
  phone.pass(480_000)
  assert.deepEqual([phone.status(), phone.calls(), phone.joins()], ['reconnecting', ['c1'], 1])
  phone.see(session('A', 'A2'))
  assert.deepEqual([phone.state(), phone.calls()], ['restarting', ['c1']])
  phone.media('c1', 'live')
  assert.deepEqual([phone.status(), phone.target()], ['live', 'A'])
})

test('a lost station is reconnecting, never stopped, and followed when it is back', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.see(session('A', null))
  phone.media('c1', 'dead')
  phone.pass(120_000)
  assert.equal(phone.status(), 'reconnecting')
  phone.see()
  phone.failed('c1')
  assert.deepEqual([phone.state(), phone.status(), phone.calls()], ['gone', 'reconnecting', []])
  phone.see(session('B', 'B', 'A'))
  assert.equal(phone.target(), 'B')
})

test('a session that is missing after an outage is gone, never stopped, and joined when it is back', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.loseBox()
  phone.media('c1', 'dead')
  phone.pass(150_000)
  phone.see()
  phone.pass(9500)
  assert.deepEqual([phone.state(), phone.calls()], ['waiting', ['c1']], 'the baby may be the second to come back')
  phone.pass(500)
  assert.deepEqual([phone.state(), phone.status(), phone.calls()], ['gone', 'reconnecting', []])
  phone.see(session('A', 'A2'))
  assert.deepEqual([phone.state(), phone.target(), phone.calls()], ['joining', 'A', ['c2']])
})

test('a stopped session that the box still lists is not joined; one that comes back is', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.stopped(session('A'))
  phone.pass(500)
  assert.equal(phone.status(), 'stopped')
  phone.see(session('A', null))
  assert.equal(phone.status(), 'stopped')
  phone.see(session('A', 'A2'))
  assert.deepEqual([phone.state(), phone.target(), phone.calls()], ['joining', 'A', ['c2']])
})

test('another cot of the same name, or of the same computer, that ran all along never takes its place', () => {
  for (const ending of ['stopped', 'lost', 'gone'] as const) {
    const twins = [session('A2'), session('B', 'B', 'A')]
    const phone = parent(session('A'), ...twins)
    phone.choose(session('A'))
    phone.live('c1')
    phone.see(session('A'), ...twins)
    if (ending === 'stopped') phone.stopped(session('A'))
    else phone.media('c1', 'dead')
    phone.see(...(ending === 'lost' ? [session('A', null)] : []), ...twins)
    phone.pass(60_000)
    assert.deepEqual([phone.target(), phone.status()], ['A', ending === 'stopped' ? 'stopped' : 'reconnecting'])
    phone.see(...twins, session('A3'))
    assert.equal(phone.target(), 'A3', `${ending}: a new one is followed`)
  }
})

test('a twin that began while the watched one ran is no successor either', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.see(session('A'), session('A2'))
  phone.stopped(session('A'))
  phone.see(session('A2'))
  assert.deepEqual([phone.target(), phone.status()], ['A', 'stopped'])
})

test('a reloaded tab waits for the lost station that it watched, and chooses between no two tabs of one computer', () => {
  const phone = parent()
  phone.remember(session('A'))
  phone.see(session('A', null), session('B'))
  assert.deepEqual([phone.state(), phone.target()], ['waiting', 'A'])

  const other = parent()
  other.remember(session('A'))
  other.see(session('A'), session('B', 'B', 'A'))
  assert.equal(other.state(), 'idle')
})

test('live depends on its proof: a call of which nothing has been known for 4 s is not live', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.pass(4000)
  assert.equal(phone.status(), 'live')
  phone.pass(500)
  assert.deepEqual([phone.status(), phone.calls()], ['reconnecting', ['c1']])
  phone.media('c1', 'live')
  assert.equal(phone.status(), 'live')
  for (let second = 0; second < 60; second++) {
    phone.pass(1000)
    phone.media('c1', 'no-sound')
  }
  assert.deepEqual([phone.state(), phone.joins()], ['playing', 1])
})

test('a reload interrupts nothing while a call plays or may still heal', () => {
  const phone = parent(session('A'))
  assert.equal(phone.interruptible(), true)
  phone.pass(500)
  assert.equal(phone.interruptible(), true)
  phone.media('c1', 'no-picture')
  phone.loseBox()
  assert.equal(phone.interruptible(), false)
  phone.media('c1', 'dead')
  phone.pass(9500)
  assert.equal(phone.interruptible(), false)
  phone.pass(500)
  assert.equal(phone.interruptible(), true)
})

test('nor does it ever end the watch over one that was live, until a person stops that one', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.see()
  phone.failed('c1')
  phone.pass(600_000)
  assert.deepEqual([phone.state(), phone.interruptible()], ['gone', false])

  const stopped = parent(session('A'))
  stopped.pass(500)
  stopped.live('c1')
  stopped.stopped(session('A'))
  assert.equal(stopped.interruptible(), true)
})

test('what plays goes on playing, whatever the list says', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.see()
  phone.see(session('B'), session('C'))
  assert.deepEqual([phone.status(), phone.calls()], ['live', ['c1']])
})

test('choosing another leaves the former call, choosing the same changes nothing', () => {
  const phone = parent(session('A'), session('B'))
  phone.choose(session('A'))
  phone.live('c1')
  phone.choose(session('A'))
  assert.deepEqual(phone.calls(), ['c1'])
  phone.choose(session('B'))
  assert.deepEqual([phone.calls(), phone.target()], [['c2'], 'B'])
})

test('news of calls that are over changes nothing', () => {
  const phone = parent(session('A'))
  phone.pass(500)
  phone.live('c1')
  phone.failed('c9')
  phone.offered('c9')
  phone.media('c9', 'dead')
  assert.deepEqual([phone.status(), phone.calls()], ['live', ['c1']])
})
