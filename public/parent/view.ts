// What the Parent Station shows: the picture from edge to edge, and under it whether it is true, the controls and the list.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { text } from '../text/text.ts'
import { Icon } from '../ui/icon.ts'
import type { IconName } from '../ui/icon.ts'
import { PageHeader } from '../ui/page-header.ts'
import { Controls } from './controls.ts'
import type { ParentModel } from './model.ts'
import { Stage } from './stage.ts'
import { StationList } from './station-list.ts'
import type { Status } from './words.ts'

const icons: Readonly<Record<Status, IconName>> = {
  connecting: 'circle',
  live: 'check',
  reconnecting: 'triangle-alert',
  stopped: 'square',
}

export interface ParentViewProps {
  readonly model: ParentModel
  /** A guest sees one station: no way home, no list, nothing to record. */
  readonly guest?: Guest
}

interface Guest {
  readonly station: string
  /** A whole sentence. */
  readonly until: string
}

export function ParentView({ model, guest }: ParentViewProps): VNode {
  const status = model.status.value
  return html`<div class="station parent">
    ${guest === undefined ? h(PageHeader, { title: text.shell.parentStation }) : h(GuestHeader, guest)}
    ${h(Stage, { model })}
    <div class="panel">
      <div class=${`status ${status}`}>
        ${h(Icon, { name: icons[status] })}
        <p role="status">${text.parent.status[status]}</p>
      </div>
      ${h(Proof, { model })} ${h(Explanations, { model, guest: guest !== undefined })}
      ${
        model.player.blocked.value
          ? html`<button class="primary big" type="button" onClick=${() => model.listen()}>
              ${h(Icon, { name: 'ear' })}${text.parent.tapToListen}
            </button>`
          : null
      }
      ${h(Controls, { model, records: guest === undefined })}
      ${guest === undefined ? h(StationList, { model }) : html`<p class="hint">${guest.until}</p>`}
    </div>
  </div>`
}

function GuestHeader({ station }: Guest): VNode {
  return html`<header class="bar guest"><h1>${station}</h1></header>`
}

/** Not announced: it changes each second. */
function Proof({ model }: { readonly model: ParentModel }): VNode | null {
  const age = model.proofAgeS.value
  if (age === null) return null
  const words = model.status.value === 'live' ? text.parent.proof(age) : text.parent.lastProof(text.parent.ago(age))
  return html`<p class="proof">${words}</p>`
}

function Explanations({ model, guest }: { readonly model: ParentModel; readonly guest: boolean }): VNode {
  const words = guest ? { ...text.parent.explanations, ...text.parent.guestExplanations } : text.parent.explanations
  const found = model.explanations.value
  const awake = model.awake.state.value
  return html`<div class="explanation" aria-live="polite">
    ${found.map((name) => html`<p key=${name}>${words[name]}</p>`)}
    ${!guest && found.includes('logged-out') ? html`<p><a class="line-link" href="/parent">${text.parent.logIn}</a></p>` : null}
    ${model.newcomer.value === null ? null : html`<p>${text.parent.newcomer(model.newcomer.value)}</p>`}
    ${awake === 'unavailable' || awake === 'paused' ? html`<p>${text.parent.awake[awake]}</p>` : null}
  </div>`
}
