// Where the link of another phone's code leads on a phone that is logged in already.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { nightText } from '../text/en-night.ts'
import { Notice } from '../ui/notice.ts'
import { PageHeader } from '../ui/page-header.ts'
import type { VerifyModel } from './verify-model.ts'

const words = nightText.household

export function VerifyThisPhone({ model }: { readonly model: VerifyModel }): VNode {
  const state = model.state.value
  return html`<div class="calm">
    ${h(PageHeader, { title: words.joinTitle })}
    ${
      state === 'asking'
        ? html`<section class="stack sheet">
            <p>${words.joinQuestion(model.username)}</p>
            ${model.replaces && html`<p>${words.joinReplaces}</p>`}
            <button class="primary" type="button" onClick=${() => model.verify()}>${words.joinYes}</button>
          </section>`
        : null
    }
    ${state === 'verified' && h(Notice, { tone: 'good', role: 'status', children: words.joined })}
    ${state === 'failed' && h(Notice, { tone: 'danger', role: 'alert', children: words.joinFailed })}
  </div>`
}
