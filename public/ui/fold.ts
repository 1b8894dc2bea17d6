// What most nights stays closed is drawn when it is first opened.

import { html } from 'htm/preact'
import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'

interface FoldProps {
  readonly title: string
  readonly content: ComponentChildren
}

export function Fold({ title, content }: FoldProps): VNode {
  const [wasOpened, setOpened] = useState(false)
  return html`<details onToggle=${() => setOpened(true)}>
    <summary>${title}</summary>
    ${wasOpened ? content : null}
  </details>`
}
