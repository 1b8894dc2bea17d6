import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { clientIdSchema } from '../shared/protocol.ts'
import { createLastStation } from './last-station.ts'

const nursery = v.parse(clientIdSchema, 'nursery'.padEnd(22, '_'))

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
  const last = createLastStation(() => kept)
  assert.equal(last.read(), null)
  last.write(nursery)
  assert.equal(createLastStation(() => kept).read(), nursery)
  last.clear()
  assert.deepEqual([last.read(), createLastStation(() => kept).read()], [null, null])
  // It was started anew.
  last.write(nursery)
  assert.equal(createLastStation(() => kept).read(), nursery)
})
