// Guests: whoever holds the link may watch one Baby Station until a time that the family has chosen. A guest is a log-in of its
// own kind; it has no account and nothing of a member's.

import type { ClientId, DeviceId } from '../../public/shared/protocol.ts'
import { createToken, hashToken } from '../accounts/tokens.ts'
import { randomId } from '../random-id.ts'
import type { AccountId } from '../store/account-store.ts'
import type { GuestRow, GuestStore } from '../store/guest-store.ts'

export interface Invitation {
  readonly name: string
  readonly station: ClientId
  readonly stationName: string
  readonly expiresAt: number
}

export interface Guests {
  /** From now on each guest ends at its time. */
  open(): void
  /** The code is for the fragment of a link; the box keeps its hash. Null when the account has too many guests. */
  invite(account: AccountId, invitation: Invitation): { readonly guest: GuestRow; readonly code: string } | null
  list(account: AccountId): GuestRow[]
  /** False when this account has no such guest. */
  revoke(account: AccountId, id: DeviceId): boolean
  /**
   * The link works until its time, on each of the guest's browsers.
   * @param former what this browser held before: it ends, because each entry has a token of its own
   */
  enter(code: string, former: string | null): { readonly guest: GuestRow; readonly token: string } | null
  authenticate(token: string): GuestRow | null
  close(): void
}

export const longestStayMs = 31 * 24 * 60 * 60 * 1000
const guestsPerAccount = 32
const minuteMs = 60_000
/** A clock that jumps, as a Raspberry Pi's does after its start, is noticed within this. */
const longestSleepMs = 30_000

export function createGuests(deps: {
  readonly store: GuestStore
  /** Its connections and streams are to end. */
  ended(account: AccountId, guest: DeviceId): void
  now(): number
  onTrouble(what: string, problem: unknown): void
}): Guests {
  const { store, ended, now, onTrouble } = deps
  let timer: NodeJS.Timeout | undefined
  let isOpen = false

  /** A disk that takes no more keeps nobody in, and does not end the box: the rows go when there is room. */
  function endDue(): void {
    const time = now()
    let soonestMs = 0
    try {
      for (const { accountId, id } of store.expired(time)) ended(accountId, id)
      store.removeExpired(time)
    } catch (problem) {
      onTrouble('A guest whose time is over could not be forgotten', problem)
      soonestMs = longestSleepMs
    }
    wait(soonestMs)
  }

  function wait(soonestMs = 0): void {
    clearTimeout(timer)
    const endsAt = store.nextEnd()
    if (!isOpen || endsAt === null) return
    timer = setTimeout(endDue, Math.min(longestSleepMs, Math.max(soonestMs, endsAt - now())))
  }

  function touch({ id, lastUsedAt }: GuestRow, time: number): void {
    if (time - (lastUsedAt ?? 0) <= minuteMs) return
    try {
      store.touch(id, time)
    } catch (problem) {
      onTrouble("A guest's visit could not be noted", problem)
    }
  }

  return {
    open() {
      isOpen = true
      endDue()
    },
    invite(accountId, { name, station, stationName, expiresAt }) {
      const createdAt = now()
      if (store.list(accountId, createdAt).length >= guestsPerAccount) return null
      const code = createToken()
      const guest: GuestRow = {
        id: randomId(),
        accountId,
        name,
        station,
        stationName,
        createdAt,
        lastUsedAt: null,
        expiresAt,
      }
      store.add({ ...guest, codeHash: hashToken(code) })
      wait()
      return { guest, code }
    },
    list: (account) => store.list(account, now()),
    revoke(account, id) {
      if (!store.remove(account, id)) return false
      ended(account, id)
      wait()
      return true
    },
    enter(code, former) {
      const time = now()
      const guest = store.byCode(hashToken(code), time)
      if (guest === null) return null
      if (former !== null) store.removeToken(hashToken(former))
      const token = createToken()
      store.addToken(guest.id, hashToken(token), time)
      store.touch(guest.id, time)
      return { guest, token }
    },
    authenticate(token) {
      const time = now()
      const guest = store.byToken(hashToken(token), time)
      if (guest !== null) touch(guest, time)
      return guest
    },
    close() {
      isOpen = false
      clearTimeout(timer)
    },
  }
}
