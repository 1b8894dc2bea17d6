// Where the timeline is kept: IndexedDB of this phone. Everything rejects where the browser forbids it or has no room.

import * as v from 'valibot'
import type { Entry, Minute, Remembered } from './entry.ts'
import { entrySchema, minuteSchema } from './entry.ts'
import { merged } from './minutes.ts'

export interface Store {
  write(remembered: Remembered): Promise<void>
  /** What was between the two times, both in Date.now(); oldest first. */
  read(fromMs: number, toMs: number): Promise<Remembered>
  /** Forgets what was between the two times. */
  remove(fromMs: number, toMs: number): Promise<void>
  /** The browser has closed it, or another version of the page wants to. */
  readonly closed: boolean
  close(): void
}

const version = 1
const openMs = 5000

export function openStore(name: string, factory: IDBFactory = indexedDB): Promise<Store> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version)
    // Some browsers neither open nor fail in private windows.
    const timer = setTimeout(() => reject(new Error('IndexedDB does not answer')), openMs)
    request.addEventListener('upgradeneeded', () => {
      const db = request.result
      db.createObjectStore('entries', { keyPath: 'id' }).createIndex('byTime', 'toMs')
      db.createObjectStore('minutes', { keyPath: ['station', 'atMs'] }).createIndex('byTime', 'atMs')
    })
    request.addEventListener('error', () => {
      clearTimeout(timer)
      reject(request.error ?? new Error('IndexedDB cannot be opened'))
    })
    request.addEventListener('success', () => {
      clearTimeout(timer)
      resolve(storeIn(request.result))
    })
  })
}

function storeIn(db: IDBDatabase): Store {
  let closed = false
  const close = (): void => {
    closed = true
    db.close()
  }
  db.addEventListener('versionchange', close)
  db.addEventListener('close', close)

  /** One transaction: everything of it happens, or nothing. */
  const change = (work: (entries: IDBObjectStore, minutes: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = db.transaction(['entries', 'minutes'], 'readwrite')
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('It was not written')))
      work(transaction.objectStore('entries'), transaction.objectStore('minutes'))
    })

  const all = (name: 'entries' | 'minutes', range: IDBKeyRange): Promise<unknown[]> =>
    new Promise((resolve, reject) => {
      const request: IDBRequest<unknown[]> = db.transaction(name).objectStore(name).index('byTime').getAll(range)
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('It was not read')))
    })

  return {
    async write({ entries, minutes }) {
      if (entries.length === 0 && minutes.length === 0) return
      await change((entryStore, minuteStore) => {
        for (const entry of entries) entryStore.put(entry)
        for (const minute of minutes) {
          const request: IDBRequest<unknown> = minuteStore.get([minute.station, minute.atMs])
          request.addEventListener('success', () => {
            const before = v.safeParse(minuteSchema, request.result)
            minuteStore.put(before.success ? merged(before.output, minute) : minute)
          })
        }
      })
    },
    async read(fromMs, toMs) {
      const [entries, minutes] = await Promise.all([
        // By its end: what began before and went on belongs to it.
        all('entries', IDBKeyRange.lowerBound(fromMs)),
        all('minutes', IDBKeyRange.bound(fromMs, toMs, false, true)),
      ])
      const parsed = entries.flatMap((row): Entry[] => valid(entrySchema, row)).filter((entry) => entry.fromMs < toMs)
      return {
        // oxlint-disable-next-line unicorn/no-array-sort -- toSorted came with Safari 16; the array is a fresh one
        entries: parsed.sort((a, b) => a.fromMs - b.fromMs),
        minutes: minutes.flatMap((row): Minute[] => valid(minuteSchema, row)),
      }
    },
    remove: (fromMs, toMs) =>
      change((entries, minutes) => {
        for (const store of [entries, minutes]) {
          const request = store.index('byTime').openCursor(IDBKeyRange.bound(fromMs, toMs, false, true))
          request.addEventListener('success', () => {
            request.result?.delete()
            request.result?.continue()
          })
        }
      }),
    get closed() {
      return closed
    },
    close,
  }
}

function valid<Row>(schema: v.GenericSchema<unknown, Row>, row: unknown): Row[] {
  const result = v.safeParse(schema, row)
  return result.success ? [result.output] : []
}
