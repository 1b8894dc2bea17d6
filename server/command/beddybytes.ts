// `beddybytes NAME`: what the owner does by command line. What was asked for goes to stdout, everything else to stderr.

import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { BackupError } from '../backup/envelope.ts'
import { FolderInUseError } from '../control/place.ts'
import { readSettings, SettingsError } from '../settings.ts'
import { DatabaseError } from '../store/database.ts'
import { listAccounts } from './owner/accounts.ts'
import { backup } from './owner/backup.ts'
import { OwnerError, type Owner } from './owner/owner.ts'
import { resetPassword } from './owner/reset-password.ts'
import { restore } from './owner/restore.ts'
import { showStatus } from './owner/status.ts'
import { showTrust } from './owner/trust.ts'

const usage = `Usage: beddybytes COMMAND
  status                 is it running, where, and is its data whole?
  accounts               who has an account here
  reset-password NAME    print a new password for NAME; with --stdin take it from the first line of the input
  backup > FILE          everything that has to be kept; encrypted if BEDDYBYTES_BACKUP_PASSPHRASE is set
  restore < FILE         put a backup in the place of what is here; every phone has to log in again
  trust                  the root's fingerprint, and a QR code to the page that installs it`

/** This file is bundled to `.build/command/beddybytes.js`. */
const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const ownerErrors = [OwnerError, BackupError, DatabaseError, SettingsError, FolderInUseError]

async function main(): Promise<void> {
  const { command, operands, stdin } = readArguments(process.argv.slice(2))
  if (command === 'help') return write(`${usage}\n`)
  const { dataFolder, hostname, httpPort, tlsCertificate } = readSettings(process.env, projectFolder)
  const owner: Owner = {
    dataFolder,
    welcomeUrl: `http://${hostname}${httpPort === 80 ? '' : `:${httpPort}`}`,
    bringsCertificate: tlsCertificate !== null,
    passphrase: process.env['BEDDYBYTES_BACKUP_PASSPHRASE'] ?? '',
    input: process.stdin,
    isTerminal: process.stdout.isTTY,
    write,
    say: (line) => console.error(line),
  }
  const [name, ...more] = operands
  if (more.length > 0 || (name !== undefined) !== (command === 'reset-password')) throw new OwnerError(usage)
  switch (command) {
    case 'status':
      return showStatus(owner)
    case 'accounts':
      return listAccounts(owner)
    case 'reset-password':
      return resetPassword(owner, name ?? '', stdin)
    case 'backup':
      return backup(owner)
    case 'restore':
      return restore(owner)
    case 'trust':
      return showTrust(owner)
    default:
      throw new OwnerError(usage)
  }
}

function readArguments(args: string[]): { command: string; operands: string[]; stdin: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        stdin: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const [command = '', ...operands] = positionals
    return { command: values.help ? 'help' : command, operands, stdin: values.stdin }
  } catch (problem) {
    throw new OwnerError(`${problem instanceof Error ? problem.message : String(problem)}\n${usage}`)
  }
}

/** Resolves when it is out: a pipe that is slow must not cut a backup short. */
function write(bytes: string | Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(bytes, (problem) => (problem ? reject(problem) : resolve()))
  })
}

/** One line for what the owner can put right; a bug keeps its stack. */
function explain(problem: unknown): string {
  if (ownerErrors.some((kind) => problem instanceof kind)) return (problem as Error).message
  const { code, path } = problem as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM' || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY') {
    return `The data folder is not this user's to work with. Run this as its owner. (${path ?? code})`
  }
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return 'The disk is full. Nothing has been changed.'
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
}

// What the command writes is for the owner of the data alone.
process.umask(0o077)
try {
  await main()
} catch (problem) {
  console.error(explain(problem))
  process.exitCode = 1
}
