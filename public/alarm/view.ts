// The alarm on the screen: all of it while it sounds, a strip while somebody knows, a line when it is over.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { nightText } from '../text/en-night.ts'
import { Icon } from '../ui/icon.ts'
import { keepInside } from '../ui/keep-inside.ts'
import { Notice } from '../ui/notice.ts'
import type { Cause } from './cause.ts'
import type { AlarmModel } from './model.ts'
import { sayLength, sayOver, saySince } from './words.ts'

const words = nightText.alarm

interface Props {
  readonly model: AlarmModel
}

export function AlarmView({ model }: Props): VNode {
  const { state, past } = model.alarm.value
  const isHeeded = state === 'paused' || state === 'acknowledged'
  return html`<div class="alarm-lines">
    ${state === 'sounding' ? h(AlarmDialog, { model }) : null}
    ${isHeeded ? h(Notice, { tone: 'danger', children: h(Heeded, { model }) }) : null}
    ${past.length === 0 ? null : h(Notice, { tone: 'info', children: h(Over, { model }) })}
    ${
      // Said before the night, not in it.
      model.audible.value || state === 'sounding'
        ? null
        : h(Notice, { tone: 'warning', children: html`<p>${words.cannotSound}</p>` })
    }
  </div>`
}

function AlarmDialog({ model }: Props): VNode {
  const dialog = useRef<HTMLDivElement>(null)
  const awake = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    const before = document.activeElement
    awake.current?.focus()
    return () => {
      // What was underneath is gone from the tree by now, where a view changed meanwhile.
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  const [worst, ...others] = model.shown.value
  return html`<div
    ref=${dialog}
    class="alarm"
    role="alertdialog"
    aria-modal="true"
    aria-labelledby="alarm-sentence"
    aria-describedby="alarm-advice"
    onKeyDown=${(event: KeyboardEvent) => keepInside(event, dialog.current)}
  >
    <div class="alarm-words">
      ${h(Icon, { name: 'triangle-alert' })}
      <p id="alarm-sentence">${worst?.sentence}</p>
      <p class="alarm-since">${worst === undefined ? '' : saySince(worst.sinceMs, model.wallMs.value)}</p>
      <p id="alarm-advice">${worst?.advice}</p>
      ${others.length === 0 ? null : html`<p>${words.also} ${others.map(({ sentence }) => sentence).join(' ')}</p>`}
      ${model.audible.value ? null : html`<p role="alert">${words.notHeard}</p>`}
    </div>
    <div class="alarm-buttons">
      <button ref=${awake} class="primary big" type="button" onClick=${() => model.acknowledge()}>
        ${words.awake}
      </button>
      <button class="big" type="button" onClick=${() => model.pause()}>${words.pause}</button>
    </div>
  </div>`
}

function Heeded({ model }: Props): VNode {
  const left = model.pauseLeftS.value
  const isPaused = left !== null
  return html`<div class="stack">
    ${model.shown.value.map(
      (cause: Cause) =>
        html`<p key=${`${cause.kind} ${cause.baby}`}>
          <strong>${cause.sentence}</strong> ${saySince(cause.sinceMs, model.wallMs.value)}.
        </p>`,
    )}
    <p>${isPaused ? words.paused(sayLength(left * 1000)) : words.silenced}</p>
    ${isPaused ? html`<button type="button" onClick=${() => model.acknowledge()}>${words.awake}</button>` : null}
  </div>`
}

function Over({ model }: Props): VNode {
  const { past } = model.alarm.value
  return html`<div class="stack">
    ${past.map((one) => html`<p key=${`${one.kind} ${one.sentence} ${one.toMs}`}>${sayOver(one)}</p>`)}
    <button type="button" onClick=${() => model.seen()}>${words.seen}</button>
  </div>`
}
