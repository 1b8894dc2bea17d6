// What covers the Baby Station while it is dimmed or a lamp.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { NightLight } from '../shared/station-protocol.ts'
import { roomText } from '../text/en-room.ts'
import { Cover } from '../ui/cover.ts'
import type { DimRoom } from './dim.ts'
import { colourOf } from './light-colour.ts'
import { LightSliders } from './dim-view.ts'
import { WanderingClock } from './wandering-clock.ts'

interface Props {
  readonly model: DimRoom
}

export function ScreenView({ model }: Props): ComponentChildren {
  const screen = model.screen.value
  switch (screen.state) {
    case 'station':
      return null
    case 'dimmed':
      return h(Dimmed, { key: 'dimmed', model })
    case 'light':
      return h(Lamp, { key: 'light', model, light: screen.light })
  }
}

function Dimmed({ model }: Props): ComponentChildren {
  const words = roomText.dim
  const back = (): void => model.dim(false)
  return h(Cover, {
    class: 'black',
    label: words.screen,
    leave: back,
    children: html`${h(WanderingClock, {})}
      <button class="everywhere" type="button" aria-label=${words.back} onClick=${back}></button>`,
  })
}

/** What sets the light goes away by itself: a lamp is even, and nothing may burn into the screen. */
const idleMs = 10_000

function Lamp({ model, light }: Props & { readonly light: NightLight }): ComponentChildren {
  const words = roomText.light
  const lamp = useRef<HTMLButtonElement>(null)
  const [set, setSet] = useState(false)
  const off = (): void => model.shine(null)
  useEffect(() => {
    if (lamp.current !== null) lamp.current.style.backgroundColor = colourOf(light)
  }, [light])
  useEffect(() => {
    if (!set) return
    const timer = setTimeout(() => setSet(false), idleMs)
    return () => clearTimeout(timer)
  }, [set, light])
  return h(Cover, {
    class: 'black',
    label: words.screen,
    leave: off,
    children: html`<button
        ref=${lamp}
        class="everywhere"
        type="button"
        aria-expanded=${set ? 'true' : 'false'}
        aria-label=${set ? words.hide : words.show}
        onClick=${() => setSet(!set)}
      ></button>
      ${
        set
          ? html`<div class="lamp-sheet stack">
              ${h(LightSliders, { light, shine: (next) => model.shine(next) })}
              <button class="primary big" type="button" onClick=${off}>${words.off}</button>
            </div>`
          : null
      }`,
  })
}
