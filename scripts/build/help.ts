// Builds the manual: its page in each language, and its pictures.

import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { helpPage } from '../../public/help/page.ts'
import type { HelpParts } from '../../public/help/page.ts'
import { languageCodes } from '../../public/shared/languages.ts'
import { helpWords } from './catalogue.ts'
import type { Asset } from './manifest.ts'

export const helpSources = { script: 'public/help/help.ts', style: 'public/help/help.css' } as const

/** @param parts where its script and its style sheet are served */
export async function helpAssets(root: string, parts: Pick<HelpParts, 'script' | 'styles'>): Promise<Asset[]> {
  const pictures = await pictureAssets(join(root, 'public/help/pictures'))
  const urls = Object.fromEntries(pictures.map(({ section, asset }) => [section, asset.path]))
  const pages = languageCodes.map((language): Asset => {
    const page = helpPage(helpWords[language], { ...parts, language, pictures: urls as HelpParts['pictures'] })
    return { path: '/help', file: `${language}/help.html`, language, content: Buffer.from(page), immutable: false }
  })
  return [...pages, ...pictures.map(({ asset }) => asset)]
}

async function pictureAssets(folder: string): Promise<{ readonly section: string; readonly asset: Asset }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.webp'))
  return Promise.all(
    names.toSorted().map(async (name) => {
      const content = await readFile(join(folder, name))
      const section = basename(name, '.webp')
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
      const file = `assets/${section}-${hash}.webp`
      return { section, asset: { path: `/${file}`, file, content, immutable: true } }
    }),
  )
}
