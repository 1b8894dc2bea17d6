import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientId } from './client-id.ts'
import { randomId } from './random-id.ts'

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    length: 0,
  }
}

test('an id has 128 random bits as base64url', () => {
  const ids = new Set(Array.from({ length: 1000 }, randomId))
  assert.equal(ids.size, 1000)
  for (const id of ids) assert.match(id, /^[A-Za-z0-9_-]{22}$/)
})

test('the same phone keeps its id', () => {
  const storage = memory()
  assert.equal(
    clientId(() => storage),
    clientId(() => storage),
  )
})

test('what somebody put there instead is replaced', () => {
  const storage = memory()
  storage.setItem('beddybytes.client', '<b>')
  const id = clientId(() => storage)
  assert.equal(storage.getItem('beddybytes.client'), id)
})

test('a phone without storage gets an id all the same', () => {
  const forbidden = (): Storage => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  assert.match(clientId(forbidden), /^[A-Za-z0-9_-]{22}$/)
  assert.match(
    clientId(() => null),
    /^[A-Za-z0-9_-]{22}$/,
  )
})
