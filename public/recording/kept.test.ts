import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeKey, parseFile } from './kept-name.ts'
import { copyKeptMs, sortOut } from './kept.ts'
import type { Stored } from './kept.ts'

const nowMs = Date.UTC(2026, 2, 8)
const key = makeKey('BeddyBytes-Tom-Anna-2026-03-07-021409.mp4', 0.5)
const file = (ending: string, bytes = 1000, changedMs = nowMs): Stored => ({
  name: `${key}.${ending}`,
  bytes,
  changedMs,
})

test('a key says what the file will be called, and is told from what is none of ours', () => {
  assert.equal(key, '80000000.BeddyBytes-Tom-Anna-2026-03-07-021409.mp4')
  assert.deepEqual(parseFile(`${key}.raw`), { key, ending: 'raw' })
  for (const name of ['x.raw', `${key}`, `${key}.exe`, '8000000.BeddyBytes-A-2026-03-07-021409.mp4.raw', '']) {
    assert.equal(parseFile(name), null, name)
  }
})

test('what was recorded, finished or handed over is kept; what is of no use is waste', () => {
  const table: [string, Stored[], { bytes: number; handedOverMs: number | null } | null, string[]][] = [
    ['broken off', [file('raw')], { bytes: 1000, handedOverMs: null }, []],
    ['nothing recorded', [file('raw', 0)], null, ['raw']],
    ['broken off while it was finished', [file('raw'), file('out', 10)], { bytes: 1000, handedOverMs: null }, ['out']],
    ['finished, not handed over', [file('out', 900)], { bytes: 900, handedOverMs: null }, []],
    ['handed over', [file('out', 900), file('handed', 0)], { bytes: 900, handedOverMs: nowMs }, []],
    ['handed over as it was recorded', [file('raw'), file('handed', 0)], { bytes: 1000, handedOverMs: nowMs }, []],
    ['handed over long ago', [file('out', 900), file('handed', 0, nowMs - copyKeptMs - 1)], null, ['out', 'handed']],
    [
      'recorded long ago, never handed over',
      [file('raw', 1000, nowMs - 10 * copyKeptMs)],
      { bytes: 1000, handedOverMs: null },
      [],
    ],
    ['a mark alone', [file('handed', 0)], null, ['handed']],
  ]
  for (const [name, files, wanted, waste] of table) {
    const found = sortOut([...files, { name: 'something else', bytes: 1, changedMs: 0 }], nowMs)
    const [kept] = found.kept
    assert.deepEqual(kept === undefined ? null : { bytes: kept.bytes, handedOverMs: kept.handedOverMs }, wanted, name)
    assert.deepEqual(
      found.waste,
      waste.map((ending) => `${key}.${ending}`),
      name,
    )
  }
})

test('station, time and part are read from the name, and parts stand in their order', () => {
  const names = ['c.BeddyBytes-B-2026-03-08-000000.webm', 'b.BeddyBytes-A-2026-03-07-021409-part2.mp4']
  names.push('a.BeddyBytes-A-2026-03-07-021409.mp4')
  const files = names.map((name) => ({ name: `0000000${name}.raw`, bytes: 1, changedMs: 0 }))
  assert.deepEqual(
    sortOut(files, nowMs).kept.map(({ station, part, began }) => [station, part, began]),
    [
      ['A', 1, new Date(2026, 2, 7, 2, 14, 9)],
      ['A', 2, new Date(2026, 2, 7, 2, 14, 9)],
      ['B', 1, new Date(2026, 2, 8)],
    ],
  )
})
