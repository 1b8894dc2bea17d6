// Where this phone keeps the household's secret: its own storage, and nowhere else. It never goes to the box; other phones get it by
// the fragment of a link, which no browser sends.
//
// One for each account, by its user name: the pages that make the secret and hand it on have no signalling, and only there does the box
// tell an account's reference. A person knows the name, too, and cannot be led to another account by it unnoticed.

import { encodeBytes, secretForm } from './bytes.ts'

type Store = () => Storage | null

const keyOf = (username: string): string => `beddybytes.household.${username}`

export function readSecret(storage: Store, username: string): string | null {
  const kept = read(storage, keyOf(username))
  return kept !== null && secretForm.test(kept) ? kept : null
}

/** Whether it could be kept. */
export function keepSecret(storage: Store, username: string, secret: string): boolean {
  return secretForm.test(secret) && write(storage, keyOf(username), secret)
}

/** The one that is there, or a new one. Null where it could not be kept: a secret that ends with the page verifies nobody. */
export function makeSecret(storage: Store, username: string): string | null {
  const kept = readSecret(storage, username)
  if (kept !== null) return kept
  const fresh = encodeBytes(crypto.getRandomValues(new Uint8Array(32)))
  return keepSecret(storage, username, fresh) ? fresh : null
}

export function read(storage: Store, key: string): string | null {
  try {
    return storage()?.getItem(key) ?? null
  } catch {
    return null
  }
}

export function write(storage: Store, key: string, value: string | null): boolean {
  try {
    const kept = storage()
    if (value === null) kept?.removeItem(key)
    else kept?.setItem(key, value)
    return kept !== null
  } catch {
    return false
  }
}
