// `beddybytes restore < FILE`: puts a backup in the place of what is here. A box that runs takes it over at once; if none runs,
// the command does.

import { readContents } from '../../backup/contents.ts'
import { BackupError, maxBackupBytes, unseal } from '../../backup/envelope.ts'
import { finishRestore, prepareRestore } from '../../backup/restore.ts'
import { ask, askStatus } from '../../control/ask.ts'
import { FolderInUseError, takePlace } from '../../control/place.ts'
import { OwnerError, type Owner } from './owner.ts'
import { readInput } from './read-input.ts'

export async function restore(owner: Owner): Promise<void> {
  const { dataFolder, input, passphrase } = owner
  if (input.isTTY === true) throw new OwnerError('Give the backup file: beddybytes restore < FILE')
  const bytes = await readInput(input, maxBackupBytes)
  if (bytes === null) throw new BackupError('This is too large to be a backup of BeddyBytes. Nothing has been changed.')
  try {
    const contents = readContents(await unseal(bytes, passphrase))
    // A box that cannot be reached would lose its database under it: nothing is made ready then.
    await askStatus(dataFolder)
    prepareRestore(dataFolder, contents)
    await takeOver(dataFolder)
    const count = contents.database.tables['accounts']?.length ?? 0
    owner.say(
      `Restored the backup of ${contents.createdAt.slice(0, 10)} with ${count === 1 ? 'one account' : `${count} accounts`}. Every phone has to log in again.`,
    )
  } catch (problem) {
    if (problem instanceof BackupError || problem instanceof FolderInUseError) {
      throw new OwnerError(`${problem.message} Nothing has been changed.`)
    }
    throw problem
  }
}

async function takeOver(folder: string): Promise<void> {
  try {
    if ((await ask(folder, 'restore')) !== null) return
    const leave = await takePlace(folder)
    try {
      finishRestore(folder)
    } finally {
      leave()
    }
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem)
    throw new OwnerError(`${reason} The backup lies ready: it is taken over when BeddyBytes starts next.`)
  }
}
