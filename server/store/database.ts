// Opens the one SQLite file, brings it to the current version and closes it. All SQL of the project is in this folder.

import { existsSync, statSync } from 'node:fs'
import { migrations } from './migrations.ts'
import { Database, type Connection } from './sqlite.ts'
import { copyName, keepCopy } from './upgrade-copy.ts'

export type { Connection } from './sqlite.ts'

/** The file cannot be used as it is; the message is the whole line that the owner reads. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
}

const retryMs = 2000
export const databaseFile = 'beddybytes.db'

/**
 * WAL keeps readers and writers apart; FULL flushes each commit, so that neither kill -9 nor a pulled plug loses what
 * was acknowledged; secure_delete overwrites what is deleted.
 * @throws DatabaseError when the file is damaged or from a newer version.
 */
export function openDatabase(file: string): Connection {
  // Waiting for another process' lock holds everybody up: a second is enough for the owner's command.
  return open(new Database(file, { timeout: 1000 }), migrate)
}

/** For commands, which leave upgrades to the server. @throws DatabaseError also when there is none, or an older one. */
export function openExisting(file: string): Connection {
  if (statSync(file, { throwIfNoEntry: false }) === undefined)
    throw new DatabaseError(`There is no database yet: ${file}. Start BeddyBytes first.`)
  return open(new Database(file, { fileMustExist: true }), (connection) => {
    if (versionOf(connection) === migrations.length) return
    throw new DatabaseError(
      'The database is of an older version. Start this BeddyBytes once, which brings it up to date.',
    )
  })
}

function open(connection: Connection, prepare: (connection: Connection) => void): Connection {
  try {
    // Before anything is set: a file that this version does not know is not touched.
    refuseNewer(connection)
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('secure_delete = ON')
    connection.pragma('temp_store = MEMORY')
    prepare(connection)
    return connection
  } catch (cause) {
    connection.close()
    if (cause instanceof DatabaseError) throw cause
    throw new DatabaseError(`The database cannot be opened; it may be damaged: ${connection.name}`, { cause })
  }
}

/**
 * Leaves no copy of deleted rows behind: the log is written back and cut to nothing. While somebody still reads what was, or the
 * disk is full, that is done later; what was deleted stays deleted.
 */
export function emptyLog(connection: Connection): void {
  if (!connection.open || isEmptied(connection)) return
  setTimeout(() => emptyLog(connection), retryMs).unref()
}

function isEmptied(connection: Connection): boolean {
  // Nobody waits for a reader that may stay for minutes.
  const patienceMs = connection.pragma('busy_timeout', { simple: true }) as number
  try {
    connection.pragma('busy_timeout = 50')
    return connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0
  } catch (problem) {
    if (problem instanceof Database.SqliteError) return false
    throw problem
  } finally {
    connection.pragma(`busy_timeout = ${patienceMs}`)
  }
}

export function closeDatabase(connection: Connection): void {
  if (!connection.open) return
  isEmptied(connection)
  connection.close()
}

const versionOf = (connection: Connection) => connection.pragma('user_version', { simple: true }) as number

function refuseNewer(connection: Connection): void {
  const version = versionOf(connection)
  if (version <= migrations.length) return
  const copy = copyName(connection.name, migrations.length)
  const wayBack = existsSync(copy)
    ? ` Or go back to what was before the upgrade, by giving its copy this name: ${copy}`
    : ''
  throw new DatabaseError(
    `The database is of version ${version}; this BeddyBytes knows up to ${migrations.length}. It has not been touched: start the newer BeddyBytes.${wayBack}`,
  )
}

function migrate(connection: Connection): void {
  const version = versionOf(connection)
  // A disk that has run full still opens.
  if (version === migrations.length) return
  if (version > 0) {
    try {
      keepCopy(connection, version)
    } catch (cause) {
      throw new DatabaseError(
        `The database needs an upgrade, and the copy that is kept before it cannot be made. Is the disk full? Nothing has been changed: ${connection.name}`,
        { cause },
      )
    }
  }
  connection.transaction(() => applyMigrations(connection, migrations.length)).immediate()
}

/** Brings the tables to this version, which is not below their own. */
export function applyMigrations(connection: Connection, version: number): void {
  const former = versionOf(connection)
  for (const statements of migrations.slice(former, version)) connection.exec(statements)
  connection.pragma(`user_version = ${version}`)
}
