// The bedside view, and the button that opens it. One tap anywhere and the Parent Station is back; an alarm comes up over it.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import { WanderingClock } from '../dim/wandering-clock.ts'
import { LastSound } from '../noise/last-sound.ts'
import { LevelView } from '../sound/level-view.ts'
import { isLow } from '../proof/low-battery.ts'
import { bedsideText, conditionText } from '../text/en-bedside.ts'
import { gridText } from '../text/en-grid.ts'
import { Cover } from '../ui/cover.ts'
import type { AtBedside, Bedside } from './bedside.ts'

/** Lucide's bed; here, because the other icons are loaded with the page. */
const bed = 'M2 4v16M2 8h18a2 2 0 0 1 2 2v10M2 17h20M6 8v9'

interface Props {
  readonly model: Bedside
}

export function BedsideView({ model }: Props): ComponentChildren {
  return html`<button type="button" onClick=${() => model.show(true)}>
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${bed} /></svg>
      ${bedsideText.bedside}
    </button>
    ${model.open.value ? h(Screen, { model }) : null}`
}

function Screen({ model }: Props): ComponentChildren {
  const back = (): void => model.show(false)
  const babies = model.babies.value
  const absent = babies.filter(({ status }) => status !== 'live')
  const power = model.power.value
  return h(Cover, {
    class: 'bedside',
    label: bedsideText.screen,
    leave: back,
    children: html`${h(WanderingClock, {
        children: html`<p class="bedside-status">
            ${absent.length === 0 ? bedsideText.live : sayAbsent(absent, babies.length)}
          </p>
          <p class="bedside-name">${babies.map(({ name }) => name).join(', ')}</p>
          ${model.heeded.value.map((sentence) => html`<p class="bedside-name" key=${sentence}>${sentence}</p>`)}
          ${model.muted.value ? html`<p class="bedside-status">${bedsideText.muted}</p>` : null}
          ${
            power !== null && isLow(power)
              ? html`<p class="bedside-name">${conditionText.own(Math.round(100 * power.level))}</p>`
              : null
          }
          ${h(LevelView, { levels: model.levels })}
          <p class="bedside-sound">${h(LastSound, model.heard)}</p>`,
      })} <button class="everywhere" type="button" aria-label=${bedsideText.back} onClick=${back}></button>`,
  })
}

/** Alone it is named below; of several, those that are not live are named here. */
function sayAbsent(absent: readonly AtBedside[], watched: number): string {
  return absent
    .map(({ name, status }) => {
      const word = status === 'live' ? '' : bedsideText.notLive[status]
      return watched === 1 ? word : gridText.of(name === '' ? gridText.noName : name, word)
    })
    .join(', ')
}
