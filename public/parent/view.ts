// What the Parent Station shows: the picture from edge to edge, and under it whether it is true, the controls and the list.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { TrustSlot } from '../household/trust-slot.ts'
import { parentText } from '../text/en-parent.ts'
import { text } from '../text/text.ts'
import { Icon } from '../ui/icon.ts'
import type { IconName } from '../ui/icon.ts'
import { Notice } from '../ui/notice.ts'
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
  const night = model.night.value
  return html`<div class="station parent">
    ${guest === undefined ? h(PageHeader, { title: text.shell.parentStation }) : h(GuestHeader, guest)}
    <div class=${`mosaic ${night === null ? '' : night.layout.value}`}>
      ${h(Stage, { model })} ${night === null ? null : h(night.Tiles, {})}
    </div>
    <div class="panel">
      ${night === null ? null : h(night.Whose, {})}
      <div class=${`status ${status}`}>
        ${h(Icon, { name: icons[status] })}
        <p><span role="status">${parentText.status[status]}</span>${h(Checked, { model })}</p>
      </div>
      ${model.unguarded.value ? h(Notice, { tone: 'danger', role: 'alert', children: parentText.noAlarm }) : null}
      ${night === null ? null : h(night.AlarmView, { model: night.alarm })} ${h(LastProof, { model })}
      <div class="explanation" aria-live="polite">
        ${model.none.value ? html`<p>${parentText.noneRunning[guest === undefined ? 'family' : 'guest']}</p>` : null}
        ${night === null ? null : h(night.Explanations, { guest: guest !== undefined })}
      </div>
      ${h(ParentTrust, { model, guest: guest !== undefined })}
      ${
        model.player.blocked.value
          ? html`<button class="primary big" type="button" onClick=${() => model.listen()}>
              ${h(Icon, { name: 'ear' })}${parentText.tapToListen}
            </button>`
          : null
      }
      ${model.listed.value ? h(Controls, { model, records: guest === undefined }) : null}
      ${
        /* In front of what is drawn later: nothing moves under the thumb that chooses. */
        guest === undefined ? h(StationList, { model }) : html`<p class="hint">${guest.until}</p>`
      }
      ${night === null ? null : h(night.View, {})}
    </div>
  </div>`
}

function GuestHeader({ station }: Guest): VNode {
  return html`<header class="bar guest"><h1>${station}</h1></header>`
}

/** In the line of the status and not in it: what changes each second is not announced. */
function Checked({ model }: { readonly model: ParentModel }): VNode | null {
  const ago = model.checkedAgoS.value
  if (ago === null || model.status.value !== 'live') return null
  return html`<span class="checked">${parentText.checked(ago)}</span>`
}

function LastProof({ model }: { readonly model: ParentModel }): VNode | null {
  const ago = model.checkedAgoS.value
  if (ago === null || model.status.value === 'live') return null
  return html`<p class="proof">${parentText.lastProof(parentText.ago(ago))}</p>`
}

function ParentTrust({ model, guest }: { readonly model: ParentModel; readonly guest: boolean }): ComponentChildren {
  return h(TrustSlot, {
    at: guest ? 'guest' : 'parent',
    // The first frame is there.
    ready: model.player.running.value,
    findings: model.findings.value,
    of: model.trust.value?.other ?? null,
    accept: () => model.acceptUnproven(),
  })
}
