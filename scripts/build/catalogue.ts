// One bundle for each language: what imports a catalogue of public/text gets that of the language, so that no page carries words
// that it does not show.

import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'
import type { Language } from '../../public/shared/languages.ts'
import { commonText as deCommon } from '../../public/text/de/common.ts'
import { documentText as deDocument } from '../../public/text/de/document.ts'
import { helpText as deHelp } from '../../public/text/de/help.ts'
import { welcomeText as deWelcome } from '../../public/text/de/welcome.ts'
import { commonText as enCommon } from '../../public/text/en-common.ts'
import { documentText as enDocument } from '../../public/text/en-document.ts'
import { helpText as enHelp } from '../../public/text/en-help.ts'
import { welcomeText as enWelcome } from '../../public/text/en-welcome.ts'
import { commonText as esCommon } from '../../public/text/es/common.ts'
import { documentText as esDocument } from '../../public/text/es/document.ts'
import { helpText as esHelp } from '../../public/text/es/help.ts'
import { welcomeText as esWelcome } from '../../public/text/es/welcome.ts'
import { commonText as frCommon } from '../../public/text/fr/common.ts'
import { documentText as frDocument } from '../../public/text/fr/document.ts'
import { helpText as frHelp } from '../../public/text/fr/help.ts'
import { welcomeText as frWelcome } from '../../public/text/fr/welcome.ts'
import type { Words } from '../../public/text/words.ts'

/** Of what stands in the pages themselves, before any script. */
export const documentWords: Readonly<Record<Language, Words<typeof enDocument>>> = {
  en: enDocument,
  de: deDocument,
  fr: frDocument,
  es: esDocument,
}

/** Of what a page shows before its code is there. */
export const commonWords: Readonly<Record<Language, Words<typeof enCommon>>> = {
  en: enCommon,
  de: deCommon,
  fr: frCommon,
  es: esCommon,
}

export const welcomeWords: Readonly<Record<Language, Words<typeof enWelcome>>> = {
  en: enWelcome,
  de: deWelcome,
  fr: frWelcome,
  es: esWelcome,
}

export const helpWords: Readonly<Record<Language, Words<typeof enHelp>>> = {
  en: enHelp,
  de: deHelp,
  fr: frHelp,
  es: esHelp,
}

const english = /\/text\/en-[a-z-]+\.ts$|^\.\/en-[a-z-]+\.ts$/

/** `public/text/en-baby.ts` is `public/text/de/baby.ts` in German, and exports the same name. */
export function translated(file: string, language: Language): string {
  return language === 'en' ? file : join(dirname(file), language, basename(file).replace(/^en-/, ''))
}

/** What is not translated yet stays English, so that it can be tried; public/text/catalogue.test.ts finds it. */
export function inLanguage(language: Language): Plugin {
  return {
    name: 'language',
    setup({ onResolve }) {
      onResolve({ filter: english }, async ({ path, resolveDir }) => {
        const file = join(resolveDir, path)
        const there = translated(file, language)
        return { path: (await exists(there)) ? there : file }
      })
    },
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
