// The baby's camera in the parent's hand: zoom in reach of the thumb, the rest one tap away.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { qualitySchema } from '../shared/station-protocol.ts'
import type { Quality } from '../shared/station-protocol.ts'
import { cameraText as words } from '../text/en-camera.ts'
import { ZoomControls } from '../zoom/zoom-controls.ts'
import type { RemoteCamera } from './remote-camera.ts'

export interface CameraViewProps {
  readonly model: RemoteCamera
}

export function CameraView({ model }: CameraViewProps): VNode | null {
  const { settings, canZoom, zoom } = model
  // Before its first word nothing is known, and a Baby Station without a camera has nothing to set.
  if (settings.value === null) return null
  return html`${canZoom.value ? h(ZoomControls, { zoom }) : null}
    <details>
      <summary>${words.title}</summary>
      ${h(Settings, { model, settings: settings.value })}
    </details>`
}

interface SettingsProps extends CameraViewProps {
  readonly settings: NonNullable<RemoteCamera['settings']['value']>
}

function Settings({ model, settings }: SettingsProps): VNode {
  const { camera, torch, nightPicture, quality } = settings
  const isOff = quality === 'sound-only'
  return html`<div class="stack">
    ${isOff ? null : html`<p class="hint">${words.zoom.remoteHint}</p>`}
    ${
      camera?.canSwitch === true && !isOff
        ? html`<div class="field">
            <button type="button" onClick=${() => model.switchCamera()}>${words.switchCamera}</button>
            <p class="hint" aria-live="polite">
              ${camera.facing === null ? words.switching : words.facing[camera.facing]}
            </p>
          </div>`
        : null
    }
    ${
      nightPicture === null || isOff
        ? null
        : h(Switch, {
            id: 'night-picture',
            name: words.nightPicture,
            hint: words.nightPictureHint,
            on: nightPicture,
            set: (on) => model.setNightPicture(on),
          })
    }
    ${
      torch === null || isOff
        ? null
        : h(Switch, {
            id: 'torch',
            name: words.torch,
            hint: words.torchHint,
            on: torch,
            set: (on) => model.setTorch(on),
          })
    }
    ${quality === null ? null : h(QualityChoice, { quality, set: (wanted) => model.setQuality(wanted) })}
    <div aria-live="polite">${model.unheard.value ? html`<p class="hint">${words.notHeard}</p>` : null}</div>
  </div>`
}

interface SwitchProps {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly on: boolean
  set(on: boolean): void
}

function Switch({ id, name, hint, on, set }: SwitchProps): VNode {
  const hintId = `${id}-hint`
  return html`<div>
    <label class="choice">
      <input type="checkbox" aria-describedby=${hintId} checked=${on} onChange=${() => set(!on)} />
      <span>${name}</span>
    </label>
    <p class="hint" id=${hintId}>${hint}</p>
  </div>`
}

interface QualityProps {
  readonly quality: Quality
  set(quality: Quality): void
}

function QualityChoice({ quality, set }: QualityProps): VNode {
  const choose = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLSelectElement)) return
    const { value } = event.currentTarget
    const wanted = qualitySchema.options.find((option) => option === value)
    if (wanted !== undefined) set(wanted)
  }
  return html`<div class="field">
    <label for="picture-quality">${words.quality}</label>
    <select id="picture-quality" aria-describedby="picture-quality-hint" value=${quality} onChange=${choose}>
      ${qualitySchema.options.map((option) => html`<option value=${option}>${words.qualities[option]}</option>`)}
    </select>
    <p class="hint" id="picture-quality-hint">${words.qualityHints[quality]}</p>
  </div>`
}
