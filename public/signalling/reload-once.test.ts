import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reloadOnce } from './reload-once.ts'

test('reloads once, not in a circle, and again after the next update', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage
  let reloads = 0
  const at = (nowMs: number): boolean =>
    reloadOnce(
      () => storage,
      nowMs,
      () => (reloads += 1),
    )
  assert.deepEqual([at(1_000_000), at(1_001_000), at(1_059_000), at(1_070_000)], [true, false, false, true])
  assert.equal(reloads, 2)
})

test('a page that cannot remember does not reload', () => {
  const never = (): void => assert.fail('reloaded')
  assert.equal(
    reloadOnce(() => null, 0, never),
    false,
  )
  const forbidden = (): Storage => {
    throw new DOMException('', 'SecurityError')
  }
  assert.equal(reloadOnce(forbidden, 0, never), false)
})
