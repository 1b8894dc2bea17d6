// On the home page: which phones another phone has let in since this one was told last.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import { joiningText } from '../text/en-joining.ts'
import { accountText } from '../text/en-account.ts'
import { sayDateTime } from '../ui/format.ts'
import { Notice } from '../ui/notice.ts'
import type { JoiningApi, Newcomer } from './api.ts'

export interface NewcomersModel {
  readonly newcomers: ReadonlySignal<readonly Newcomer[]>
  load(): Promise<void>
  seen(): Promise<void>
}

type NewcomersApi = Pick<JoiningApi, 'newcomers' | 'newcomersSeen'>

export function createNewcomersModel(joining: () => Promise<NewcomersApi>): NewcomersModel {
  const newcomers = signal<readonly Newcomer[]>([])
  return {
    newcomers,
    async load() {
      try {
        const answer = await (await joining()).newcomers()
        if (answer.ok) newcomers.value = answer.value
      } catch {
        // Its code cannot be had now; it is told the next time that this page opens.
      }
    },
    async seen() {
      try {
        const answer = await (await joining()).newcomersSeen()
        if (answer.ok) newcomers.value = []
      } catch {
        // It stays, and can be tapped again.
      }
    },
  }
}

export function NewcomersNotice({ model }: { readonly model: NewcomersModel }): ComponentChildren {
  const newcomers = model.newcomers.value
  if (newcomers.length === 0) return null
  return h(Notice, {
    tone: 'warning',
    role: 'status',
    children: html`<div class="stack">
      ${newcomers.map(
        ({ id, name, joinedAt }) =>
          html`<p key=${id}>${joiningText.newcomer(name, sayDateTime(new Date(joinedAt)))}</p>`,
      )}
      <p>${joiningText.newcomerHint} <a class="line-link" href="/account">${accountText.devicesTitle}</a></p>
      <button type="button" onClick=${() => void model.seen()}>${joiningText.newcomerSeen}</button>
    </div>`,
  })
}
