// `beddybytes accounts`: who has an account here. Their stations and what they call them are nobody else's business.

import { join } from 'node:path'
import { closeDatabase, databaseFile, openExisting } from '../../store/database.ts'
import { createOwnerStore } from '../../store/owner-store.ts'
import { inert, moment, type Owner } from './owner.ts'

export async function listAccounts(owner: Owner): Promise<void> {
  const connection = openExisting(join(owner.dataFolder, databaseFile))
  try {
    const accounts = createOwnerStore(connection).accounts()
    if (accounts.length === 0) return owner.say('There is no account yet.')
    const rows = accounts.map(({ name, createdAt, logIns, lastUsedAt }) => [
      inert(name),
      moment(createdAt),
      String(logIns),
      lastUsedAt === null ? 'never' : moment(lastUsedAt),
    ])
    await owner.write(table([['NAME', 'MADE', 'LOG-INS', 'LAST USED'], ...rows]))
  } finally {
    closeDatabase(connection)
  }
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => Array.from(row[column] ?? '').length)),
  )
  const pad = (cell: string, width: number) => cell + ' '.repeat(width - Array.from(cell).length)
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => pad(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
