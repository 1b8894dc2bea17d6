// The recordings that lie in this phone's storage: first those that are nowhere else.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { recordingText as text } from '../text/en-recording.ts'
import { sayDate, sayDecimal } from '../ui/format.ts'
import type { Group } from './groups.ts'
import { Progress } from './progress.ts'
import type { Shelf } from './shelf.ts'

interface ShelfProps {
  readonly shelf: Shelf
}

export function Lost({ shelf }: ShelfProps): VNode | null {
  const lost = shelf.lost.value
  const work = shelf.work.value
  const words = work.state === 'saved' ? text.saved(work.fileName) : work.state === 'taken' ? text.taken : null
  return html`${
      lost.length === 0
        ? null
        : html`<section class="sheet stack" aria-labelledby="lost-recordings">
            <h2 id="lost-recordings">${text.lostTitle}</h2>
            <p class="hint">${text.lost}</p>
            ${lost.map((what) => h(Entry, { key: what.id, shelf, what, save: text.saveLost }))}
          </section>`
    }
    <p class="hint" aria-live="polite">${words}</p>`
}

export function Copies({ shelf }: ShelfProps): VNode | null {
  const copies = shelf.copies.value
  if (copies.length === 0) return null
  return html`<p>${text.copies}</p>
    ${copies.map((what) => h(Entry, { key: what.id, shelf, what, save: text.saveCopy }))}`
}

interface EntryProps extends ShelfProps {
  readonly what: Group
  readonly save: (time: string) => string
}

function Entry({ shelf, what, save }: EntryProps): VNode {
  const work = shelf.work.value
  const isSaving = work.state === 'saving'
  const isAsking = work.state === 'deleting?' && work.id === what.id
  return html`<div class="stack">
    <p>${text.about(what.station, sayDate(what.began), size(what.bytes))}</p>
    <button class="big" type="button" disabled=${isSaving} onClick=${() => void shelf.save(what)}>
      ${save(what.time)}
    </button>
    ${isSaving && work.id === what.id ? h(Progress, { share: work.progress }) : null}
    ${
      isAsking
        ? html`<p>${text.deleteQuestion}</p>
            <div class="row">
              <button class="danger" type="button" onClick=${() => void shelf.remove(what)}>${text.deleteYes}</button>
              <button type="button" onClick=${() => shelf.keep()}>${text.deleteNo}</button>
            </div>`
        : html`<button type="button" disabled=${isSaving} onClick=${() => void shelf.remove(what)}>
            ${text.deleteLost(what.time)}
          </button>`
    }
  </div>`
}

/** Whole megabytes from 10 on. */
export function size(bytes: number): string {
  const megabytes = bytes / 1_000_000
  return text.size(sayDecimal(megabytes, megabytes < 10 ? 1 : 0))
}
