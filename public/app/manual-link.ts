// The way to the manual from a page that a stream may be running in: it opens beside it.

import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { appText } from '../text/en-app.ts'

export function ManualLink(): VNode {
  return html`<p><a class="line-link" href="/help" target="_blank" rel="noopener">${appText.manual}</a></p>`
}
