// Makes the key that signs licences, and licences. What a program wants to read goes to stdout, everything else to stderr.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { createSigningKeys, issueLicence, privateJwkSchema } from '../server/licence/token.ts'
import type { PrivateJwk } from '../server/licence/token.ts'

const usage = `Usage:
  scripts/licence keygen [--force] [--key FILE]           make the signing key, print the public one
  scripts/licence issue --name NAME --days N [--key FILE] print a licence
The signing key is kept in FILE, else where BEDDYBYTES_LICENCE_PRIVATE_KEY_FILE says, else in the data folder.`

/** A mistake of the person at the keyboard: its message is all that they need. */
class UsageError extends Error {}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        days: { type: 'string' },
        key: { type: 'string' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function keyFile(option: string | undefined): string {
  const data = process.env['BEDDYBYTES_DATA'] || join(import.meta.dirname, '../data')
  return resolve(option ?? (process.env['BEDDYBYTES_LICENCE_PRIVATE_KEY_FILE'] || join(data, 'licence-private-key')))
}

async function keygen(file: string, force: boolean): Promise<void> {
  const { privateJwk, publicKey } = await createSigningKeys()
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  if (force) await rm(file, { force: true })
  try {
    await writeFile(file, `${JSON.stringify(privateJwk)}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new UsageError(
      `There is a signing key in ${file} already. Licences signed with it end with it: --force replaces it.`,
    )
  }
  console.error(`The signing key is in ${file}. Keep a copy: without it you can issue no more licences.`)
  console.error('Ask for licences by giving the box the public key, BEDDYBYTES_LICENCE_PUBLIC_KEY=')
  console.log(publicKey)
}

async function issue(file: string, name: string | undefined, daysText: string | undefined): Promise<void> {
  if (name === undefined || daysText === undefined) throw new UsageError(`issue needs --name and --days.\n${usage}`)
  const days = Number(daysText)
  if (!/^\d{1,5}$/.test(daysText) || days < 1 || days > 36_500) {
    throw new UsageError('--days is a whole number from 1 to 36500.')
  }
  const key = await readKey(file)
  const token = await issueLicence(key, { name, days }, new Date()).catch((error: unknown) => {
    if (!v.isValiError(error)) throw error
    throw new UsageError('--name is 1 to 100 characters, without control characters.')
  })
  console.error(`A licence for ${name.trim()}, good for ${days === 1 ? 'one day' : `${days} days`}:`)
  console.log(token)
}

async function readKey(file: string): Promise<PrivateJwk> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new UsageError(
      missing ? `There is no signing key in ${file}: run scripts/licence keygen first.` : String(error),
    )
  }
  try {
    return v.parse(privateJwkSchema, JSON.parse(text))
  } catch {
    throw new UsageError(`What is in ${file} is no signing key.`)
  }
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments(process.argv.slice(2))
  const [command, ...more] = positionals
  if (values.help) {
    console.log(usage)
  } else if (more.length > 0) {
    throw new UsageError(`There is nothing to do with ${more.join(' ')}.\n${usage}`)
  } else if (command === 'keygen') {
    await keygen(keyFile(values.key), values.force)
  } else if (command === 'issue') {
    await issue(keyFile(values.key), values.name, values.days)
  } else {
    throw new UsageError(usage)
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof Error && 'syscall' in error)) throw error
  console.error(error.message)
  process.exitCode = 1
}
