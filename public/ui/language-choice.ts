// The choice of language. Each language is a bundle of its own, so the page is loaded anew; the box reads the choice in the cookie.

import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { isLanguage, languageCodes, languageCookie, languages } from '../shared/languages.ts'
import type { Language } from '../shared/languages.ts'
import { languageText } from '../text/en-language.ts'
import { text } from '../text/text.ts'

/** As long as browsers keep one. */
const keptSeconds = 400 * 24 * 60 * 60

export function LanguageChoice(): VNode {
  return html`<div>
    <label for="language">${languageText.label}</label>
    <select id="language" autocomplete="off" value=${text.shell.language} onChange=${choose}>
      ${languageCodes.map((code) => html`<option key=${code} value=${code} lang=${code}>${languages[code]}</option>`)}
    </select>
  </div>`
}

function choose({ target }: Event): void {
  if (!(target instanceof HTMLSelectElement) || !isLanguage(target.value)) return
  document.cookie = cookieFor(target.value)
  location.reload()
}

/** The welcome page on plain HTTP follows it, too. */
export function cookieFor(language: Language): string {
  return `${languageCookie}=${language}; Path=/; Max-Age=${keptSeconds}; SameSite=Lax`
}
