// `beddybytes status`: is it running, where, and is its data whole?

import { join } from 'node:path'
import { askStatus } from '../../control/ask.ts'
import { closeDatabase, databaseFile, openExisting } from '../../store/database.ts'
import { createOwnerStore } from '../../store/owner-store.ts'
import { readRoot } from '../../trust/root.ts'
import { moment, OwnerError, type Owner } from './owner.ts'

export async function showStatus(owner: Owner): Promise<void> {
  const box = await askStatus(owner.dataFolder)
  const root = readRoot(owner.dataFolder)
  const lines =
    box === null
      ? ['BeddyBytes is not running.']
      : [
          `BeddyBytes has been running since ${moment(Date.parse(box.startedAt))}, at`,
          ...box.urls.map((url) => `  ${url}`),
        ]
  const connection = openExisting(join(owner.dataFolder, databaseFile))
  try {
    const store = createOwnerStore(connection)
    lines.push(
      `Accounts:       ${store.accounts().length}`,
      `Baby Stations:  ${store.runningSessions()}`,
      `Data:           ${owner.dataFolder}, ${store.isWhole() ? 'whole' : 'DAMAGED: restore a backup'}`,
    )
  } finally {
    closeDatabase(connection)
  }
  if (root !== null) lines.push(`Root:           until ${moment(root.notAfter)}, SHA-256 ${root.fingerprint}`)
  await owner.write(`${lines.join('\n')}\n`)
  if (box === null) throw new OwnerError('Start it: docker compose up -d')
}
