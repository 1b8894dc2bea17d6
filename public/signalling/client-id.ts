// The phone's own name towards the box: random, made when the app is first opened, the same for as long as its storage lives.

import * as v from 'valibot'
import { clientIdSchema } from '../shared/protocol.ts'
import type { ClientId } from '../shared/protocol.ts'
import { randomId } from './random-id.ts'

const key = 'beddybytes.client'

/** `storage` is null or throws where a browser forbids it; the id then lives as long as the page. */
export function clientId(storage: () => Storage | null): ClientId {
  const fresh = v.parse(clientIdSchema, randomId())
  try {
    const kept = v.safeParse(clientIdSchema, storage()?.getItem(key))
    if (kept.success) return kept.output
    storage()?.setItem(key, fresh)
  } catch {
    // Blocked or full: a phone without a memory works too, it is only not recognised tomorrow.
  }
  return fresh
}
