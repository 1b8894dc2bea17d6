// `beddybytes restore < FILE`: puts a backup in the place of what is here. A box that runs takes it over at once; if none runs,
// the command does.

import { mkdirSync } from 'node:fs'
import { readContents } from '../../backup/contents.ts'
import { BackupError, maxBackupBytes, unseal } from '../../backup/envelope.ts'
import { finishRestore, prepareRestore } from '../../backup/restore.ts'
import { ask } from '../../control/ask.ts'
import { openControl } from '../../control/control.ts'
import { OwnerError, type Owner } from './owner.ts'
import { readInput } from './read-input.ts'

export async function restore(owner: Owner): Promise<void> {
  const { dataFolder, input, passphrase } = owner
  if (input.isTTY === true) throw new OwnerError('Give the backup file: beddybytes restore < FILE')
  const bytes = await readInput(input, maxBackupBytes)
  if (bytes === null) throw new BackupError('This is too large to be a backup of BeddyBytes. Nothing has been changed.')
  try {
    const contents = readContents(await unseal(bytes, passphrase))
    prepareRestore(dataFolder, contents)
    await takeOver(dataFolder)
    const count = contents.database.tables['accounts']?.length ?? 0
    owner.say(
      `Restored the backup of ${contents.createdAt.slice(0, 10)} with ${count === 1 ? 'one account' : `${count} accounts`}. Every phone has to log in again.`,
    )
  } catch (problem) {
    if (problem instanceof BackupError) throw new BackupError(`${problem.message} Nothing has been changed.`)
    throw problem
  }
}

async function takeOver(folder: string): Promise<void> {
  if ((await ask(folder, 'restore')) !== null) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const busy = () => {
    throw new Error('A restore is under way. Try again in a moment.')
  }
  // Holding the box's place, so that none starts in the middle.
  const place = await openControl(folder, { status: busy, recheck: busy, restore: busy })
  try {
    finishRestore(folder)
  } finally {
    await place.close()
  }
}
