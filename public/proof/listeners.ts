// Who hears the Baby Station, and what to do when nobody does.

import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { nightText } from '../text/en-night.ts'
import { Notice } from '../ui/notice.ts'

export interface ListenersProps {
  readonly parents: ReadonlySignal<{ readonly hearing: number; readonly dropped: number }>
}

export function Listeners({ parents }: ListenersProps): VNode {
  const { hearing, dropped } = parents.value
  const words = nightText.proof
  return html`${
    hearing > 0
      ? html`<p>${words.hearing(hearing)}</p>`
      : h(Notice, {
          tone: 'warning',
          children: html`<p>${words.nobodyListening}</p>
            <p class="hint">${words.nobodyListeningHint}</p>`,
        })
  }
  ${dropped === 0 ? null : h(Notice, { tone: 'warning', children: words.dropped(dropped) })}` as VNode
}
