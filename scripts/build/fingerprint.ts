// Tells whether the build is still that of the sources: by their contents, because times lie after a copy or an update.

import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const fileName = 'fingerprint'
const folders = ['public', 'server', 'scripts/build']
const files = ['package-lock.json', 'tsconfig.json']

/** A digest of everything that the build reads. */
export async function sourceFingerprint(root: string): Promise<string> {
  const listed = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    }),
  )
  const paths = [...listed.flat(), ...files].toSorted()
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path))))
  const digest = createHash('sha256')
  paths.forEach((path, index) => {
    const content = contents[index] ?? Buffer.alloc(0)
    digest.update(`${path}\0${content.length}\0`).update(content)
  })
  return digest.digest('hex')
}

/** The fingerprint of the last build that was finished, or undefined. */
export async function readFingerprint(output: string): Promise<string | undefined> {
  return readFile(join(output, fileName), 'utf8').catch(() => undefined)
}

export async function writeFingerprint(output: string, fingerprint: string): Promise<void> {
  await writeFile(join(output, fileName), fingerprint)
}
