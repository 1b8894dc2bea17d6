import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { clientIdSchema } from '../shared/protocol.ts'
import { createGridMemory } from './memory.ts'

const id = v.parse(clientIdSchema, 'a'.repeat(22))

function storage(kept: Record<string, string> = {}) {
  return {
    getItem: (key: string) => kept[key] ?? null,
    setItem(key: string, value: string) {
      kept[key] = value
    },
  }
}

test('a tab remembers whom it watched, a phone whose sound it plays', () => {
  const [tab, phone] = [storage(), storage()]
  const memory = createGridMemory(
    () => tab,
    () => phone,
    'ada',
  )
  assert.deepEqual([memory.readWatched(), memory.readSounds()], [[], 'all'])
  const attic = { id, name: 'Attic', stopped: true }
  memory.writeWatched([attic])
  memory.writeSounds('loudest')
  const again = createGridMemory(
    () => tab,
    () => phone,
    'ada',
  )
  assert.deepEqual([again.readWatched(), again.readSounds()], [[attic], 'loudest'])
  const other = createGridMemory(
    () => tab,
    () => phone,
    'bo',
  )
  assert.deepEqual([other.readWatched(), other.readSounds()], [[], 'all'])
})

test('without a memory, or with nonsense in it, nobody was watched and all are heard', () => {
  for (const kept of ['{', '"louder"', '[{"id":"x"}]']) {
    const broken = storage({ 'beddybytes.sounds.ada': kept, 'beddybytes.watched-together.ada': kept })
    const memory = createGridMemory(
      () => broken,
      () => broken,
      'ada',
    )
    assert.deepEqual([memory.readWatched(), memory.readSounds()], [[], 'all'])
  }
  const none = createGridMemory(
    () => null,
    () => {
      throw new Error('blocked')
    },
    'ada',
  )
  none.writeSounds('one')
  assert.deepEqual([none.readWatched(), none.readSounds()], [[], 'all'])
})
