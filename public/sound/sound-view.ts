// At the Parent Station: how loud the baby is, and how loud it is played.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { soundText } from '../text/en-talk.ts'
import { Icon } from '../ui/icon.ts'
import { LevelView } from './level-view.ts'
import type { PictureInPicture } from './picture-in-picture.ts'
import type { SoundModel } from './sound.ts'
import { leastVolume } from './volume.ts'
import type { Volume } from './volume.ts'

export function SoundView({ model }: { readonly model: SoundModel }): VNode {
  const { levels, picture, volume, pictureInPicture } = model
  return html`<div class="stack">
    ${
      // With sound only it is where the picture would be.
      picture.value ? h(LevelView, { levels }) : null
    }
    ${h(VolumeView, { volume })} ${h(PictureInPictureView, { model: pictureInPicture })}
  </div>`
}

function VolumeView({ volume }: { readonly volume: Volume }): VNode {
  if (!volume.settable) return html`<p class="hint">${soundText.phoneVolume}</p>`
  const percent = Math.round(100 * volume.volume.value)
  const onInput = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) volume.set(Number(currentTarget.value) / 100)
  }
  return html`<label class="volume">
    ${h(Icon, { name: 'volume-2' })}
    <span>${soundText.volume}</span>
    <input
      type="range"
      aria-label=${soundText.volume}
      min=${Math.round(100 * leastVolume)}
      max="100"
      step="5"
      value=${percent}
      aria-valuetext=${soundText.percent(percent)}
      onInput=${onInput}
    />
  </label>`
}

/** Lucide's picture-in-picture-2; here, because the others are loaded with the page. */
const smallWindow =
  'M21 9V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h4M14 13h6a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2z'

function PictureInPictureView({ model }: { readonly model: PictureInPicture }): VNode | null {
  if (!model.available.value) return null
  return html`<button type="button" aria-pressed=${model.isOn.value ? 'true' : 'false'} onClick=${() => model.toggle()}>
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${smallWindow} /></svg>
    ${soundText.pictureInPicture}
  </button>`
}
