// The choice between night and day, kept on this phone.

import { useSignal } from '@preact/signals'
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { phoneStorage } from '../signalling/storage.ts'
import { themeText } from '../text/en-theme.ts'
import { keepTheme, readTheme, showTheme, themes } from './theme.ts'

export function ThemeChoice(): VNode {
  const chosen = useSignal(readTheme(phoneStorage))

  function choose(event: Event): void {
    const { target } = event
    const theme = themes.find((one) => target instanceof HTMLSelectElement && one === target.value)
    if (theme === undefined) return
    chosen.value = theme
    keepTheme(phoneStorage, theme)
    showTheme(document, theme)
  }

  return html`<div>
    <label for="theme">${themeText.label}</label>
    <select id="theme" value=${chosen.value} onChange=${choose}>
      ${themes.map((theme) => html`<option key=${theme} value=${theme}>${themeText.themes[theme]}</option>`)}
    </select>
  </div>`
}
