// The line on top of a page: the way home and the page's name, which takes the focus when the page opens.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { text } from '../text/text.ts'
import { Icon } from './icon.ts'

export function PageHeader({ title }: { readonly title: string }): VNode {
  return html`<header class="bar">
    <a class="icon-button" href="/" aria-label=${text.shell.home}>${h(Icon, { name: 'arrow-left' })}</a>
    <h1>${title}</h1>
  </header>`
}
