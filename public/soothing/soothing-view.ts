// Lullabies and noise, the same at either station: what plays and what stops it first, then what there is.

import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { soothingSoundSchema } from '../shared/station-protocol.ts'
import type { Soothing, SoothingSound } from '../shared/station-protocol.ts'
import { roomText } from '../text/en-room.ts'
import { Fold } from '../ui/fold.ts'
import { Notice } from '../ui/notice.ts'
import { Slider } from '../ui/slider.ts'
import { sayDuration } from '../ui/time.ts'
import { minutesOffered } from './habit.ts'
import type { HabitKeeper } from './habit.ts'
import type { SoothingControls } from './soothing.ts'

const words = roomText.soothing

export interface SoothingModel {
  readonly controls: SoothingControls
  readonly habits: HabitKeeper
  /** At the Baby Station: the browser holds it back. */
  readonly blocked?: ReadonlySignal<boolean>
  /** At the Parent Station: whether this phone is kept quiet until the baby makes a sound. */
  readonly hush?: { readonly on: ReadonlySignal<boolean>; set(on: boolean): void }
}

interface Props {
  readonly model: SoothingModel
}

export function SoothingView({ model }: Props): VNode {
  const { controls, blocked, hush } = model
  const now = controls.now.value
  return html`<div class="stack">
    ${
      now === null
        ? null
        : html`<div class="row soothing-now">
            <p>${h(WhatPlays, { now })}</p>
            <button type="button" onClick=${() => controls.soothe(null)}>${words.stop}</button>
          </div>`
    }
    ${blocked?.value === true ? h(Notice, { tone: 'warning', role: 'alert', children: words.blocked }) : null}
    ${
      now === null || hush === undefined
        ? null
        : html`<label class="choice">
            <input type="checkbox" checked=${hush.on.value} onChange=${() => hush.set(!hush.on.value)} />
            <span>${words.hush}</span>
          </label>`
    }
    ${h(Fold, { title: words.title, content: h(Choice, { model }) })}
  </div>`
}

function Choice({ model: { controls, habits } }: Props): VNode {
  const now = controls.now.value
  const { minutes, volume: usual } = habits.habit.value
  const volume = now?.volume ?? usual
  const isKnown = controls.isKnown.value
  const play = (sound: SoothingSound, forMinutes: number | null): void =>
    controls.soothe({ sound, volume, remainingMs: forMinutes === null ? null : forMinutes * 60_000 })
  const setVolume = (next: number): void => {
    habits.change({ volume: next })
    if (now !== null) controls.soothe({ ...now, volume: next })
  }
  const setTimer = ({ currentTarget }: Event): void => {
    const { value } = currentTarget as HTMLSelectElement
    const next = minutesOffered.find((offered) => String(offered) === value) ?? null
    habits.change({ minutes: next })
    if (now !== null) play(now.sound, next)
  }
  return html`<div class="stack">
    <div class="soothing-sounds" role="group" aria-label=${words.what}>
      ${soothingSoundSchema.options.map(
        (sound) =>
          html`<button
            key=${sound}
            type="button"
            aria-pressed=${now?.sound === sound ? 'true' : 'false'}
            disabled=${!isKnown}
            onClick=${() => (now?.sound === sound ? controls.soothe(null) : play(sound, minutes))}
          >
            ${words.sounds[sound]}
          </button>`,
      )}
    </div>
    ${h(Slider, { name: words.volume, value: volume, words: roomText.percent(Math.round(100 * volume)), set: setVolume })}
    <div>
      <label for="soothing-timer">${words.timer}</label>
      <select id="soothing-timer" value=${minutes === null ? '' : String(minutes)} onChange=${setTimer}>
        <option value="">${words.never}</option>
        ${minutesOffered.map(
          (offered) =>
            html`<option key=${offered} value=${String(offered)}>
              ${words.after(sayDuration(offered * 60_000))}
            </option>`,
        )}
      </select>
    </div>
    <p class="hint">${words.hint}</p>
    <p class="hint">${words.sources}</p>
  </div>`
}

const lookMs = 5000

function WhatPlays({ now }: { readonly now: Soothing }): string {
  const [saidMs, setSaidMs] = useState(Date.now())
  const [nowMs, setNowMs] = useState(saidMs)
  useEffect(() => {
    setSaidMs(Date.now())
    setNowMs(Date.now())
    const timer = setInterval(() => setNowMs(Date.now()), lookMs)
    return () => clearInterval(timer)
  }, [now])
  const sound = words.sounds[now.sound]
  if (now.remainingMs === null) return words.playing(sound)
  const leftMs = Math.max(0, now.remainingMs - (nowMs - saidMs))
  return words.playingFor(sound, sayDuration(leftMs))
}
