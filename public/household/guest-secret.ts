// The secret of one guest: made of the household's and a fresh salt, handed over in the guest's link, and kept on the guest's phone.

import { randomId } from '../signalling/random-id.ts'
import { createHousehold } from './household.ts'
import type { Household } from './household.ts'
import { importKey } from './key.ts'
import { read, readSecret, write } from './secret.ts'

type Store = () => Storage | null

const guestKey = 'beddybytes.guest-secret'
/** A salt of 128 bits, then the secret that was made of it. */
const guestForm = /^([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{43})$/

export interface GuestSecret {
  readonly salt: string
  readonly secret: string
}

export function parseGuestSecret(text: string | null): GuestSecret | null {
  const match = guestForm.exec(text ?? '')
  return match === null ? null : { salt: match[1] ?? '', secret: match[2] ?? '' }
}

export function readGuestSecret(storage: Store): GuestSecret | null {
  return parseGuestSecret(read(storage, guestKey))
}

/** Null forgets it. */
export function keepGuestSecret(storage: Store, text: string | null): void {
  write(storage, guestKey, text)
}

export function openGuestHousehold(storage: Store): Household {
  const given = readGuestSecret(storage)
  return createHousehold(
    storage,
    given?.salt ?? null,
    () => given?.secret ?? null,
    () => undefined,
  )
}

/** The salt and the secret, as parseGuestSecret takes them apart; null where this phone has none to make it of. */
export async function makeGuestSecret(storage: Store, username: string): Promise<string | null> {
  const secret = readSecret(storage, username)
  if (secret === null) return null
  try {
    const salt = randomId()
    return salt + (await (await importKey(secret)).forGuest(salt))
  } catch {
    // Without WebCrypto the guest watches too, unverified.
    return null
  }
}
