// `beddybytes backup > FILE`: everything that has to be kept, in one file, while the box goes on.

import { join } from 'node:path'
import { gather } from '../../backup/contents.ts'
import { seal } from '../../backup/envelope.ts'
import { closeDatabase, databaseFile, openExisting } from '../../store/database.ts'
import { OwnerError, type Owner } from './owner.ts'

export async function backup(owner: Owner): Promise<void> {
  if (owner.isTerminal) throw new OwnerError('A backup is a file: beddybytes backup > FILE')
  const connection = openExisting(join(owner.dataFolder, databaseFile))
  let contents: Buffer
  try {
    contents = gather(owner.dataFolder, connection, new Date())
  } finally {
    closeDatabase(connection)
  }
  await owner.write(await seal(contents, owner.passphrase))
  owner.say(
    owner.passphrase === ''
      ? 'Keep the backup where only you can read it: it holds the key of the root that your phones trust. Give a passphrase in BEDDYBYTES_BACKUP_PASSPHRASE to encrypt it.'
      : 'The backup is encrypted. Without its passphrase nobody can restore it, not even you.',
  )
}
