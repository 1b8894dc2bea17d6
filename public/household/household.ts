// What a page knows of its household: the key, imported once, and whom it has verified before.

import { importKey } from './key.ts'
import type { Key } from './key.ts'
import { createVerifiedMemory } from './memory.ts'
import type { VerifiedMemory } from './memory.ts'
import { makeSecret, readSecret } from './secret.ts'

type Store = () => Storage | null

export interface Household {
  /** Null without a secret, and where the browser has no WebCrypto. */
  key(): Promise<Key | null>
  /** What a guest's secret was made of; the Baby Station makes the same again. */
  readonly guest: string | null
  /** Makes the secret where there is none: the first station of a household begins it. */
  begin(): void
  readonly memory: VerifiedMemory
}

export function openHousehold(storage: Store, username: string): Household {
  return createHousehold(
    storage,
    null,
    () => readSecret(storage, username),
    () => void makeSecret(storage, username),
  )
}

/** `begin` makes the secret; a guest has none to make. */
export function createHousehold(
  storage: Store,
  guest: string | null,
  read: () => string | null,
  begin: () => void,
): Household {
  let imported: { readonly secret: string | null; readonly key: Promise<Key | null> } | null = null
  const key = (): Promise<Key | null> => {
    // Read again each time: another tab may have been given the secret since.
    const secret = read()
    if (imported?.secret !== secret) {
      imported = { secret, key: secret === null ? Promise.resolve(null) : importKey(secret).catch(() => null) }
    }
    return imported.key
  }
  // As the page loads, and not in the tap that it is wanted for.
  void key()
  return { key, guest, begin, memory: createVerifiedMemory(storage) }
}
