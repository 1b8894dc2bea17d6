// The copy of the database that is kept before an upgrade changes it: the way back to the former BeddyBytes.

import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Database, type Connection } from './sqlite.ts'

const mark = '.of-version-'
export const copyName = (file: string, version: number) => `${file}${mark}${version}`

/** Whole and on the disk when this returns; when it throws, nothing has changed. */
export function keepCopy(connection: Connection, version: number): void {
  const copy = copyName(connection.name, version)
  const draft = `${copy}.new`
  try {
    // SQLite writes into an empty file, and this one is nobody else's.
    rmSync(draft, { force: true })
    writeFileSync(draft, '', { mode: 0o600 })
    connection.prepare('VACUUM INTO ?').run(draft)
    forgetSessions(draft)
    flush(draft)
    renameSync(draft, copy)
    removeCopies(connection, basename(copy))
    flush(dirname(copy))
  } finally {
    rmSync(draft, { force: true })
  }
}

/** An account that is deleted is in no copy either. */
export function removeCopies(connection: Connection, except?: string): void {
  const folder = dirname(connection.name)
  for (const name of copiesIn(folder, basename(connection.name))) if (name !== except) rmSync(join(folder, name))
}

/** The names of a database's copies, and of what a copying that was cut short has left. */
export function copiesIn(folder: string, file: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith(`${file}${mark}`))
}

/** What a family calls its rooms is kept while a session runs, and no longer. */
function forgetSessions(file: string): void {
  const copy = new Database(file)
  try {
    copy.pragma('secure_delete = ON')
    copy.exec('DELETE FROM sessions')
  } finally {
    copy.close()
  }
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
