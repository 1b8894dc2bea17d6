// Feeds and naps at the Parent Station: what runs is always seen, the rest is one tap away.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import { stopwatchText } from '../text/en-bedside.ts'
import { sayTime } from '../ui/format.ts'
import { sayDuration, sayWatch } from '../ui/time.ts'
import { Notice } from '../ui/notice.ts'
import { useNow } from '../ui/now.ts'
import { kinds } from './stopwatch.ts'
import type { Kind, Stopwatch } from './stopwatch.ts'

interface Props {
  readonly model: Stopwatch
}

/** More than a night. */
const shownPast = 12

export function StopwatchView({ model }: Props): VNode {
  const { past, ...running } = model.kept.value
  return html`<div class="stack">
    ${kinds.map((kind) => {
      const fromMs = running[kind]
      return fromMs === null ? null : h(Running, { key: kind, model, kind, fromMs })
    })}
    <details>
      <summary>${stopwatchText.title}</summary>
      <div class="stack">
        <div class="row">
          ${kinds.map((kind) =>
            running[kind] === null
              ? html`<button key=${kind} class="grow" type="button" onClick=${() => model.toggle(kind)}>
                  ${stopwatchText.start[kind]}
                </button>`
              : null,
          )}
        </div>
        ${
          past.length === 0
            ? html`<p class="hint">${stopwatchText.none}</p>`
            : html`<ol class="rows stopwatch-past">
                  ${past
                    .slice(0, shownPast)
                    .map(
                      ({ kind, fromMs, toMs }) =>
                        html`<li key=${fromMs}>
                          ${stopwatchText.past[kind](sayTime(new Date(fromMs)), sayDuration(toMs - fromMs))}
                        </li>`,
                    )}
                </ol>
                ${h(Forget, { model })}`
        }
        <p class="hint">${stopwatchText.promise}</p>
      </div>
    </details>
  </div>`
}

function Forget({ model }: Props): ComponentChildren {
  const [asks, setAsks] = useState(false)
  if (!asks) return html`<button type="button" onClick=${() => setAsks(true)}>${stopwatchText.forget}</button>`
  return h(Notice, {
    tone: 'danger',
    role: 'alert',
    children: html`<p>${stopwatchText.forgetQuestion}</p>
      <div class="row">
        <button class="danger" type="button" onClick=${() => model.forget()}>${stopwatchText.forgetYes}</button>
        <button type="button" onClick=${() => setAsks(false)}>${stopwatchText.forgetNo}</button>
      </div>`,
  })
}

function Running({ model, kind, fromMs }: Props & { readonly kind: Kind; readonly fromMs: number }): VNode {
  const nowMs = useNow(1000)
  return html`<div class="row stopwatch-now">
    <p role="timer">${stopwatchText.running[kind](sayWatch(nowMs - fromMs))}</p>
    <button type="button" onClick=${() => model.toggle(kind)}>${stopwatchText.end[kind]}</button>
  </div>`
}
