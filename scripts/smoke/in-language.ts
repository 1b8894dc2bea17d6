// A phone whose browser speaks another language than English, and the words that it shows.

import { languageCodes, languageCookie } from '../../public/shared/languages.ts'
import type { Language } from '../../public/shared/languages.ts'
import type { accountText } from '../../public/text/en-account.ts'
import type { babyText } from '../../public/text/en-baby.ts'
import type { bedsideText } from '../../public/text/en-bedside.ts'
import type { commonText } from '../../public/text/en-common.ts'
import type { gridText } from '../../public/text/en-grid.ts'
import type { nightText } from '../../public/text/en-night.ts'
import type { parentText } from '../../public/text/en-parent.ts'
import type { roomText } from '../../public/text/en-room.ts'
import type { Words } from '../../public/text/words.ts'
import type { Family } from './house.ts'
import type { Phone } from './phone.ts'

type OtherLanguage = Exclude<Language, 'en'>

export const otherLanguages = languageCodes.filter((code): code is OtherLanguage => code !== 'en')

interface Catalogues {
  readonly accountText: Words<typeof accountText>
  readonly babyText: Words<typeof babyText>
  readonly bedsideText: Words<typeof bedsideText>
  readonly commonText: Words<typeof commonText>
  readonly gridText: Words<typeof gridText>
  readonly nightText: Words<typeof nightText>
  readonly parentText: Words<typeof parentText>
  readonly roomText: Words<typeof roomText>
}

const files = ['account', 'baby', 'bedside', 'common', 'grid', 'night', 'parent', 'room'] as const

export async function wordsIn(language: OtherLanguage): Promise<Catalogues> {
  const catalogues = await Promise.all(files.map((file) => import(`../../public/text/${language}/${file}.ts`)))
  return Object.assign({}, ...catalogues) as Catalogues
}

/** @param options as of Family.phone; without a path it is home */
export async function phoneIn(
  language: OtherLanguage,
  family: Family,
  label: string,
  { path = '/', ...options }: NonNullable<Parameters<Family['phone']>[1]> = {},
): Promise<Phone> {
  const phone = await family.phone(`${label} in ${language}`, { ...options, path: null })
  await phone.context.setCookie({ name: languageCookie, value: language, domain: 'localhost', path: '/' })
  if (path !== null) await phone.go(path)
  return phone
}
