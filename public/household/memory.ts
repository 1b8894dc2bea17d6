// Which stations this phone has verified once. From then on they are asked for their proof: a box that takes it away is noticed.
// Whatever account the box says this is, the list is the same.

import * as v from 'valibot'

export interface VerifiedMemory {
  has(id: string): boolean
  add(id: string): void
  /** A person takes this station as it is. */
  forget(id: string): void
  clear(): void
}

const key = 'beddybytes.verified'
/** More phones than a household goes through in years; the oldest goes. */
const most = 200
const schema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(most))

export function createVerifiedMemory(storage: () => Storage | null): VerifiedMemory {
  // For as long as the page lives, where storage is forbidden.
  let ids: readonly string[] = []
  const read = (): readonly string[] => {
    try {
      const kept = v.safeParse(schema, JSON.parse(storage()?.getItem(key) ?? 'null'))
      if (kept.success) ids = kept.output
    } catch {
      // Somebody else's words: what this page knows counts.
    }
    return ids
  }
  const write = (next: readonly string[]): void => {
    ids = next
    try {
      storage()?.setItem(key, JSON.stringify(next))
    } catch {
      // Full or forbidden.
    }
  }
  return {
    has: (id) => read().includes(id),
    add(id) {
      const before = read()
      if (!before.includes(id)) write([...before, id].slice(-most))
    },
    forget(id) {
      write(read().filter((other) => other !== id))
    },
    clear: () => write([]),
  }
}
