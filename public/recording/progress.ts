// How far a file is.

import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { recordingText as text } from '../text/en-recording.ts'

export function Progress({ share }: { readonly share: number }): VNode {
  const percent = Math.round(share * 100)
  return html`<p class="hint">
    ${text.finishing(percent)}<br />
    <progress max="100" value=${percent} aria-label=${text.progress}></progress>
  </p>`
}
