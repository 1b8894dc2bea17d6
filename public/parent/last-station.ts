// Which Baby Station this tab watches, so that a reload, or a phone that threw the page out at night, goes back to it.

import * as v from 'valibot'
import { clientIdSchema } from '../shared/protocol.ts'
import type { ClientId } from '../shared/protocol.ts'

const key = 'beddybytes.watched'

export interface LastStation {
  read(): ClientId | null
  write(station: ClientId): void
  /** A person has stopped it, or goes elsewhere: it is not missed. */
  clear(): void
}

export function createLastStation(storage: () => Storage | null): LastStation {
  let known: ClientId | null | undefined
  const read = (): ClientId | null => {
    try {
      const kept = v.safeParse(clientIdSchema, storage()?.getItem(key))
      return kept.success ? kept.output : null
    } catch {
      return null
    }
  }
  return {
    read: () => {
      if (known === undefined) known = read()
      return known
    },
    write(station) {
      if (station === known) return
      known = station
      try {
        storage()?.setItem(key, station)
      } catch {
        // Without a memory a reload asks which one, when there are several.
      }
    },
    clear() {
      known = null
      try {
        storage()?.removeItem(key)
      } catch {
        // Nothing was kept, either.
      }
    },
  }
}
