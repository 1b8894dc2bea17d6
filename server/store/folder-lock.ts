// Who works with a data folder: one at a time, whoever it is and from whichever container. The lock is the kernel's, on an empty
// file that stays; a process that is killed lets go of it. Node cannot lock a file, SQLite can.

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseError } from './database.ts'
import { Database, type Connection } from './sqlite.ts'

export const lockFile = 'lock'

/** Gives the way to let go, or null when somebody else has it. @throws DatabaseError when the folder cannot be written. */
export function lockFolder(folder: string): (() => void) | null {
  return lock(join(folder, lockFile))
}

export function isLocked(folder: string): boolean {
  const file = join(folder, lockFile)
  if (!existsSync(file)) return false
  const release = lock(file)
  release?.()
  return release === null
}

function lock(file: string): (() => void) | null {
  let connection: Connection | null = null
  try {
    const held = new Database(file, { timeout: 0 })
    connection = held
    held.exec('BEGIN EXCLUSIVE')
    return () => held.close()
  } catch (cause) {
    connection?.close()
    if (cause instanceof Database.SqliteError && cause.code === 'SQLITE_BUSY') return null
    throw new DatabaseError(
      `The data folder cannot be written: ${dirname(file)}. Is it this user's, and is there room?`,
      {
        cause,
      },
    )
  }
}
