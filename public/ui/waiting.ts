// Says what is being waited for. It shows itself after 300 ms, by style sheet, so that short waits do not flicker.

import { html } from 'htm/preact'
import type { VNode } from 'preact'

export function Waiting({ text }: { readonly text: string }): VNode {
  return html`<p class="waiting" aria-live="polite">${text}</p>`
}
