import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRing } from './ring.ts'

const box = (type: string, fill: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`\0\0\0\u0018${type}${fill.repeat(16)}`)
const fragment = (fill: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...box('moof', fill), ...box('mdat', fill)])
const type = 'video/mp4;codecs=x'

async function contents(ring: ReturnType<typeof createRing>, nowMs: number): Promise<string[][]> {
  const letters = async (run: Blob): Promise<string> => {
    const text = await run.text()
    return [...text.matchAll(/(?:moov|mdat)(.)/g)].map((found) => found[1]).join('')
  }
  return Promise.all(ring.take(nowMs).map(({ runs }) => Promise.all(runs.map(letters))))
}

test('the header and the fragments of the last minute are kept, and nothing more', async () => {
  const ring = createRing(60_000)
  const run = ring.begin('mp4', type)
  run.add(box('moov', 'H'), 0)
  for (let index = 0; index < 26; index++) run.add(fragment(String.fromCharCode(97 + index)), index * 10_000)
  assert.deepEqual(await contents(ring, 250_000), [['Huvwxyz']])
  assert.equal(ring.bytes(), 6 * 48)
  assert.deepEqual(await contents(ring, 305_000), [['Hz']])
  assert.deepEqual(await contents(ring, 311_000), [])
})

test('hours leave no more behind than a minute', () => {
  const ring = createRing(60_000)
  for (let index = 0; index < 5000; index++) {
    const run = ring.begin('mp4', type)
    run.add(box('moov', 'H'), index * 10_000)
    run.add(fragment('a'), index * 10_000)
    run.end()
  }
  assert.equal(ring.bytes(), 6 * 48)
})

test('recorders that followed each other in one type are put together, others stand alone', async () => {
  const ring = createRing(60_000)
  for (const [mimeType, letter] of [
    [type, 'a'],
    [type, 'b'],
    ['audio/mp4', 'c'],
    [type, 'd'],
  ] as const) {
    const run = ring.begin('mp4', mimeType)
    run.add(box('moov', 'H'), 0)
    run.add(fragment(letter), 0)
  }
  assert.deepEqual(await contents(ring, 1000), [['Ha', 'Hb'], ['Hc'], ['Hd']])
})

test('a run whose first piece is still to come is waited for', async () => {
  const ring = createRing(60_000)
  const late = ring.begin('mp4', type)
  const next = ring.begin('mp4', type)
  next.add(box('moov', 'H'), 0)
  next.add(fragment('b'), 0)
  late.add(box('moov', 'H'), 1)
  late.add(fragment('a'), 1)
  assert.deepEqual(await contents(ring, 1000), [['Ha', 'Hb']])
})
