// Who hears the Baby Station, and what to do when nobody does.

import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import type { Watcher } from '../baby/watchers.ts'
import { nightText } from '../text/en-night.ts'
import { watchingText } from '../text/en-watching.ts'
import { Notice } from '../ui/notice.ts'

export interface ListenersProps {
  readonly parents: ReadonlySignal<{ readonly hearing: number; readonly dropped: number }>
  readonly watchers: ReadonlySignal<readonly Watcher[]>
}

export function Listeners({ parents, watchers }: ListenersProps): VNode {
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
  ${watchers.value.length === 0 ? null : h(Watchers, { watchers: watchers.value })}
  ${dropped === 0 ? null : h(Notice, { tone: 'warning', children: words.dropped(dropped) })}` as VNode
}

function Watchers({ watchers }: { readonly watchers: readonly Watcher[] }): VNode {
  return html`<div class="watchers">
    <p class="hint" id="watchers">${watchingText.title}</p>
    <ul role="list" aria-labelledby="watchers">
      ${watchers.map(
        ({ call, name, hears }) =>
          html`<li key=${call}>
            <bdi>${name}</bdi>${hears ? null : html`<span class="hint">${watchingText.soundOff}</span>`}
          </li>`,
      )}
    </ul>
  </div>`
}
