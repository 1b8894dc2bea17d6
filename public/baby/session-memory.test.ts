import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { createSessionMemory } from './session-memory.ts'
import type { SessionMemory } from './session-memory.ts'

/** Browsers free a lock a moment after its holder lets go. */
const freed = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** One phone: what its pages share. */
function phone(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const kept = new Map<string, string>()
  const storage = {
    get length() {
      return kept.size
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  } satisfies Storage
  const held = new Set<string>()
  const locks = {
    async request(name: string, _options: object, use: (lock: object | null) => unknown) {
      if (held.has(name)) return use(null)
      held.add(name)
      await use({ name })
      held.delete(name)
    },
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
  } as unknown as LockManager
  let nowMs = 1_000_000
  return {
    kept,
    pass: (ms: number) => (nowMs += ms),
    page: (): SessionMemory => createSessionMemory({ storage: () => storage, locks, nowMs: () => nowMs }),
  }
}

test('a page that was reloaded comes back into its session', async (t) => {
  const { page, pass } = phone(t)
  const first = await page().claim()
  first.keep()
  first.release()
  await freed()
  pass(60_000)
  assert.equal(await page().resumable(), true)
  assert.equal((await page().claim()).id, first.id)
})

test('after two minutes it begins a new one', async (t) => {
  const { page, pass, kept } = phone(t)
  const first = await page().claim()
  first.keep()
  first.release()
  await freed()
  pass(120_000)
  assert.equal(await page().resumable(), false)
  assert.notEqual((await page().claim()).id, first.id)
  assert.equal(kept.size, 0)
})

test('a second tab never takes the session of the first', async (t) => {
  const { page } = phone(t)
  const first = await page().claim()
  first.keep()
  assert.equal(await page().resumable(), false)
  const second = await page().claim()
  second.keep()
  assert.notEqual(second.id, first.id)
  second.forget()
  first.release()
  await freed()
  assert.equal((await page().claim()).id, first.id)
})

test('a session that was stopped is forgotten', async (t) => {
  const { page, kept } = phone(t)
  const first = await page().claim()
  first.keep()
  first.forget()
  assert.equal(kept.size, 0)
  assert.notEqual((await page().claim()).id, first.id)
})

test('a session that never ran leaves nothing behind', async (t) => {
  const { page, kept } = phone(t)
  const first = await page().claim()
  first.release()
  assert.equal(kept.size, 0)
})

test('a browser without locks or storage gets a new session each time', async () => {
  const bare = createSessionMemory({
    storage: () => {
      throw new DOMException('', 'SecurityError')
    },
    locks: undefined,
    nowMs: () => 0,
  })
  assert.equal(await bare.resumable(), false)
  const [one, two] = [await bare.claim(), await bare.claim()]
  one.keep()
  assert.notEqual(one.id, two.id)
  one.forget()
})
