// What this phone keeps for each baby, by the client id of its station.

import * as v from 'valibot'
import { clientIdSchema } from '../shared/protocol.ts'
import type { ClientId } from '../shared/protocol.ts'

export interface PerBaby<Kept> {
  read(baby: ClientId): Kept | null
  write(baby: ClientId, kept: Kept): void
}

/** A family with more babies begins anew with the one that was kept first. */
const mostBabies = 20

export function createPerBaby<Kept>(
  key: string,
  schema: v.GenericSchema<unknown, Kept>,
  storage: () => Pick<Storage, 'getItem' | 'setItem'> | null,
): PerBaby<Kept> {
  const entries = v.array(v.tuple([clientIdSchema, schema]))
  const readAll = (): readonly (readonly [ClientId, Kept])[] => {
    try {
      const kept = v.safeParse(entries, JSON.parse(storage()?.getItem(key) ?? '[]'))
      return kept.success ? kept.output : []
    } catch {
      return []
    }
  }
  return {
    read: (baby) => readAll().find(([id]) => id === baby)?.[1] ?? null,
    write(baby, kept) {
      const others = readAll().filter(([id]) => id !== baby)
      const all = [...others, [baby, kept] as const].slice(-mostBabies)
      try {
        storage()?.setItem(key, JSON.stringify(all))
      } catch {
        // Without a memory it holds until the page is reloaded.
      }
    },
  }
}
