import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graceMs, type ClientId, type DeviceId, type PeerId, type SessionId } from '../../public/shared/protocol.ts'
import { afterWaiting, awaited, describe, isRunning, mayStart, type Presence, type Session } from './session.ts'

const session = (presence: Presence): Session => ({
  id: 'session' as SessionId,
  name: 'Nursery',
  station: 'phone' as ClientId,
  device: 'device' as DeviceId,
  startedAt: 0,
  presence,
})

test('a Baby Station that is here stays, however long', () => {
  const here = session({ state: 'here', peer: 'peer' as PeerId })
  assert.equal(afterWaiting(here, 1e12), here)
})

test('a restarted box believes in a session for 10 s and then takes it for lost', () => {
  const found = session(awaited(1000))
  assert.equal(isRunning(found), true)
  assert.equal(afterWaiting(found, 10_999), found)
  assert.deepEqual(afterWaiting(found, 11_000)?.presence, { state: 'lost', sinceMs: 11_000 })
})

test('a lost session can come back for two minutes, is not listed meanwhile, and is then over', () => {
  const lost = session({ state: 'lost', sinceMs: 5 })
  assert.equal(graceMs, 120_000)
  assert.equal(isRunning(lost), false)
  assert.equal(describe(lost).peer, null)
  assert.equal(describe(lost).lost, true)
  assert.equal(describe(session(awaited(0))).lost, false)
  assert.equal(afterWaiting(lost, 5 + graceMs - 1), lost)
  assert.equal(afterWaiting(lost, 5 + graceMs), null)
})

test('only the phone that began a session may come back into it', () => {
  const lost = session({ state: 'lost', sinceMs: 5 })
  assert.equal(mayStart(lost, 'phone' as ClientId), true)
  assert.equal(mayStart(lost, 'another' as ClientId), false)
  assert.equal(mayStart(undefined, 'another' as ClientId), true)
})
