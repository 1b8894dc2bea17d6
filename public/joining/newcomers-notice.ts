// What the home page says of phones that were let in.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import { joiningText } from '../text/en-joining.ts'
import { accountText } from '../text/en-account.ts'
import { sayDateTime } from '../ui/format.ts'
import { Notice } from '../ui/notice.ts'
import type { Newcomer } from './newcomers.ts'

export function sayNewcomers(newcomers: readonly Newcomer[], seen: () => void): ComponentChildren {
  return h(Notice, {
    tone: 'warning',
    role: 'status',
    children: html`<div class="stack">
      ${newcomers.map(
        ({ id, name, joinedAt }) =>
          html`<p key=${id}>${joiningText.newcomer(name, sayDateTime(new Date(joinedAt)))}</p>`,
      )}
      <p>${joiningText.newcomerHint} <a class="line-link" href="/account">${accountText.devicesTitle}</a></p>
      <button type="button" onClick=${seen}>${joiningText.newcomerSeen}</button>
    </div>`,
  })
}
