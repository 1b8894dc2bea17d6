// What every command of the owner is given, and how it says that something is wrong.

import type { Readable } from 'node:stream'

export interface Owner {
  readonly dataFolder: string
  /** Where the welcome page is by the settings, when no box says where it really is. */
  readonly welcomeUrl: string
  /** BEDDYBYTES_TLS_CERT is set. */
  readonly bringsCertificate: boolean
  readonly passphrase: string
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly isTerminal: boolean
  /** To stdout: what was asked for, and nothing else. */
  write(bytes: string | Buffer): Promise<void>
  /** To stderr: what a person should know besides. */
  say(line: string): void
}

/** A mistake of the person at the keyboard, or something that they can put right: its message is all that they need. */
export class OwnerError extends Error {
  override readonly name = 'OwnerError'
}

/** Nothing that somebody has called themselves moves the cursor or turns the line around. */
export const inert = (text: string) => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{FFFD}')

export const moment = (timeMs: number) => `${new Date(timeMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`
