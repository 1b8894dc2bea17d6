import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStopwatch } from './stopwatch.ts'

function memory() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('a feed goes on while the page is closed, and is kept when it ends', () => {
  const storage = memory()
  let nowMs = 1000
  const open = (username = 'ann') => createStopwatch({ username, storage: () => storage, nowMs: () => nowMs })
  open().toggle('feed')
  nowMs = 900_000
  const later = open()
  assert.equal(later.kept.value.feed, 1000)
  assert.equal(later.kept.value.nap, null)
  later.toggle('nap')
  later.toggle('feed')
  assert.deepEqual(open().kept.value, {
    feed: null,
    nap: 900_000,
    past: [{ kind: 'feed', fromMs: 1000, toMs: 900_000 }],
  })
  assert.deepEqual(open('ben').kept.value.past, [])
  later.forget()
  assert.equal(storage.kept.size, 0)
})

test('somebody else’s words in the memory, or none, begin anew', () => {
  for (const storage of [
    () => ({ ...memory(), getItem: () => '{"feed":"yes"}' }),
    () => ({ ...memory(), getItem: () => '{' }),
    () => null,
    () => {
      throw new Error('forbidden')
    },
  ]) {
    const watch = createStopwatch({ username: 'ann', storage, nowMs: () => 5 })
    assert.deepEqual(watch.kept.value.past, [])
    watch.toggle('nap')
    assert.equal(watch.kept.value.nap, 5)
  }
})

test('a clock that was set back makes no entry, and a hundred and fifty are kept', () => {
  let nowMs = 10_000
  const storage = memory()
  const watch = createStopwatch({ username: 'ann', storage: () => storage, nowMs: () => nowMs })
  watch.toggle('feed')
  nowMs = 5000
  watch.toggle('feed')
  assert.deepEqual(watch.kept.value, { feed: null, nap: null, past: [] })
  for (let count = 0; count < 400; count++) {
    watch.toggle('nap')
    nowMs += 60_000
  }
  const ends = createStopwatch({ username: 'ann', storage: () => storage }).kept.value.past.map(({ toMs }) => toMs)
  assert.equal(ends.length, 150)
  assert.ok((ends[0] ?? 0) > (ends[1] ?? 0), 'the newest comes first')
})
