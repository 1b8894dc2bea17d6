// Browsers that can install the app by themselves say so once, and only a tap may bring their question up.

import { signal } from '@preact/signals'
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { appText } from '../text/en-app.ts'

/** https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent, which TypeScript does not know. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>
}

const offered = signal<InstallEvent | null>(null)

addEventListener('beforeinstallprompt', (event) => {
  // Without this, phones put a bar of their own over the page.
  event.preventDefault()
  offered.value = event as InstallEvent
})
addEventListener('appinstalled', () => (offered.value = null))

export function InstallHint(): VNode | null {
  const event = offered.value
  if (event === null) return null
  const install = (): void => {
    // Each offer is good for one question.
    offered.value = null
    event.prompt().catch(() => undefined)
  }
  return html`<button type="button" onClick=${install}>${appText.install}</button>`
}
