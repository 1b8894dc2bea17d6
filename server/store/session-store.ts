// The rows of sessions that are running. A stopped one leaves no byte behind.

import type { ClientId, DeviceId, SessionId } from '../../public/shared/protocol.ts'
import type { AccountId } from './account-store.ts'
import { emptyLog, type Connection } from './database.ts'

export interface SessionRow {
  readonly accountId: AccountId
  readonly id: SessionId
  readonly name: string
  readonly station: ClientId
  readonly device: DeviceId
  /** Milliseconds since 1970. */
  readonly startedAt: number
}

export interface SessionStore {
  all(): SessionRow[]
  /** Adds the session, or gives it its new name and device. */
  put(session: SessionRow): void
  /** Returns when no file of the database contains the sessions' ids or names any more. */
  remove(accountId: AccountId, ids: readonly SessionId[]): void
}

export function createSessionStore(connection: Connection): SessionStore {
  const all = connection.prepare<[], SessionRow>(
    'SELECT account_id AS accountId, id, name, station, device, started_at AS startedAt FROM sessions',
  )
  const put = connection.prepare<[string, string, string, string, string, number]>(
    `INSERT INTO sessions (account_id, id, name, station, device, started_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (account_id, id) DO UPDATE SET name = excluded.name, device = excluded.device`,
  )
  const remove = connection.prepare<[string, string]>('DELETE FROM sessions WHERE account_id = ? AND id = ?')

  return {
    all: () => all.all(),
    put: (row) => void put.run(row.accountId, row.id, row.name, row.station, row.device, row.startedAt),
    remove(accountId, ids) {
      connection.transaction(() => {
        for (const id of ids) remove.run(accountId, id)
      })()
      emptyLog(connection)
    },
  }
}
