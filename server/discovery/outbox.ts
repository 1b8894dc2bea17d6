// What is to be said aloud on one interface: collected for a moment, said once, and no record more than once a second
// (RFC 6762, section 6), so that nobody can make the box shout.

import type { OwnRecord } from './message.ts'
import { keyOf } from './records.ts'

export interface Outbox {
  /** A record that nobody else has may go at once; shared ones wait a little, in case that others answer too. */
  add(records: readonly OwnRecord[], options?: { readonly isDefence?: boolean }): void
  /** It was said by another way, as an announcement. */
  noteSaid(records: readonly OwnRecord[]): void
  /** Whether whoever listens must still have it: a quarter of its life is not over. */
  wasSaidLately(record: OwnRecord): boolean
  close(): void
}

const sharedDelayMs = { least: 20, most: 120 }
const betweenMs = 1000
/** Whoever probes waits no longer. */
const betweenDefencesMs = 250

export function createOutbox(deps: {
  say(records: readonly OwnRecord[]): void
  now(): number
  random(): number
}): Outbox {
  const waiting = new Map<string, { readonly record: OwnRecord; readonly dueMs: number }>()
  const saidAtMs = new Map<string, number>()
  let timer: NodeJS.Timeout | null = null

  const noteSaid = (records: readonly OwnRecord[]) => {
    for (const record of records) {
      saidAtMs.set(keyOf(record), deps.now())
      waiting.delete(keyOf(record))
    }
  }
  const schedule = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (waiting.size === 0) return
    const dueMs = Math.min(...[...waiting.values()].map((entry) => entry.dueMs))
    timer = setTimeout(say, Math.max(0, dueMs - deps.now()))
  }
  const say = () => {
    timer = null
    // A timer may be a millisecond early.
    const due = [...waiting.values()].filter(({ dueMs }) => dueMs <= deps.now() + 1).map(({ record }) => record)
    noteSaid(due)
    if (due.length > 0) deps.say(due)
    schedule()
  }

  return {
    add(records, { isDefence = false } = {}) {
      for (const record of records) {
        const key = keyOf(record)
        const delayMs =
          record.isUnique || isDefence
            ? 0
            : sharedDelayMs.least + deps.random() * (sharedDelayMs.most - sharedDelayMs.least)
        const gapMs = isDefence ? betweenDefencesMs : betweenMs
        const wantedMs = Math.max(deps.now() + delayMs, (saidAtMs.get(key) ?? -gapMs) + gapMs)
        waiting.set(key, { record, dueMs: Math.min(waiting.get(key)?.dueMs ?? wantedMs, wantedMs) })
      }
      schedule()
    },
    noteSaid,
    wasSaidLately(record) {
      const atMs = saidAtMs.get(keyOf(record))
      return atMs !== undefined && deps.now() - atMs < record.ttlS * 250
    },
    close() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      waiting.clear()
    },
  }
}
