// Who is watched at the same time, and whose sound is played.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { parentText } from '../text/en-parent.ts'
import { gridText } from '../text/en-grid.ts'
import { sayTime } from '../ui/format.ts'
import { Icon } from '../ui/icon.ts'
import { Notice } from '../ui/notice.ts'
import type { Choice } from './choices.ts'
import type { Grid } from './grid.ts'
import type { Sounds } from './memory.ts'
import { nameOf } from './tiles.ts'

interface Props {
  readonly grid: Grid
}

export function GridPanel({ grid }: Props): VNode {
  const choices = grid.choices.value
  const missing = grid.missing.value
  return html`<div class="grid-panel stack">
    ${missing.length === 0 ? null : h(Notice, { tone: 'warning', role: 'alert', children: gridText.missing(missing.join(', ')) })}
    ${
      grid.blocked.value
        ? html`<button class="primary big" type="button" onClick=${() => grid.listen()}>
            ${h(Icon, { name: 'ear' })}${gridText.listenToAll}
          </button>`
        : null
    }
    ${grid.tiles.value.length === 0 ? null : h(SoundChoice, { grid })}
    ${choices.length < 2 ? null : h(Together, { grid })}
  </div>`
}

function SoundChoice({ grid }: Props): VNode {
  const chosen = grid.sounds.value
  const words: readonly (readonly [Sounds, string])[] = [
    ['all', gridText.sounds.all],
    ['loudest', gridText.sounds.loudest],
    ['one', gridText.only(nameOf(grid.babies.focus.value))],
  ]
  return html`<fieldset class="sound-choice">
    <legend>${gridText.sound}</legend>
    ${words.map(
      ([sounds, name]) =>
        html`<label class="choice" key=${sounds}>
          <input type="radio" name="sounds" checked=${sounds === chosen} onChange=${() => grid.setSounds(sounds)} />
          <span>${name}</span>
        </label>`,
    )}
  </fieldset>`
}

function Together({ grid }: Props): VNode {
  return html`<fieldset class="together">
    <legend>${gridText.title}</legend>
    ${grid.choices.value.map((choice) => h(Tick, { key: choice.key, grid, choice }))}
    <p class="hint">${gridText.hint}</p>
  </fieldset>`
}

function Tick({ grid, choice }: Props & { readonly choice: Choice }): VNode {
  const { name, startedAt, baby, isFixed } = choice
  return html`<label class="choice">
    <input type="checkbox" checked=${baby !== null} disabled=${isFixed} onChange=${() => grid.toggle(choice)} />
    <span><bdi>${name}</bdi>${startedAt === null ? '' : ` ${parentText.since(sayTime(startedAt))}`}</span>
  </label>`
}
