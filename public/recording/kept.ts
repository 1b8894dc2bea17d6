// What lies in this phone's private storage, put together from the names of its files.

import { parseFileName } from './file-name.ts'
import { fileNameOf, parseFile } from './kept-name.ts'
import type { Ending, Key } from './kept-name.ts'

/** One file of the storage. */
export interface Stored {
  readonly name: string
  readonly bytes: number
  /** Milliseconds of the epoch. */
  readonly changedMs: number
}

/** One part of a recording. */
export interface Kept {
  readonly key: Key
  readonly fileName: string
  readonly station: string
  readonly began: Date
  readonly part: number
  readonly bytes: number
  /** When it was put into Downloads; null when it never was. */
  readonly handedOverMs: number | null
}

export interface Found {
  readonly kept: readonly Kept[]
  /** Files of which nothing can be made: an empty recording, the beginning of a finished file, a mark without its recording. */
  readonly waste: readonly string[]
}

/** How long a copy of what is in Downloads stays: a download may fail without a word, and nobody looks the same night. */
export const copyKeptMs = 7 * 24 * 60 * 60_000

export function sortOut(files: readonly Stored[], nowMs: number): Found {
  const byKey = new Map<Key, Partial<Record<Ending, Stored>>>()
  for (const file of files) {
    const parsed = parseFile(file.name)
    if (parsed === null) continue
    byKey.set(parsed.key, { ...byKey.get(parsed.key), [parsed.ending]: file })
  }
  const kept: Kept[] = []
  const waste: string[] = []
  for (const [key, { raw, out, handed }] of byKey) {
    const name = parseFileName(fileNameOf(key))
    const whole = raw !== undefined && raw.bytes > 0 ? raw : out
    const isOld = handed !== undefined && nowMs - handed.changedMs > copyKeptMs
    if (name === null || whole === undefined || whole.bytes === 0 || isOld) {
      waste.push(...[raw, out, handed].flatMap((file) => (file === undefined ? [] : [file.name])))
      continue
    }
    if (whole === raw && out !== undefined) waste.push(out.name)
    if (whole === out && raw !== undefined) waste.push(raw.name)
    const { station, began, part } = name
    const handedOverMs = handed?.changedMs ?? null
    kept.push({ key, fileName: fileNameOf(key), station, began, part, bytes: whole.bytes, handedOverMs })
  }
  // oxlint-disable-next-line unicorn/no-array-sort -- toSorted came with Safari 16; the array is a fresh one
  return { kept: kept.sort((a, b) => a.began.getTime() - b.began.getTime() || a.part - b.part), waste }
}
