// "Timeline": the night's strip for each baby, the same as a list for whoever cannot see it, and what can be done with it.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { nightText } from '../text/en-night.ts'
import { sayDate, sayHour, sayTime } from '../ui/format.ts'
import { Notice } from '../ui/notice.ts'
import { Waiting } from '../ui/waiting.ts'
import type { Entry } from './entry.ts'
import { stripOf } from './strip.ts'
import type { BabyStrip } from './strip.ts'
import type { ShownState, TimelineViewModel } from './view-model.ts'

const words = nightText.timeline
type Shown = Extract<ShownState, { state: 'shown' }>

export function TimelineView({ model }: { readonly model: TimelineViewModel }): VNode {
  const shown = model.shown.value
  const isOpen = shown.state !== 'closed'
  const keeping = model.keeping.value
  return html`<section class="timeline stack" aria-label=${words.title}>
    <button type="button" aria-expanded=${isOpen ? 'true' : 'false'} onClick=${() => model.toggle()}>
      ${words.title}
    </button>
    ${isOpen && keeping in words.states && h(Notice, { tone: 'info', children: words.states[keeping as keyof typeof words.states] })}
    ${shown.state === 'loading' && h(Waiting, { text: words.loading })}
    ${shown.state === 'failed' && h(Notice, { tone: 'warning', children: words.failed })}
    ${shown.state === 'shown' && h(Night, { model, shown })}
  </section>`
}

function Night({ model, shown }: { readonly model: TimelineViewModel; readonly shown: Shown }): VNode {
  const { nights, night, remembered, asks } = shown
  const strip = stripOf(remembered, night)
  const isEmpty = strip.babies.length === 0
  const choose = (event: Event): void => model.choose(Number((event.currentTarget as HTMLSelectElement).value))
  return html`<label for="timeline-night">${words.night}</label>
    <select id="timeline-night" value=${String(night.fromMs)} onChange=${choose}>
      ${nights.map(({ fromMs }) => html`<option key=${fromMs} value=${fromMs}>${words.nightOf(sayDate(new Date(fromMs)))}</option>`)}
    </select>
    ${isEmpty ? html`<p class="hint">${words.empty}</p>` : null}
    ${strip.babies.map((baby) => h(Strip, { key: baby.station, baby, hours: strip.hours }))}
    ${
      isEmpty
        ? null
        : html`<p class="hint">${words.legend}</p>
            <details>
              <summary>${words.list}</summary>
              <ol class="rows">
                ${remembered.entries.map((entry) => html`<li key=${entry.id}>${sayEntry(entry)}</li>`)}
              </ol>
            </details>
            <button type="button" onClick=${() => model.save()}>${words.save}</button>`
    }
    ${asks === null ? h(Offers, { model, isEmpty }) : h(Question, { model, asks, date: sayDate(new Date(night.fromMs)) })}
    <p class="hint">${words.promise}</p>`
}

function Strip({ baby, hours }: { readonly baby: BabyStrip; readonly hours: readonly number[] }): VNode {
  const { name, paths, counts } = baby
  const [first = 0] = hours
  const said = words.summary(
    name,
    sayTime(new Date(first)),
    sayTime(new Date(hours[hours.length - 1] ?? first)),
    counts,
  )
  return html`<figure>
    <figcaption>${name}</figcaption>
    <svg viewBox="0 0 1000 100" preserveAspectRatio="none" role="img" aria-label=${said}>
      ${Object.entries(paths).map(([kind, path]) => (path === '' ? null : html`<path key=${kind} class=${kind} d=${path} />`))}
    </svg>
    <div class="hours" aria-hidden="true">
      ${hours.map((ms) => html`<span key=${ms}>${sayHour(new Date(ms))}</span>`)}
    </div>
  </figure>`
}

function Offers({
  model,
  isEmpty,
}: {
  readonly model: TimelineViewModel
  readonly isEmpty: boolean
}): ComponentChildren {
  return html`<div class="row">
    ${isEmpty ? null : html`<button type="button" onClick=${() => model.ask('night')}>${words.deleteNight}</button>`}
    <button type="button" onClick=${() => model.ask('all')}>${words.deleteAll}</button>
  </div>`
}

interface QuestionProps {
  readonly model: TimelineViewModel
  readonly asks: 'night' | 'all'
  readonly date: string
}

function Question({ model, asks, date }: QuestionProps): ComponentChildren {
  return h(Notice, {
    tone: 'danger',
    role: 'alert',
    children: html`<p>${asks === 'all' ? words.deleteAllQuestion : words.deleteNightQuestion(date)}</p>
      <div class="row">
        <button class="danger" type="button" onClick=${() => void model.remove()}>${words.deleteYes}</button>
        <button type="button" onClick=${() => model.ask(null)}>${words.deleteNo}</button>
      </div>`,
  })
}

function sayEntry({ kind, detail, name, acknowledged, fromMs, toMs }: Entry): string {
  const from = sayTime(new Date(fromMs))
  const to = sayTime(new Date(toMs))
  const when = from === to ? from : words.fromTo(from, to)
  switch (kind) {
    case 'alarm':
      return words.alarm(when, name, causeWords(detail), acknowledged)
    case 'fault':
      return words.event(when, name, causeWords(detail))
    case 'battery':
      return words.event(when, name, words.battery(detail))
    case 'noise':
    case 'movement':
    case 'live':
    case 'recording':
      return words.event(when, name, words.kinds[kind])
  }
}

function causeWords(kind: string): string {
  if (kind === 'noise' || kind === 'movement') return words.alarms[kind]
  const causes: Readonly<Record<string, { readonly sentence: string } | undefined>> = nightText.alarm.causes
  return causes[kind]?.sentence ?? words.otherFault
}
