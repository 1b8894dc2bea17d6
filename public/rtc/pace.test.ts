import assert from 'node:assert/strict'
import { test } from 'node:test'
import { burst, nextPace, perSecond, unhurried } from './pace.ts'

/** How many of so many are read, when one comes each `everyMs`. */
function read(count: number, everyMs: number): number {
  let pace = unhurried
  let taken = 0
  for (let at = 0; at < count; at += 1) {
    const next = nextPace(pace, at * everyMs)
    if (next === null) continue
    pace = next
    taken += 1
  }
  return taken
}

for (const [sentence, count, everyMs, expected] of [
  ['a finger that drags is heard whole', 600, 50, 600],
  ['what has waited for the link is heard at once', burst, 0, burst],
  ['a thousand at once are not', 1000, 0, burst],
  ['a flood is heard at the pace that is allowed', 10_000, 1, burst + 10 * perSecond - 1],
  ['whoever was quiet for long has no more than one burst', 2, 3_600_000, 2],
] as const) {
  test(sentence, () => assert.equal(read(count, everyMs), expected))
}

test('a clock that was set back gives nothing and takes nothing', () => {
  assert.deepEqual(nextPace({ left: 5, atMs: 1000 }, 0), { left: 4, atMs: 0 })
  assert.equal(nextPace({ left: 0.5, atMs: 1000 }, 0), null)
})
