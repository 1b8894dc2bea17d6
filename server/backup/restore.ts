// Puts a backup in the place of what is in the data folder, whole or not at all: everything is made ready in a folder beside
// it, one rename decides, and what has been decided is finished at the next start if the plug is pulled meanwhile.

import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '../store/database.ts'
import { load } from '../store/dump.ts'
import { copiesIn } from '../store/upgrade-copy.ts'
import { rootFiles } from '../trust/root.ts'
import { licenceKeyFile, type Contents } from './contents.ts'
import { BackupError } from './envelope.ts'

const draftFolder = 'restore.new'
const readyFolder = 'restore'
/** In this order: a root without its key is taken for damaged. */
const names = [databaseFile, rootFiles.key, rootFiles.certificate, licenceKeyFile]

/** After this the restore takes place, now or at the next start. @throws BackupError; nothing has been changed. */
export function prepareRestore(folder: string, contents: Contents): void {
  const draft = join(folder, draftFolder)
  const ready = join(folder, readyFolder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  try {
    const unfit = load(contents.database, join(draft, databaseFile))
    if (unfit === 'newer') {
      throw new BackupError('This backup was made by a newer BeddyBytes. Update this one first, then restore again.')
    }
    if (unfit === 'damaged') throw new BackupError('The accounts in this backup are not as BeddyBytes writes them.')
    const { root, licenceKey } = contents
    if (root !== null) {
      writeFileSync(join(draft, rootFiles.certificate), root.certificate, { mode: 0o600 })
      writeFileSync(join(draft, rootFiles.key), root.key, { mode: 0o600 })
    }
    if (licenceKey !== null) writeFileSync(join(draft, licenceKeyFile), licenceKey, { mode: 0o600 })
    for (const name of readdirSync(draft)) flush(join(draft, name))
    flush(draft)
    rmSync(ready, { recursive: true, force: true })
    renameSync(draft, ready)
    flush(folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** To be called while nobody has the database open. True when there was something to finish. */
export function finishRestore(folder: string): boolean {
  const ready = join(folder, readyFolder)
  // Of a restore that was cut short: accounts that nobody would ever delete.
  rmSync(join(folder, draftFolder), { recursive: true, force: true })
  const found = entries(ready)
  if (found === null) return false
  if (found.includes(databaseFile)) {
    // What the former database had still in its log must not get into the new one.
    for (const suffix of ['-wal', '-shm']) rmSync(join(folder, `${databaseFile}${suffix}`), { force: true })
    for (const copy of copiesIn(folder, databaseFile)) rmSync(join(folder, copy))
  }
  for (const name of names) if (found.includes(name)) renameSync(join(ready, name), join(folder, name))
  flush(folder)
  rmSync(ready, { recursive: true })
  flush(folder)
  return true
}

function entries(folder: string): string[] | null {
  try {
    return readdirSync(folder)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw problem
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
