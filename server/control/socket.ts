// Where the box listens to commands, and what they may ask.

import { closeSync, openSync } from 'node:fs'
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

export const socketFile = 'control.sock'
/** The kernel takes 107 bytes. */
const maxPathBytes = 100

/** Runs `use` with a path to the socket that is short enough. */
export async function withSocketPath<Result>(folder: string, use: (path: string) => Promise<Result>): Promise<Result> {
  const path = join(folder, socketFile)
  if (Buffer.byteLength(path) <= maxPathBytes) return use(path)
  const descriptor = openSync(folder, 'r')
  try {
    return await use(`/proc/self/fd/${descriptor}/${socketFile}`)
  } finally {
    closeSync(descriptor)
  }
}
