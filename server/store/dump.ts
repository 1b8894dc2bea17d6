// The rows that a backup carries, out of a database and into a new one. Rows and not the file: a file that somebody has
// prepared would be a program for SQLite (schema, triggers, damaged pages), and the new one has this version's own tables.

import { applyMigrations, type Connection } from './database.ts'
import { migrations } from './migrations.ts'
import { Database } from './sqlite.ts'

export type Row = Readonly<Record<string, string | number | null>>

export interface Dump {
  /** Of the database that the rows come from. */
  readonly version: number
  readonly tables: Readonly<Record<string, readonly Row[]>>
}

export const keptTables: readonly string[] = ['accounts']
/** Log-ins, guests and codes end with a restore, as running sessions do; so a backup gives nobody a way in. */
export const endedTables: readonly string[] = [
  'log_ins',
  'familiar_browsers',
  'sessions',
  'pairings',
  'guests',
  'guest_browsers',
]

/** As of one moment, while others read and write. */
export function dump(connection: Connection): Dump {
  return connection.transaction(() => ({
    version: connection.pragma('user_version', { simple: true }) as number,
    tables: Object.fromEntries(
      keptTables.map((table) => [table, connection.prepare<[], Row>(`SELECT * FROM ${table}`).all()]),
    ),
  }))()
}

export type Unfit = 'newer' | 'damaged'

/** Makes a database of the current version in a file that does not exist. Gives null, or why the rows do not fit. */
export function load({ version, tables }: Dump, file: string): Unfit | null {
  if (version > migrations.length) return 'newer'
  const connection = new Database(file)
  try {
    connection.pragma('foreign_keys = ON')
    return connection.transaction(() => {
      applyMigrations(connection, version)
      const names = Object.keys(tables)
      if (names.some((name) => !keptTables.includes(name))) return 'damaged'
      for (const name of names) if (!insert(connection, name, tables[name] ?? [])) return 'damaged'
      applyMigrations(connection, migrations.length)
      return null
    })()
  } catch (problem) {
    // A row of the wrong type, one that is there twice, or a table that this version did not have.
    if (problem instanceof Database.SqliteError && /^SQLITE_(?:CONSTRAINT|MISMATCH|ERROR)/.test(problem.code)) {
      return 'damaged'
    }
    throw problem
  } finally {
    connection.close()
  }
}

/** False when a row has not exactly the table's columns. */
function insert(connection: Connection, table: string, rows: readonly Row[]): boolean {
  const columns = (connection.pragma(`table_info(${table})`) as { readonly name: string }[]).map(({ name }) => name)
  const add = connection.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  )
  for (const row of rows) {
    if (Object.keys(row).length !== columns.length || !columns.every((name) => Object.hasOwn(row, name))) return false
    add.run(row)
  }
  return true
}
