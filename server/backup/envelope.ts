// The bytes of a backup file: a line that says what it is, a line that says how it is sealed, the contents, and a seal over all
// of it. No archive: it has no names, links or compression that could lead anywhere.

import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** The file cannot be used; the message is for the owner. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

const format = 1
/** A household is a few kilobytes. The worst that JSON can be takes fifty times as much memory. */
export const maxBackupBytes = 4 * 1024 * 1024
const mostSealBytes = 200
/** OWASP's first recommendation for scrypt: 128 MiB. Not read from the file, which could ask for any amount. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1024 * 1024 }
const cipher = 'aes-256-gcm'
const saltBytes = 16
const ivBytes = 12
const tagBytes = 16
const digestBytes = 32
const damaged = 'This backup is damaged or incomplete.'

/**
 * An empty passphrase is none: the contents can then be read by whoever has the file.
 * @throws BackupError when there is so much that it could not be restored.
 */
export async function seal(contents: Buffer, passphrase: string): Promise<Buffer> {
  if (contents.length > maxBackupBytes - mostSealBytes) {
    throw new BackupError(
      'There are too many accounts for a backup. Nothing has been written: copy the whole data folder.',
    )
  }
  const title = `BeddyBytes backup ${format}\n`
  if (passphrase === '') {
    const bytes = Buffer.concat([Buffer.from(`${title}open\n`), contents])
    return Buffer.concat([bytes, digest(bytes)])
  }
  const salt = randomBytes(saltBytes)
  const iv = randomBytes(ivBytes)
  const head = Buffer.from(`${title}encrypted ${salt.toString('hex')} ${iv.toString('hex')}\n`)
  const encrypting = createCipheriv(cipher, await keyFrom(passphrase, salt), iv).setAAD(head)
  return Buffer.concat([head, encrypting.update(contents), encrypting.final(), encrypting.getAuthTag()])
}

/** @throws BackupError when a single bit is not as it was. */
export async function unseal(bytes: Buffer, passphrase: string): Promise<Buffer> {
  if (bytes.length === 0) throw new BackupError('Nothing came in. Give the backup file: beddybytes restore < FILE')
  if (bytes.length > maxBackupBytes) throw new BackupError('This is too large to be a backup of BeddyBytes.')
  const [, version, manner, headLength] = readHead(bytes)
  if (version > format) {
    throw new BackupError('This backup was made by a newer BeddyBytes. Update this one first, then restore again.')
  }
  const body = bytes.subarray(headLength)
  const head = bytes.subarray(0, headLength)
  if (manner === 'open') {
    const end = body.length - digestBytes
    if (end < 0 || !timingSafeEqual(digest(bytes.subarray(0, headLength + end)), body.subarray(end))) {
      throw new BackupError(damaged)
    }
    return body.subarray(0, end)
  }
  const [, salt, iv] = /^encrypted ([\da-f]{32}) ([\da-f]{24})$/.exec(manner) ?? []
  if (salt === undefined || iv === undefined || body.length < tagBytes) throw new BackupError(damaged)
  if (passphrase === '') {
    throw new BackupError('This backup is encrypted. Give its passphrase in BEDDYBYTES_BACKUP_PASSPHRASE.')
  }
  const end = body.length - tagBytes
  const key = await keyFrom(passphrase, Buffer.from(salt, 'hex'))
  const decrypting = createDecipheriv(cipher, key, Buffer.from(iv, 'hex'), { authTagLength: tagBytes })
    .setAAD(head)
    .setAuthTag(body.subarray(end))
  try {
    return Buffer.concat([decrypting.update(body.subarray(0, end)), decrypting.final()])
  } catch (cause) {
    throw new BackupError(`Either the passphrase is not the one of this backup, or: ${damaged}`, { cause })
  }
}

function readHead(bytes: Buffer): readonly [string, number, string, number] {
  const start = bytes.subarray(0, 200).toString('latin1')
  const found = /^BeddyBytes backup (\d{1,4})\n(?:([^\n]*)\n)?/.exec(start)
  if (found === null) throw new BackupError('This is no backup of BeddyBytes.')
  return [found[0], Number(found[1]), found[2] ?? '', found[0].length]
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)
const keyFrom = (passphrase: string, salt: Buffer) => derive(passphrase.normalize('NFC'), salt, 32, cost)
