// While it runs: what parents see, whether it is on, who is connected, and Stop.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { TrustSlot } from '../household/trust-slot.ts'
import { babyText } from '../text/en-baby.ts'
import { Icon } from '../ui/icon.ts'
import { Notice } from '../ui/notice.ts'
import type { NoticeTone } from '../ui/notice.ts'
import type { BabyModel } from './model.ts'
import { Preview } from './preview.ts'
import type { Station } from './station.ts'

export interface RunningProps {
  readonly model: BabyModel
  readonly station: Extract<Station, { state: 'running' }>
}

export function Running({ model, station }: RunningProps): VNode {
  const soundOnly = model.choice.value.camera === null
  return html`
    ${
      soundOnly
        ? html`<div class="stage sound">
            <p class="big-icon">${h(Icon, { name: 'mic' })}</p>
            <p class="caption">${babyText.soundOnly}</p>
            <p class="hint">${babyText.soundOnlyHint}</p>
          </div>`
        : h(Preview, { model })
    }
    <div class="panel">
      <div class="status on">
        ${h(Icon, { name: 'check' })}
        <p aria-live="polite">${babyText.on}</p>
      </div>
      <p class="station-name">${station.name}</p>
      <p class="proof" aria-live="polite">
        ${station.startedAt === null && !isAway(model) ? babyText.notKnown : babyText.watching(model.watching.value)}
      </p>
      <div class="stack" aria-live="polite">${noticesOf(model, station)}</div>
      ${model.night.value === null ? null : h(model.night.value.View, {})}
      ${h(TrustSlot, {
        at: 'baby',
        ready: true,
        findings: model.findings.value,
        of: model.connected.value,
        accept: (other) => model.acceptUnproven(other),
      })}
      <button class="big" type="button" onClick=${() => model.stop()}>${babyText.stop}</button>
    </div>
  `
}

/** One failed attempt is a hiccup. */
function isAway(model: BabyModel): boolean {
  const connection = model.connection.value
  return connection !== null && 'failures' in connection && connection.failures >= 2
}

function noticesOf(model: BabyModel, station: RunningProps['station']): ComponentChildren {
  const connection = model.connection.value
  const notices: [NoticeTone, string, VNode?][] = []
  for (const kind of model.missing.value)
    notices.push([kind === 'audio' ? 'danger' : 'warning', babyText.missing[kind]])
  if (connection?.state === 'logged-out') {
    // In a tab of its own: this page must not go.
    const link = html`<p><a class="line-link" href="/" target="_blank">${babyText.logIn}</a></p>`
    notices.push(['warning', babyText.loggedOut, link])
  } else if (connection?.state === 'outdated') notices.push(['info', babyText.outdated])
  else if (isAway(model)) notices.push(['warning', babyText.boxAway])
  if (station.refused !== null) notices.push(['warning', babyText.problems[station.refused]])
  const awake = model.awake.state.value
  if (awake === 'unavailable' || awake === 'paused') notices.push(['info', babyText.awake[awake]])
  return notices.map(([tone, words, more]) =>
    h(Notice, {
      key: words,
      tone,
      children: html`<p>${words}</p>
        ${more ?? null}`,
    }),
  )
}
