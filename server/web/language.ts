// Which language an asker gets: the one chosen for this browser, else the one that it asks for first among those that there are.

import { isLanguage, languageCookie, type Language } from '../../public/shared/languages.ts'
import type { WebRequest } from './exchange.ts'

type AskHeaders = WebRequest['headers']

/** For answers whose words follow the asker: what is kept of them on the way is for nobody else. */
export const languageHeaders = (language: Language) => ({
  'Content-Language': language,
  Vary: 'Accept-Encoding, Accept-Language, Cookie',
})

export function languageFor(headers: AskHeaders): Language {
  return chosenLanguage(headers.get('cookie') ?? '') ?? acceptedLanguage(headers.get('accept-language') ?? '') ?? 'en'
}

function chosenLanguage(cookies: string): Language | null {
  for (const part of cookies.split(';')) {
    const [key, value = ''] = part.trim().split('=', 2)
    if (key === languageCookie) return isLanguage(value) ? value : null
  }
  return null
}

/**
 * RFC 9110, 12.5.4, with the look-up of RFC 4647: `de-AT` is content with `de`. Null when it asks for none of them, or for
 * anything at all.
 */
export function acceptedLanguage(accept: string): Language | null {
  let best: { readonly language: Language; readonly weight: number } | null = null
  for (const item of accept.split(',')) {
    const [, tag = '', quality = '1'] =
      /^\s*([A-Za-z]{2,3})(?:-[A-Za-z0-9-]+)?\s*(?:;\s*[qQ]=([01](?:\.\d{0,3})?)\s*)?$/.exec(item) ?? []
    const language = tag.toLowerCase()
    const weight = Number(quality)
    if (isLanguage(language) && weight > (best?.weight ?? 0)) best = { language, weight }
  }
  return best?.language ?? null
}
