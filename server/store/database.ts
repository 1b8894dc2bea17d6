// Opens the one SQLite file, brings it to the current version and closes it. All SQL of the project is in this folder.

import Database from 'better-sqlite3'
import { migrations } from './migrations.ts'

export type Connection = Database.Database

/** The file cannot be used as it is; the message is the whole line that the owner reads. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
}

/**
 * WAL keeps readers and writers apart; FULL flushes each commit, so that neither kill -9 nor a pulled plug loses what
 * was acknowledged; secure_delete overwrites what is deleted.
 * @throws DatabaseError when the file is damaged or from a newer version.
 */
export function openDatabase(file: string): Connection {
  // Waiting for another process' lock holds everybody up: a second is enough for the owner's command.
  const connection = new Database(file, { timeout: 1000 })
  try {
    // Before anything is set: a file that this version does not know is not touched.
    refuseNewer(connection)
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('secure_delete = ON')
    connection.pragma('temp_store = MEMORY')
    migrate(connection)
    return connection
  } catch (cause) {
    connection.close()
    if (cause instanceof DatabaseError) throw cause
    throw new DatabaseError(`The database cannot be opened; it may be damaged: ${file}`, { cause })
  }
}

/** Leaves no copy of deleted rows behind: the log is written back and cut to nothing. */
export function emptyLog(connection: Connection): void {
  connection.pragma('wal_checkpoint(TRUNCATE)')
}

export function closeDatabase(connection: Connection): void {
  if (!connection.open) return
  emptyLog(connection)
  connection.close()
}

const versionOf = (connection: Connection) => connection.pragma('user_version', { simple: true }) as number

function refuseNewer(connection: Connection): void {
  const version = versionOf(connection)
  if (version <= migrations.length) return
  throw new DatabaseError(
    `The database is of version ${version}; this BeddyBytes knows up to ${migrations.length}. It has not been touched: start the newer BeddyBytes.`,
  )
}

function migrate(connection: Connection): void {
  const version = versionOf(connection)
  // A disk that has run full still opens.
  if (version === migrations.length) return
  connection.transaction(() => {
    for (const [index, statements] of migrations.entries()) {
      if (index >= version) connection.exec(statements)
    }
    connection.pragma(`user_version = ${migrations.length}`)
  })()
}
