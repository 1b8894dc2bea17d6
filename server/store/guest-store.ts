// The rows of guests: who may watch which one Baby Station, and until when.

import type { ClientId, DeviceId } from '../../public/shared/protocol.ts'
import type { AccountId } from './account-store.ts'
import { emptyLog, type Connection } from './database.ts'

export interface GuestRow {
  /** Stands for the guest in signalling, as a device's id stands for a member. */
  readonly id: DeviceId
  readonly accountId: AccountId
  /** What the family calls the guest. */
  readonly name: string
  readonly station: ClientId
  /** The Baby Station's name when the link was made. */
  readonly stationName: string
  readonly createdAt: number
  /** Null until somebody has opened the link. */
  readonly lastUsedAt: number | null
  readonly expiresAt: number
}

export interface GuestStore {
  add(guest: Omit<GuestRow, 'lastUsedAt'> & { codeHash: Buffer }): void
  list(accountId: AccountId, now: number): GuestRow[]
  byCode(codeHash: Buffer, now: number): GuestRow | null
  byToken(tokenHash: Buffer, now: number): GuestRow | null
  /** One more browser of this guest; the oldest beyond what is allowed is forgotten. */
  addToken(id: DeviceId, tokenHash: Buffer, now: number): void
  removeToken(tokenHash: Buffer): void
  touch(id: DeviceId, lastUsedAt: number): void
  /** False when this account has no such guest. */
  remove(accountId: AccountId, id: DeviceId): boolean
  expired(now: number): Pick<GuestRow, 'id' | 'accountId'>[]
  removeExpired(now: number): void
  /** Null when there is no guest at all. */
  nextEnd(): number | null
}

/** Grandparents with a phone, a tablet and a television; more is a link that has wandered. */
const browsersPerGuest = 8

export function createGuestStore(connection: Connection): GuestStore {
  const columns = `guests.id, account_id AS accountId, name, station, station_name AS stationName,
    guests.created_at AS createdAt, last_used_at AS lastUsedAt, expires_at AS expiresAt`
  const add = connection.prepare<[string, string, string, string, string, Buffer, number, number]>(
    `INSERT INTO guests (id, account_id, name, station, station_name, code_hash, created_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const list = connection.prepare<[string, number], GuestRow>(
    `SELECT ${columns} FROM guests WHERE account_id = ? AND expires_at > ? ORDER BY expires_at`,
  )
  const byCode = connection.prepare<[Buffer, number], GuestRow>(
    `SELECT ${columns} FROM guests WHERE code_hash = ? AND expires_at > ?`,
  )
  const byToken = connection.prepare<[Buffer, number], GuestRow>(
    `SELECT ${columns} FROM guests JOIN guest_browsers ON guest_id = guests.id
     WHERE token_hash = ? AND expires_at > ?`,
  )
  const addToken = connection.prepare<[Buffer, string, number]>(
    'INSERT INTO guest_browsers (token_hash, guest_id, created_at) VALUES (?, ?, ?)',
  )
  const trimTokens = connection.prepare<[string, string, number]>(
    `DELETE FROM guest_browsers WHERE guest_id = ? AND token_hash NOT IN
       (SELECT token_hash FROM guest_browsers WHERE guest_id = ? ORDER BY created_at DESC LIMIT ?)`,
  )
  const removeToken = connection.prepare<[Buffer]>('DELETE FROM guest_browsers WHERE token_hash = ?')
  const touch = connection.prepare<[number, string]>('UPDATE guests SET last_used_at = ? WHERE id = ?')
  const remove = connection.prepare<[string, string]>('DELETE FROM guests WHERE account_id = ? AND id = ?')
  const expired = connection.prepare<[number], Pick<GuestRow, 'id' | 'accountId'>>(
    'SELECT id, account_id AS accountId FROM guests WHERE expires_at <= ?',
  )
  const removeExpired = connection.prepare<[number]>('DELETE FROM guests WHERE expires_at <= ?')
  const nextEnd = connection.prepare<[], number | null>('SELECT min(expires_at) FROM guests').pluck()

  return {
    add: ({ id, accountId, name, station, stationName, codeHash, createdAt, expiresAt }) =>
      void add.run(id, accountId, name, station, stationName, codeHash, createdAt, expiresAt),
    list: (accountId, now) => list.all(accountId, now),
    byCode: (codeHash, now) => byCode.get(codeHash, now) ?? null,
    byToken: (tokenHash, now) => byToken.get(tokenHash, now) ?? null,
    addToken: connection.transaction((id: DeviceId, tokenHash: Buffer, now: number) => {
      addToken.run(tokenHash, id, now)
      trimTokens.run(id, id, browsersPerGuest)
    }),
    removeToken: (tokenHash) => void removeToken.run(tokenHash),
    touch: (id, lastUsedAt) => void touch.run(lastUsedAt, id),
    remove(accountId, id) {
      const { changes } = remove.run(accountId, id)
      // A guest's name and the station's are gone from the folder with the guest.
      if (changes > 0) emptyLog(connection)
      return changes === 1
    },
    expired: (now) => expired.all(now),
    removeExpired(now) {
      if (removeExpired.run(now).changes > 0) emptyLog(connection)
    },
    nextEnd: () => nextEnd.get() ?? null,
  }
}
