import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completeLength } from './complete-length.ts'

const ascii = (text: string): number[] => text.split('').map((letter) => letter.charCodeAt(0))
const box = (type: string, content: readonly number[]): number[] => {
  const length = 8 + content.length
  return [0, (length >> 16) & 255, (length >> 8) & 255, length & 255, ...ascii(type), ...content]
}
const filled = (type: string, fill: number): number[] => box(type, Array<number>(20).fill(fill))
const moof = (number: number): number[] =>
  box('moof', [...box('mfhd', [0, 0, 0, 0, 0, 0, 0, number]), ...ascii('traf')])

/** Seven boxes of 28 bytes. */
const whole = (fragment: (number: number) => number[]): number[] => [
  ...filled('ftyp', 1),
  ...filled('moov', 2),
  ...fragment(3),
  ...filled('mdat', 4),
  ...fragment(5),
  ...filled('mdat', 6),
  ...filled('mfra', 7),
]

/** How much of the first bytes can be read. */
const table: readonly (readonly [number, number])[] = [
  [28 * 7, 28 * 7],
  [28 * 7 - 1, 28 * 6],
  [28 * 6 - 1, 28 * 4],
  [28 * 5 + 3, 28 * 4],
  [28 * 4 + 19, 28 * 4],
  [28 * 4, 28 * 4],
  [28 * 3, 28 * 2],
  [5, 0],
]

for (const [kind, fragment] of [
  ['with numbered fragments', moof],
  ['with other fragments', (fill: number) => filled('moof', fill)],
] as const) {
  test(`a broken MP4 ${kind} is readable up to its last whole fragment`, async () => {
    for (const [bytes, complete] of table) {
      const broken = new Blob([Uint8Array.from(whole(fragment).slice(0, bytes))])
      assert.equal(await completeLength(broken, 'mp4'), complete, `${bytes}`)
    }
  })
}

test('a broken WebM is readable as it is', async () => {
  assert.equal(await completeLength(new Blob(['webm']), 'webm'), 4)
})

test('the last fragment is found wherever it begins', async () => {
  const mebibyte = 1024 * 1024
  const first = [...filled('moov', 1), ...moof(2), ...filled('mdat', 2)]
  const last = Uint8Array.from([...moof(3), ...box('mdat', Array<number>(mebibyte + 100).fill(3))])
  for (let bytes = mebibyte - 20; bytes < mebibyte + 20; bytes++) {
    const broken = new Blob([Uint8Array.from(first), last.slice(0, bytes)])
    assert.equal(await completeLength(broken, 'mp4'), first.length, `${bytes} bytes of it`)
  }
})

test('the end of a long recording is found with few reads', async () => {
  const fragment = Uint8Array.from([...moof(1), ...box('mdat', Array<number>(500_000).fill(9))])
  const fragments = Array<Uint8Array<ArrayBuffer>>(200).fill(fragment)
  const recorded = new Blob([Uint8Array.from(filled('moov', 1)), ...fragments, 'broken'])
  let reads = 0
  const counted = {
    size: recorded.size,
    slice(from: number, to: number) {
      reads++
      return recorded.slice(from, to)
    },
  } as Blob
  assert.equal(await completeLength(counted, 'mp4'), recorded.size - 'broken'.length)
  assert.ok(reads < 10, `${reads} reads`)
})
