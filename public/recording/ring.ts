// The last minute of a recording that runs for ever: its header, and the fragments that reach back far enough.

import { createSplitter } from './fragments.ts'
import type { Container } from './recording-type.ts'

interface Fragment {
  readonly bytes: Uint8Array<ArrayBuffer>[]
  endMs: number
}

/** What one recorder has written. */
export interface Run {
  add(bytes: Uint8Array<ArrayBuffer>, nowMs: number): void
  /** Nothing more comes. */
  end(): void
}

export interface Ring {
  begin(container: Container, mimeType: string): Run
  /** What reaches back to the wanted time, in order; those that can be put together stand together. */
  take(nowMs: number): readonly Taken[]
  clear(): void
  bytes(): number
}

export interface Taken {
  readonly container: Container
  readonly mimeType: string
  readonly runs: readonly Blob[]
}

interface RunState {
  readonly container: Container
  readonly mimeType: string
  readonly header: Uint8Array<ArrayBuffer>[]
  fragments: readonly Fragment[]
  isOver: boolean
}

export function createRing(keepMs: number): Ring {
  let runs: readonly RunState[] = []

  const forget = (nowMs: number): void => {
    for (const run of runs) run.fragments = run.fragments.filter(({ endMs }) => endMs > nowMs - keepMs)
    runs = runs.filter(({ fragments, isOver }) => fragments.length > 0 || !isOver)
  }

  return {
    begin(container, mimeType) {
      const split = createSplitter(container)
      let isBroken = false
      const run: RunState = { container, mimeType, header: [], fragments: [], isOver: false }
      runs = [...runs, run]
      return {
        add(bytes, nowMs) {
          if (isBroken) return
          try {
            for (const cut of split(bytes)) {
              const last = run.fragments[run.fragments.length - 1]
              if (cut.kind === 'header') run.header.push(cut.bytes)
              else if (cut.kind === 'start') run.fragments = [...run.fragments, { bytes: [cut.bytes], endMs: nowMs }]
              else if (last !== undefined) {
                last.bytes.push(cut.bytes)
                last.endMs = nowMs
              }
            }
          } catch {
            // Not understood: it is not cut, and nothing of it is kept.
            isBroken = true
            run.fragments = []
          }
          forget(nowMs)
        },
        end() {
          run.isOver = true
        },
      }
    },
    take(nowMs) {
      forget(nowMs)
      const taken: { container: Container; mimeType: string; runs: Blob[] }[] = []
      for (const { container, mimeType, header, fragments } of runs) {
        if (fragments.length === 0) continue
        const type = mimeType.replace(/;.*/, '')
        const blob = new Blob([...header, ...fragments.flatMap(({ bytes }) => bytes)], { type })
        const last = taken[taken.length - 1]
        if (last?.mimeType === mimeType) last.runs.push(blob)
        else taken.push({ container, mimeType, runs: [blob] })
      }
      return taken
    },
    clear() {
      runs = []
    },
    bytes: () =>
      runs.reduce(
        (sum, { fragments }) =>
          sum + fragments.reduce((all, { bytes }) => all + bytes.reduce((part, { length }) => part + length, 0), 0),
        0,
      ),
  }
}
