// Clears away what an earlier build left behind.

import { readdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Removes every file in the folder whose path, relative to it, is not among those to keep. */
export async function removeOthers(folder: string, keep: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const stale = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !keep.has(file))
  await Promise.all(stale.map((file) => rm(join(folder, file), { force: true })))
}
