import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSplitter } from './fragments.ts'
import type { Container } from './recording-type.ts'

const ascii = (text: string): number[] => text.split('').map((letter) => letter.charCodeAt(0))
const box = (type: string, ...content: number[]): number[] => [0, 0, 0, 8 + content.length, ...ascii(type), ...content]
const filled = (type: string, fill: number): number[] => box(type, ...Array<number>(20).fill(fill))

const mp4 = [
  filled('ftyp', 1),
  filled('moov', 2),
  filled('moof', 3),
  filled('mdat', 4),
  filled('moof', 5),
  filled('mdat', 6),
  filled('mfra', 7),
].flat()

const cluster = (time: number, ...blocks: number[]): number[] => [
  0x1f,
  0x43,
  0xb6,
  0x75,
  0x01,
  255,
  255,
  255,
  255,
  255,
  255,
  255,
  0xe7,
  0x81,
  time,
  ...blocks.flatMap((block) => [0xa3, 0x84, 0x81, 0, 0, block]),
]
const webm = [
  0x1a,
  0x45,
  0xdf,
  0xa3,
  0x82,
  9,
  9,
  0x18,
  0x53,
  0x80,
  0x67,
  0x01,
  255,
  255,
  255,
  255,
  255,
  255,
  255,
  0x16,
  0x54,
  0xae,
  0x6b,
  0x81,
  7,
  ...cluster(1, 10, 11),
  ...cluster(2, 20),
  0x1c,
  0x53,
  0xbb,
  0x6b,
  0x81,
  0,
]

/** `header: last byte`, `start: last byte` and so on. */
function cuts(container: Container, bytes: number[], step: number): string[] {
  const split = createSplitter(container)
  const found: string[] = []
  for (let at = 0; at < bytes.length; at += step) {
    for (const cut of split(Uint8Array.from(bytes.slice(at, at + step)))) found.push(`${cut.kind} ${cut.bytes.at(-1)}`)
  }
  return found
}

test('an MP4 is cut at its fragments, each with its data, however its bytes come', () => {
  for (const step of [1, 3, 17, 1000]) {
    assert.deepEqual(cuts('mp4', mp4, step), ['header 1', 'header 2', 'start 4', 'start 6'], `${step} bytes at once`)
  }
})

test('a WebM is cut at its clusters, block by block', () => {
  for (const step of [1, 5, 1000]) {
    assert.deepEqual(
      cuts('webm', webm, step),
      ['header 9', 'header 255', 'header 7', 'start 1', 'more 10', 'more 11', 'start 2', 'more 20'],
      `${step} bytes at once`,
    )
  }
})

test('what is no recording is an error', () => {
  assert.throws(() => createSplitter('webm')(Uint8Array.of(0, 0, 0)))
})
