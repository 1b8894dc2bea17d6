// Lets a page that was reloaded come back into its session, and keeps a second tab out of it.
//
// Each running session has a record with the time it was last alive, and a lock that the running page holds. A page may take
// over a session whose record is fresh and whose lock is free. Browsers free the lock of a page that is gone.

import * as v from 'valibot'
import { graceMs, sessionIdSchema } from '../shared/protocol.ts'
import type { SessionId } from '../shared/protocol.ts'
import { randomId } from '../signalling/random-id.ts'

const prefix = 'beddybytes.session.'
const aliveMs = 5000

export interface SessionMemory {
  /** Whether Start would go on with a session that was cut off. */
  resumable(): Promise<boolean>
  /** The session to run now: the one that was cut off, or a new one. */
  claim(): Promise<ClaimedSession>
}

export interface ClaimedSession {
  readonly id: SessionId
  /** The session runs: from now on the next page may come back into it. */
  keep(): void
  /** This page lets go of it; a session that was kept stays for the next page. */
  release(): void
  /** The session was stopped. */
  forget(): void
}

export interface SessionMemoryDeps {
  readonly storage: () => Storage | null
  readonly locks: LockManager | undefined
  readonly nowMs: () => number
}

export function createSessionMemory({ storage, locks, nowMs }: SessionMemoryDeps): SessionMemory {
  /** Sessions that may still be had, the latest first; others are forgotten on the way. */
  const fresh = (): SessionId[] => {
    try {
      const kept = storage()
      if (kept === null) return []
      const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '')
      const found = keys
        .filter((key) => key.startsWith(prefix))
        .map((key) => ({
          key,
          id: v.safeParse(sessionIdSchema, key.slice(prefix.length)),
          atMs: Number(kept.getItem(key)),
        }))
      const usable = found.filter(({ id, atMs }) => id.success && Math.abs(nowMs() - atMs) < graceMs)
      for (const entry of found) if (!usable.includes(entry)) kept.removeItem(entry.key)
      // oxlint-disable-next-line unicorn/no-array-sort -- toSorted came with Safari 16; the array is a fresh one
      return usable.sort((a, b) => b.atMs - a.atMs).flatMap(({ id }) => (id.success ? [id.output] : []))
    } catch {
      return []
    }
  }

  const write = (id: SessionId, alive: boolean): void => {
    try {
      if (alive) storage()?.setItem(prefix + id, String(nowMs()))
      else storage()?.removeItem(prefix + id)
    } catch {
      // Without a memory a reload begins a new session.
    }
  }

  const hold = (id: SessionId, free: () => void): ClaimedSession => {
    let alive: ReturnType<typeof setInterval> | undefined
    const end = (): void => {
      clearInterval(alive)
      alive = undefined
      free()
    }
    return {
      id,
      keep() {
        write(id, true)
        alive ??= setInterval(() => write(id, true), aliveMs)
      },
      release() {
        if (alive !== undefined) write(id, true)
        end()
      },
      forget() {
        write(id, false)
        end()
      },
    }
  }

  return {
    async resumable() {
      const cutOff = fresh()
      if (locks === undefined || cutOff.length === 0) return false
      const { held = [] } = await locks.query()
      return cutOff.some((id) => !held.some(({ name }) => name === prefix + id))
    },
    async claim() {
      if (locks !== undefined) {
        for (const id of [...fresh(), newSessionId()]) {
          const free = await lock(locks, prefix + id)
          if (free !== null) return hold(id, free)
        }
      }
      return hold(newSessionId(), () => undefined)
    },
  }
}

function newSessionId(): SessionId {
  return v.parse(sessionIdSchema, randomId())
}

/** Resolves with the function that frees it, or null when another tab holds it. */
function lock(locks: LockManager, name: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    locks
      .request(name, { ifAvailable: true }, (held) => {
        if (held === null) return resolve(null)
        return new Promise<void>((free) => resolve(free))
      })
      .catch(() => resolve(null))
  })
}
