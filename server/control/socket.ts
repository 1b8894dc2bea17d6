// Where the box listens to commands, and what they may ask.

import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface BoxStatus {
  /** ISO 8601. */
  readonly startedAt: string
  /** Where a phone reaches it, the name first. */
  readonly urls: readonly string[]
  /** The page that says how a phone comes to trust it. */
  readonly welcomeUrl: string
}

export const requests = ['status', 'recheck', 'restore'] as const
export type Request = (typeof requests)[number]

/** Not in the data folder, where whoever copies it would trip over a socket; and not by TMPDIR, which each shell may have its own. */
const base = '/tmp'

/**
 * The socket of the box that works with this data folder: box and command both find it from there. The folder's owner is part of the
 * name, because what a former owner has left in /tmp is not another's to remove.
 */
export function socketPath(dataFolder: string): string {
  const path = realpathSync(dataFolder)
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 16)
  return join(base, `beddybytes-${statSync(path).uid}-${digest}`, 'control.sock')
}

export function makePrivate(folder: string, dataFolder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
  }
  if (!isPrivate(folder, dataFolder)) throw new Error(`${folder} is somebody else's, or open to others. Remove it.`)
}

/** Anybody may have made it before: only what its owner alone can enter is believed, and nothing that leads elsewhere. */
export function isPrivate(folder: string, dataFolder: string): boolean {
  const info = lstatSync(folder, { throwIfNoEntry: false })
  const trusted = [0, process.getuid?.(), statSync(dataFolder).uid]
  return info?.isDirectory() === true && (info.mode & 0o077) === 0 && trusted.includes(info.uid)
}
