// What is in a backup: the accounts, the root that the phones trust, and the key that signs licences, if this box has one.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Connection } from '../store/database.ts'
import { dump } from '../store/dump.ts'
import { readRoot, rootOf } from '../trust/root.ts'
import { BackupError } from './envelope.ts'

/** Where `scripts/licence` keeps the key, if it is used on this machine. */
export const licenceKeyFile = 'licence-private-key'

const rowSchema = v.record(v.string(), v.union([v.string(), v.number(), v.null()]))
const contentsSchema = v.strictObject({
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  database: v.strictObject({
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    tables: v.record(v.string(), v.array(rowSchema)),
  }),
  root: v.nullable(v.strictObject({ certificate: v.string(), key: v.string() })),
  licenceKey: v.nullable(v.string()),
})
/** Up to 100 MB and nine passes: a log-in must not take the box down. */
const affordableHash = /^\$argon2id\$v=19\$m=\d{1,5},t=\d,p=\d\$/
export type Contents = v.InferOutput<typeof contentsSchema>

export function gather(folder: string, connection: Connection, now: Date): Buffer {
  const root = readRoot(folder)
  const contents = {
    createdAt: now.toISOString(),
    database: dump(connection),
    root: root === null ? null : { certificate: root.certificate, key: root.key },
    licenceKey: readIfThere(join(folder, licenceKeyFile)),
  }
  return Buffer.from(JSON.stringify(contents))
}

/** @throws BackupError */
export function readContents(bytes: Buffer): Contents {
  const contents = v.safeParse(contentsSchema, parseJson(bytes.toString('utf8')))
  if (!contents.success) throw new BackupError('The contents of this backup are not as BeddyBytes writes them.')
  const { root, database } = contents.output
  for (const { password_hash: hash } of database.tables['accounts'] ?? []) {
    if (typeof hash !== 'string' || !affordableHash.test(hash)) {
      throw new BackupError('A password in this backup is not kept as BeddyBytes keeps it.')
    }
  }
  if (root !== null && rootOf(root) === null) throw new BackupError('The root certificate in this backup is damaged.')
  return contents.output
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw problem
  }
}
