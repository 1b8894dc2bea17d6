// A box that can be updated: to the same app with other words, and so with other names for nearly all of its files.

import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPublic } from '../build/bundle.ts'
import { openBox } from './box.ts'
import type { Box } from './box.ts'

export interface UpdatedBox {
  readonly box: Box
  /** Paths of the files with a hash in their name, as they are now. */
  files(): readonly string[]
  /** Pulls the plug, and starts the next version. */
  update(): Promise<void>
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')

/** @param words what the next version says instead, among the words that all pages share */
export async function openUpdatedBox(words: { readonly from: string; readonly to: string }): Promise<UpdatedBox> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-update-'))
  const [served, next] = [join(folder, '.build/public'), join(folder, 'next')]
  for (const part of ['.build', 'public']) cpSync(join(root, part), join(folder, part), { recursive: true })
  for (const part of ['node_modules', 'tsconfig.json']) symlinkSync(join(root, part), join(folder, part))
  const box = await openBox({}, join(folder, '.build/server.js'))

  const catalogue = join(folder, 'public/text/en-common.ts')
  writeFileSync(catalogue, readFileSync(catalogue, 'utf8').replace(words.from, words.to))
  // What is packed already need not be packed again.
  cpSync(served, next, { recursive: true })
  const built = buildPublic(folder, next)
  return {
    box,
    files: () => readdirSync(join(served, 'assets')).map((name) => `/assets/${name}`),
    async update() {
      await built
      await box.kill()
      rmSync(served, { recursive: true })
      renameSync(next, served)
      await box.start()
    },
    async close() {
      await built
      await box.close()
      rmSync(folder, { recursive: true })
    },
  }
}
