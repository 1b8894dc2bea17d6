// Which Baby Station this tab watches, so that a reload, or a phone that threw the page out at night, goes back to it, and misses it
// if it is not there.

import * as v from 'valibot'
import { clientIdSchema, parseJson } from '../shared/protocol.ts'
import type { ClientId } from '../shared/protocol.ts'

export interface KnownStation {
  readonly id: ClientId
  readonly name: string
}

export const knownStationSchema = v.object({ id: clientIdSchema, name: v.string() })

export interface LastStation {
  read(): KnownStation | null
  write(station: KnownStation): void
  /** A person has stopped it, or goes elsewhere: it is not missed. */
  clear(): void
}

/** @param account who watched it: another one in the same tab neither misses it nor learns its name */
export function createLastStation(storage: () => Storage | null, account: string): LastStation {
  const key = `beddybytes.watched.${account}`
  let known: KnownStation | null | undefined
  const read = (): KnownStation | null => {
    try {
      return parseJson(knownStationSchema, storage()?.getItem(key) ?? 'null')
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
      if (station.id === known?.id && station.name === known.name) return
      known = station
      try {
        storage()?.setItem(key, JSON.stringify(station))
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
