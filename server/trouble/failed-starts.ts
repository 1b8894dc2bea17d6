// Counts starts that did not succeed, across restarts: a container engine tries again and again, and in the end somebody has to be told.

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface FailedStarts {
  /** Counts this start as failed, until it has succeeded; so one that is killed counts too. Gives how many have failed with it. */
  begin(): number
  succeeded(): void
}

/** A container engine has then tried for more than a minute, with ever longer pauses. */
export const manyFailedStarts = 10
export const failedStartsFile = 'failed-starts'

export function createFailedStarts(folder: string): FailedStarts {
  const file = join(folder, failedStartsFile)
  return {
    begin() {
      const count = read(file) + 1
      try {
        writeFileSync(file, `${count}\n`, { mode: 0o600 })
      } catch {
        // No folder yet, none of ours, or a full disk: the start itself says so.
      }
      return count
    },
    succeeded: () => rmSync(file, { force: true }),
  }
}

function read(file: string): number {
  try {
    const text = readFileSync(file, 'utf8').trim()
    return /^\d{1,6}$/.test(text) ? Number(text) : 0
  } catch {
    return 0
  }
}
