import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { clientIdSchema } from '../shared/protocol.ts'
import { createLastStation } from './last-station.ts'

const nursery = { id: v.parse(clientIdSchema, 'nursery'.padEnd(22, '_')), name: 'Nursery' }

function tab(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
}

test('a reload knows who was watched, and not who was stopped', () => {
  const kept = tab()
  const open = () => createLastStation(() => kept, 'ada')
  const last = open()
  assert.equal(last.read(), null)
  last.write(nursery)
  assert.deepEqual(open().read(), nursery)
  last.clear()
  assert.deepEqual([last.read(), open().read()], [null, null])
  // It was started anew, and called otherwise.
  last.write(nursery)
  last.write({ ...nursery, name: 'Attic' })
  assert.deepEqual(open().read(), { ...nursery, name: 'Attic' })
})

test('whoever logs in to the same tab after another one misses nobody, and nonsense is nobody', () => {
  const kept = tab()
  createLastStation(() => kept, 'ada').write(nursery)
  assert.equal(createLastStation(() => kept, 'bo').read(), null)
  kept.setItem('beddybytes.watched.bo', nursery.id)
  assert.equal(createLastStation(() => kept, 'bo').read(), null)
})
