// What was asked of the box has failed, and a tap asks again.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { text } from '../text/text.ts'
import { Notice } from './notice.ts'

export function Failed({ message, onAgain }: { readonly message: string; readonly onAgain: () => void }): VNode {
  return html`${h(Notice, { tone: 'danger', role: 'alert', children: message })}
    <button type="button" onClick=${onAgain}>${text.shell.tryAgain}</button>`
}
