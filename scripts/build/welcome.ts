// Builds the welcome page of the plain HTTP port: one file with everything in it, so that the port serves nothing else.

import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build as esbuild } from 'esbuild'
import { enWelcome } from '../../public/text/en-welcome.ts'
import { checkPage, welcomePage } from '../../public/welcome/page.ts'
import { removeOthers } from './stale.ts'

const sources = ['welcome.ts', 'welcome.css', 'check.ts', 'worker.ts'] as const

export async function buildWelcome(root: string, folder: string): Promise<void> {
  const { outputFiles } = await esbuild({
    absWorkingDir: join(root, 'public/welcome'),
    entryPoints: [...sources],
    outdir: folder,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'warning',
  })
  const built = new Map(outputFiles.map((file) => [basename(file.path), file.text.trim()]))
  const take = (name: string): string => built.get(name) ?? ''
  const page = welcomePage(enWelcome, { styles: take('welcome.css'), script: take('welcome.js') })
  const files = {
    'welcome.html': page,
    'check.html': checkPage(enWelcome.language, enWelcome.title, take('check.js')),
    'worker.js': take('worker.js'),
  }
  await mkdir(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    const draft = join(folder, `${name}-${process.pid}`)
    await writeFile(draft, content)
    await rename(draft, join(folder, name))
  }
  await removeOthers(folder, new Set(Object.keys(files)))
}
