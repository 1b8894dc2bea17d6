// Builds the welcome page of the plain HTTP port: one file for each language with everything in it, so that the port serves nothing
// else.

import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { build as esbuild } from 'esbuild'
import { languageCodes } from '../../public/shared/languages.ts'
import { checkPage, welcomePage } from '../../public/welcome/page.ts'
import { welcomeWords } from './catalogue.ts'
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
  const pages = languageCodes.flatMap((language) => {
    const words = welcomeWords[language]
    return [
      [`${language}/welcome.html`, welcomePage(words, { styles: take('welcome.css'), script: take('welcome.js') })],
      [`${language}/check.html`, checkPage(words.language, words.title, take('check.js'))],
    ] as const
  })
  const files = [...pages, ['worker.js', take('worker.js')] as const]
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    const draft = join(folder, `${name}-${process.pid}`)
    await writeFile(draft, content)
    await rename(draft, join(folder, name))
  }
  await removeOthers(folder, new Set(files.map(([name]) => name)))
}
