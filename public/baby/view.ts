// What the Baby Station shows: what to choose before Start, and while it runs whether it is on.

import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import type { LicenceState } from '../shell/page.ts'
import { text } from '../text/text.ts'
import { PageHeader } from '../ui/page-header.ts'
import type { BabyModel } from './model.ts'
import { Running } from './running-view.ts'
import { Setup } from './setup-view.ts'

export interface BabyViewProps {
  readonly model: BabyModel
  readonly licence: ReadonlySignal<LicenceState | null>
}

export function BabyView({ model, licence }: BabyViewProps): VNode {
  const station = model.station.value
  const header = h(PageHeader, { title: text.shell.babyStation })
  return station.state === 'running'
    ? html`<div class="station baby running">${header}${h(Running, { model, station })}</div>`
    : html`<div class="baby calm">${header}${h(Setup, { model, licence: licence.value, station })}</div>`
}
