import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import { createVolume, duckedBy, leastVolume } from './volume.ts'

function setUp(t: TestContext, kept: string | null = null) {
  t.mock.timers.enable({ apis: ['setInterval', 'setTimeout'] })
  const loudness = signal(1)
  const talking = signal(false)
  const written: string[] = []
  const volume = createVolume({
    player: { loudness, setLoudness: (next) => (loudness.value = next) },
    talking,
    account: 'ada',
    storage: () => ({
      getItem: (key) => (key === 'beddybytes.volume.ada' ? kept : '0.2'),
      setItem: (_key, value) => written.push(value),
    }),
    settable: true,
  })
  t.after(() => volume.close())
  return { volume, loudness, talking, written, tick: (ms: number) => t.mock.timers.tick(ms) }
}

test('while somebody talks the baby is quieter, never silent, and is back a moment after', (t) => {
  const { loudness, talking, tick } = setUp(t)
  talking.value = true
  assert.ok(loudness.value < 1, 'it begins at once')
  tick(500)
  assert.equal(loudness.value, duckedBy)
  talking.value = false
  tick(300)
  assert.equal(loudness.value, duckedBy, 'the last word is still on its way')
  tick(100)
  tick(500)
  assert.equal(loudness.value, 1)
})

test('a breath between two words does not pump', (t) => {
  const { loudness, talking, tick } = setUp(t)
  talking.value = true
  tick(500)
  talking.value = false
  tick(200)
  talking.value = true
  tick(5000)
  assert.equal(loudness.value, duckedBy)
})

test('a talk that never seems to end does not keep the baby quiet', (t) => {
  const { loudness, talking, tick } = setUp(t)
  talking.value = true
  tick(120_000)
  assert.equal(loudness.value, duckedBy)
  tick(10_000)
  tick(500)
  assert.equal(loudness.value, 1)
})

test('what a person sets holds at once, is kept, and is never silence', (t) => {
  const { volume, loudness, talking, written, tick } = setUp(t)
  volume.set(0.5)
  assert.equal(loudness.value, 0.5)
  volume.set(0)
  assert.equal(loudness.value, leastVolume)
  assert.deepEqual(written, ['0.5', '0.1'])
  volume.set(0.5)
  talking.value = true
  tick(500)
  volume.set(1)
  assert.equal(loudness.value, duckedBy)
})

for (const [kept, wanted] of [
  ['0.4', 0.4],
  ['0', 1],
  ['loud', 1],
  ['7', 1],
  [null, 1],
] as const) {
  test(`what was kept as ${kept} is ${wanted}`, (t) => {
    const { volume, loudness } = setUp(t, kept)
    assert.equal(volume.volume.value, wanted)
    assert.equal(loudness.value, wanted)
  })
}
