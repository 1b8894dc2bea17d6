// What became of a tap in a list. It stays in sight while the end of a long list, where it stands, is below the screen.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { Notice } from './notice.ts'

export interface OutcomeProps {
  readonly tone: 'good' | 'danger'
  readonly message: string
}

export function Outcome({ tone, message }: OutcomeProps): VNode {
  const role = tone === 'good' ? 'status' : 'alert'
  return html`<div class="outcome">${h(Notice, { tone, role, children: message })}</div>`
}
