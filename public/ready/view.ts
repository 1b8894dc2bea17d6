// The check of both phones on the screen: the button that opens it, a question, and a line for each thing.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { nightText } from '../text/en-night.ts'
import { Icon } from '../ui/icon.ts'
import type { IconName } from '../ui/icon.ts'
import { keepInside } from '../ui/keep-inside.ts'
import type { Line, Verdict } from './evaluate.ts'
import type { ReadyModel } from './model.ts'

const words = nightText.ready
const icons: Readonly<Record<Verdict, IconName>> = {
  good: 'check',
  bad: 'triangle-alert',
  unknown: 'info',
  waiting: 'circle',
}

interface Props {
  readonly model: ReadyModel
}

export function ReadyView({ model }: Props): VNode {
  return html`<button type="button" onClick=${() => model.check()}>${words.title}</button>
    ${model.state.value.state === 'closed' ? null : h(Check, { model })}`
}

function Check({ model }: Props): VNode {
  const dialog = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  const state = model.state.value
  const lines = model.lines.value
  const isAsking = lines.some(({ name, verdict }) => name === 'heard' && verdict !== 'good')
  const isToAllow = lines.some(({ words: said }) => said === words.lines.notifications.bad)
  return html`<div
    ref=${dialog}
    class="ready"
    role="dialog"
    aria-modal="true"
    aria-label=${words.title}
    tabindex="-1"
    onKeyDown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') model.leave()
      else keepInside(event, dialog.current)
    }}
  >
    <h2>${words.title}</h2>
    <p class="ready-outcome" aria-live="polite">${outcome(model, lines)}</p>
    ${state.state === 'checking' ? html`<p class="hint">${words.running(state.leftS)}</p>` : null}
    ${isAsking ? h(Question, { model }) : null}
    <ul class="ready-lines">
      ${lines.map((line) => html`<li key=${line.name} class=${line.verdict}>${h(LineView, line)}</li>`)}
    </ul>
    ${
      isToAllow
        ? html`<button type="button" onClick=${() => model.allowNotifications()}>${words.allowNotifications}</button>`
        : null
    }
    <div class="row">
      <button type="button" disabled=${state.state === 'checking'} onClick=${() => model.check()}>
        ${words.again}
      </button>
      <button type="button" onClick=${() => model.leave()}>${words.close}</button>
    </div>
  </div>`
}

function Question({ model }: Props): VNode {
  return html`<div class="sheet stack">
    <p>${words.didYouHear}</p>
    <div class="row">
      <button class="primary" type="button" onClick=${() => model.answer(true)}>${words.yes}</button>
      <button type="button" onClick=${() => model.answer(false)}>${words.no}</button>
      <button type="button" onClick=${() => model.playAgain()}>${words.playAgain}</button>
    </div>
  </div>`
}

function LineView({ name, verdict, words: found }: Line): VNode {
  return html`${h(Icon, { name: icons[verdict] })}
    <div>
      <p><strong>${words.lines[name].name}</strong>: ${words.verdicts[verdict]}</p>
      ${found === '' ? null : html`<p>${found}</p>`}
      ${
        found === words.lines.trust.bad
          ? html`<p><a href="/trust" target="_blank">${words.lines.trust.badLink}</a></p>`
          : null
      }
    </div>`
}

function outcome(model: ReadyModel, lines: readonly Line[]): string {
  if (model.state.value.state === 'checking') return words.hint
  const open = lines.filter(({ verdict }) => verdict === 'bad' || verdict === 'waiting').length
  return open === 0 ? words.allGood : words.notAll(open)
}
