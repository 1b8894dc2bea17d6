// The rows of accounts, their log-ins and the browsers that have logged in before. Times are milliseconds since 1970.

import type { DeviceId } from '../../public/shared/protocol.ts'
import { emptyLog, type Connection } from './database.ts'
import { removeCopies } from './upgrade-copy.ts'

declare const accountBrand: unique symbol
export type AccountId = string & { readonly [accountBrand]: true }

export interface AccountRow {
  readonly id: AccountId
  readonly name: string
  readonly passwordHash: string
  readonly licence: string | null
}

export interface LogInRow {
  readonly id: DeviceId
  readonly accountId: AccountId
  readonly accountName: string
  readonly deviceName: string
  readonly createdAt: number
  readonly lastUsedAt: number
  readonly expiresAt: number
  /** The phone that let it in without a password; null for a log-in by password. */
  readonly introducedBy: DeviceId | null
}

export interface AccountStore {
  count(): number
  /** False when the name is taken. */
  add(account: { id: AccountId; name: string; nameKey: string; passwordHash: string; createdAt: number }): boolean
  byNameKey(nameKey: string): AccountRow | null
  byId(id: AccountId): AccountRow | null
  /** Sets the password and ends all log-ins but one, and all guests; all or nothing. Gives the ended ones, or null when that one has ended. */
  setPassword(id: AccountId, passwordHash: string, keep: DeviceId): DeviceId[] | null
  setLicence(id: AccountId, licence: string): void
  /** Leaves no byte of the account in the data folder. */
  remove(id: AccountId): void
  addLogIn(logIn: {
    id: DeviceId
    accountId: AccountId
    tokenHash: Buffer
    deviceName: string
    createdAt: number
    expiresAt: number
  }): void
  logInByToken(tokenHash: Buffer): LogInRow | null
  logIns(accountId: AccountId): LogInRow[]
  hasLogIn(accountId: AccountId, id: DeviceId): boolean
  touchLogIn(id: DeviceId, lastUsedAt: number, expiresAt: number): void
  /** False when this account has no such log-in. */
  removeLogIn(accountId: AccountId, id: DeviceId): boolean
  removeExpiredLogIns(now: number): void
  addFamiliarBrowser(accountId: AccountId, tokenHash: Buffer, createdAt: number): void
  isFamiliarBrowser(accountId: AccountId, tokenHash: Buffer): boolean
}

/** More phones than any family has; the oldest is forgotten first. */
const familiarBrowsersPerAccount = 32

export function createAccountStore(connection: Connection): AccountStore {
  const count = connection.prepare<[], number>('SELECT count(*) FROM accounts').pluck()
  const add = connection.prepare<[string, string, string, string, number]>(
    'INSERT INTO accounts (id, name, name_key, password_hash, created_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const account = 'SELECT id, name, password_hash AS passwordHash, licence FROM accounts'
  const byNameKey = connection.prepare<[string], AccountRow>(`${account} WHERE name_key = ?`)
  const byId = connection.prepare<[string], AccountRow>(`${account} WHERE id = ?`)
  const setPasswordHash = connection.prepare<[string, string]>('UPDATE accounts SET password_hash = ? WHERE id = ?')
  const removeOthers = connection
    .prepare<[string, string], DeviceId>('DELETE FROM log_ins WHERE account_id = ? AND id <> ? RETURNING id')
    .pluck()
  const removeGuests = connection
    .prepare<[string], DeviceId>('DELETE FROM guests WHERE account_id = ? RETURNING id')
    .pluck()
  const setLicence = connection.prepare<[string, string]>('UPDATE accounts SET licence = ? WHERE id = ?')
  const remove = connection.prepare<[string]>('DELETE FROM accounts WHERE id = ?')
  const addLogIn = connection.prepare<[string, string, Buffer, string, number, number, number]>(
    `INSERT INTO log_ins (id, account_id, token_hash, device_name, created_at, last_used_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const logIn = `SELECT log_ins.id, account_id AS accountId, accounts.name AS accountName, device_name AS deviceName,
       log_ins.created_at AS createdAt, last_used_at AS lastUsedAt, expires_at AS expiresAt,
       introduced_by AS introducedBy
     FROM log_ins JOIN accounts ON accounts.id = account_id`
  const logInByToken = connection.prepare<[Buffer], LogInRow>(`${logIn} WHERE token_hash = ?`)
  const logIns = connection.prepare<[string], LogInRow>(`${logIn} WHERE account_id = ? ORDER BY last_used_at DESC`)
  const hasLogIn = connection
    .prepare<[string, string], number>('SELECT 1 FROM log_ins WHERE id = ? AND account_id = ?')
    .pluck()
  const touch = connection.prepare<[number, number, string]>(
    'UPDATE log_ins SET last_used_at = ?, expires_at = ? WHERE id = ?',
  )
  const removeLogIn = connection.prepare<[string, string]>('DELETE FROM log_ins WHERE account_id = ? AND id = ?')
  const removeExpired = connection.prepare<[number]>('DELETE FROM log_ins WHERE expires_at <= ?')
  const addFamiliar = connection.prepare<[Buffer, string, number]>(
    'INSERT INTO familiar_browsers (token_hash, account_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const trimFamiliar = connection.prepare<[string, string, number]>(
    `DELETE FROM familiar_browsers WHERE account_id = ? AND token_hash NOT IN
       (SELECT token_hash FROM familiar_browsers WHERE account_id = ? ORDER BY created_at DESC LIMIT ?)`,
  )
  const isFamiliar = connection
    .prepare<[Buffer, string], number>('SELECT 1 FROM familiar_browsers WHERE token_hash = ? AND account_id = ?')
    .pluck()

  return {
    count: () => count.get() ?? 0,
    add: ({ id, name, nameKey, passwordHash, createdAt }) =>
      add.run(id, name, nameKey, passwordHash, createdAt).changes === 1,
    byNameKey: (nameKey) => byNameKey.get(nameKey) ?? null,
    byId: (id) => byId.get(id) ?? null,
    setPassword: connection.transaction((id: AccountId, passwordHash: string, keep: DeviceId) => {
      if (hasLogIn.get(keep, id) === undefined) return null
      setPasswordHash.run(passwordHash, id)
      return [...removeOthers.all(id, keep), ...removeGuests.all(id)]
    }),
    setLicence: (id, licence) => void setLicence.run(licence, id),
    remove(id) {
      remove.run(id)
      emptyLog(connection)
      removeCopies(connection)
    },
    addLogIn: ({ id, accountId, tokenHash, deviceName, createdAt, expiresAt }) =>
      void addLogIn.run(id, accountId, tokenHash, deviceName, createdAt, createdAt, expiresAt),
    logInByToken: (tokenHash) => logInByToken.get(tokenHash) ?? null,
    logIns: (accountId) => logIns.all(accountId),
    hasLogIn: (accountId, id) => hasLogIn.get(id, accountId) !== undefined,
    touchLogIn: (id, lastUsedAt, expiresAt) => void touch.run(lastUsedAt, expiresAt, id),
    removeLogIn: (accountId, id) => removeLogIn.run(accountId, id).changes === 1,
    removeExpiredLogIns: (now) => void removeExpired.run(now),
    addFamiliarBrowser: connection.transaction((accountId: AccountId, tokenHash: Buffer, createdAt: number) => {
      addFamiliar.run(tokenHash, accountId, createdAt)
      trimFamiliar.run(accountId, accountId, familiarBrowsersPerAccount)
    }),
    isFamiliarBrowser: (accountId, tokenHash) => isFamiliar.get(tokenHash, accountId) === 1,
  }
}
