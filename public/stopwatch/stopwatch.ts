// How long feeds and naps take, on this phone: begun with a tap, they go on while the page is closed.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import * as v from 'valibot'

const kindSchema = v.picklist(['feed', 'nap'])
export type Kind = v.InferOutput<typeof kindSchema>
export const kinds = kindSchema.options

const timeSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const keptSchema = v.object({
  /** When what runs was begun, as Date.now(). */
  feed: v.nullable(timeSchema),
  nap: v.nullable(timeSchema),
  /** The newest first. */
  past: v.array(v.object({ kind: kindSchema, fromMs: timeSchema, toMs: timeSchema })),
})
export type Kept = v.InferOutput<typeof keptSchema>

export interface Stopwatch {
  readonly kept: ReadonlySignal<Kept>
  toggle(kind: Kind): void
  forget(): void
}

export interface StopwatchDeps {
  /** Two accounts on one phone do not see each other's. */
  readonly username: string
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  readonly nowMs?: () => number
}

/** A week of a newborn. */
const mostPast = 150
const nothing: Kept = { feed: null, nap: null, past: [] }

export function createStopwatch({ username, storage, nowMs = Date.now }: StopwatchDeps): Stopwatch {
  const key = `beddybytes.stopwatch.${username}`
  const kept = signal(read(storage, key))
  const keep = (next: Kept): void => {
    kept.value = next
    try {
      if (next === nothing) storage()?.removeItem(key)
      else storage()?.setItem(key, JSON.stringify(next))
    } catch {
      // Without a memory it holds until the page is reloaded.
    }
  }
  return {
    kept,
    toggle: (kind) => keep(toggled(kept.peek(), kind, nowMs())),
    forget: () => keep(nothing),
  }
}

export function toggled(before: Kept, kind: Kind, nowMs: number): Kept {
  const fromMs = before[kind]
  if (fromMs === null) return { ...before, [kind]: nowMs }
  // A clock that was set back measures nothing.
  const past = nowMs <= fromMs ? before.past : [{ kind, fromMs, toMs: nowMs }, ...before.past].slice(0, mostPast)
  return { ...before, [kind]: null, past }
}

function read(storage: StopwatchDeps['storage'], key: string): Kept {
  try {
    const found = v.safeParse(keptSchema, JSON.parse(storage()?.getItem(key) ?? 'null'))
    return found.success ? found.output : nothing
  } catch {
    return nothing
  }
}
