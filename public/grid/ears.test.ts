import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import type { Player } from '../parent/player.ts'
import type { Baby } from './babies.ts'
import { createEars } from './ears.ts'
import type { Sounds } from './memory.ts'

/** What is played, as an element would. */
function player() {
  const muted = signal(false)
  const hushes = new Set<string>()
  return {
    muted,
    loudness: signal(1),
    setMuted: (yes: boolean) => void (muted.value = yes),
    setLoudness() {},
    hush(yes: boolean, by = '') {
      if (yes) hushes.add(by)
      else hushes.delete(by)
    },
    isAloud: () => !muted.peek() && hushes.size === 0,
  }
}

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const players = [player(), player(), player()]
  const levels = [0, 0, 0]
  const babies = players.map((one, index): Baby => {
    const noise = { history: { loudest: () => ({ levelDb: levels[index] ?? 0, floorDb: -60 }) } }
    const watched = { through: signal(one as unknown as Player) }
    return { key: `${index}`, watched, noise } as unknown as Baby
  })
  const all = signal<readonly Baby[]>(babies)
  const focus = signal(babies[0] as Baby)
  const sounds = signal<Sounds>('all')
  let nowMs = 0
  const ears = createEars({ all, focus, sounds, now: () => nowMs })
  t.after(() => ears.close())
  return {
    all,
    babies,
    focus,
    sounds,
    levels,
    players,
    aloud: () => players.map((one) => one.isAloud()),
    pass(ms: number) {
      nowMs += ms
      t.mock.timers.tick(ms)
    },
  }
}

test('all are heard, or the large one alone', (t) => {
  const { aloud, sounds, focus, babies, players } = setUp(t)
  assert.deepEqual(aloud(), [true, true, true])
  sounds.value = 'one'
  assert.deepEqual(aloud(), [true, false, false])
  assert.equal(players[1]?.muted.value, true)
  focus.value = babies[0] as Baby
  sounds.value = 'all'
  assert.deepEqual(aloud(), [true, true, true])
})

test('whoever is loudest is heard, and the turn goes over without a tap', (t) => {
  const { aloud, sounds, levels, players, pass } = setUp(t)
  sounds.value = 'loudest'
  levels.splice(0, 3, -60, -20, -55)
  pass(250)
  assert.deepEqual(aloud(), [false, true, false])
  levels.splice(0, 3, -10, -55, -55)
  pass(250)
  assert.deepEqual(aloud(), [true, false, false])
  // Silent for want of a turn, and not because this phone does not listen.
  assert.deepEqual(
    players.map(({ muted }) => muted.value),
    [false, false, false],
  )
})

test('a phone that is muted plays nobody', (t) => {
  const { aloud, players } = setUp(t)
  players[0]?.setMuted(true)
  assert.deepEqual(aloud(), [false, false, false])
  players[0]?.setMuted(false)
  assert.deepEqual(aloud(), [true, true, true])
})

test('the one that is left is heard, whatever was chosen for several', (t) => {
  const { all, babies, aloud, sounds, levels, pass } = setUp(t)
  sounds.value = 'loudest'
  levels.splice(0, 3, -60, -20, -55)
  pass(250)
  all.value = babies.slice(0, 1)
  assert.equal(aloud()[0], true)
})
