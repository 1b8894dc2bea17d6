// What the owner may see and do of accounts by command.

import type { AccountId } from './account-store.ts'
import type { Connection } from './database.ts'

export interface AccountSummary {
  readonly name: string
  readonly createdAt: number
  readonly logIns: number
  /** Null when nobody is logged in. */
  readonly lastUsedAt: number | null
}

export interface OwnerStore {
  /** Sets the password and ends all log-ins and guests; all or nothing. */
  resetPassword(account: AccountId, passwordHash: string): void
  accounts(): AccountSummary[]
  runningSessions(): number
  /** Whether SQLite finds the file whole. */
  isWhole(): boolean
  /** The ids of everybody who may come in to this account: its log-ins and its guests. */
  admitted(account: AccountId): ReadonlySet<string>
}

export function createOwnerStore(connection: Connection): OwnerStore {
  const accounts = connection.prepare<[], AccountSummary>(
    `SELECT name, accounts.created_at AS createdAt, count(log_ins.id) AS logIns, max(last_used_at) AS lastUsedAt
     FROM accounts LEFT JOIN log_ins ON account_id = accounts.id
     GROUP BY accounts.id ORDER BY accounts.created_at`,
  )
  const sessions = connection.prepare<[], number>('SELECT count(*) FROM sessions').pluck()
  const admitted = connection
    .prepare<[string, string], string>(
      'SELECT id FROM log_ins WHERE account_id = ? UNION ALL SELECT id FROM guests WHERE account_id = ?',
    )
    .pluck()
  const setPassword = connection.prepare<[string, string]>('UPDATE accounts SET password_hash = ? WHERE id = ?')
  const endLogIns = connection.prepare<[string]>('DELETE FROM log_ins WHERE account_id = ?')
  const endGuests = connection.prepare<[string]>('DELETE FROM guests WHERE account_id = ?')
  return {
    resetPassword: connection.transaction((account: AccountId, passwordHash: string) => {
      setPassword.run(passwordHash, account)
      endLogIns.run(account)
      endGuests.run(account)
    }),
    accounts: () => accounts.all(),
    runningSessions: () => sessions.get() ?? 0,
    isWhole: () => connection.pragma('quick_check', { simple: true }) === 'ok',
    admitted: (account) => new Set(admitted.all(account, account)),
  }
}
