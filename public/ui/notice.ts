// A sentence or two that somebody should read, with its tone in word, colour and shape.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { Icon } from './icon.ts'
import type { IconName } from './icon.ts'

export type NoticeTone = 'info' | 'good' | 'warning' | 'danger'

const icons: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  good: 'check',
  warning: 'triangle-alert',
  danger: 'triangle-alert',
}

export interface NoticeProps {
  readonly id?: string
  readonly tone: NoticeTone
  /** `alert` for what a person has to hear at once, `status` for what can wait until the reader is silent. */
  readonly role?: 'alert' | 'status'
  readonly children: ComponentChildren
}

export function Notice({ id, tone, role, children }: NoticeProps): VNode {
  return html`<div class=${`notice ${tone}`} id=${id} role=${role}>
    ${h(Icon, { name: icons[tone] })}
    <div>${children}</div>
  </div>`
}
