// What a thumb needs while watching: mute, full screen, record; and what is loaded later.

import { computed } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { parentText } from '../text/en-parent.ts'
import { useEffect } from 'preact/hooks'
import { text } from '../text/text.ts'
import { Icon } from '../ui/icon.ts'
import type { ParentModel } from './model.ts'

export interface ControlsProps {
  readonly model: ParentModel
  readonly records: boolean
}

export function Controls({ model, records }: ControlsProps): VNode {
  const { player } = model
  const playing = model.playing.value
  const night = model.night.value
  const muted = player.muted.value || player.blocked.value
  const recording = model.recording.state.value
  const isRecording = recording.state === 'recording'
  const canRecord = isRecording || (playing !== null && recording.state !== 'finishing')
  return html`<div class="row controls">
      <button
        class="control"
        type="button"
        aria-pressed=${muted ? 'true' : 'false'}
        onClick=${() => model.toggleMute()}
      >
        ${h(Icon, { name: muted ? 'volume-x' : 'volume-2' })}${parentText.mute}
      </button>
      <button
        class="control"
        type="button"
        disabled=${playing === null || !playing.picture}
        onClick=${() => player.fullScreen()}
      >
        ${h(Icon, { name: 'maximize' })}${parentText.fullScreen}
      </button>
      ${
        records &&
        html`<button
          class=${`control ${isRecording ? 'recording' : ''}`}
          type="button"
          disabled=${!canRecord}
          onClick=${() => model.toggleRecording()}
        >
          ${h(Icon, { name: isRecording ? 'square' : 'circle' })}${isRecording ? text.recording.stop : text.recording.record}
        </button>`
      }
    </div>
    ${night === null ? null : h(night.Talk, {})} ${records ? h(More, { model }) : null}`
}

/** Without a Baby Station nothing is live; what an earlier night left unsaved is offered all the same. */
const loadLatestMs = 2000

/** What records is loaded once there is a picture, which nothing may delay. */
function More({ model }: { readonly model: ParentModel }): VNode | null {
  const { recording } = model
  const isLive = model.status.value === 'live'
  const room = recording.room.value
  useEffect(() => {
    const load = (): void =>
      recording.load({
        stream: computed(() => model.playing.value?.stream ?? null),
        station: computed(() => stationOf(model)),
      })
    const timer = setTimeout(load, isLive ? 0 : loadLatestMs)
    return () => clearTimeout(timer)
  }, [model, isLive])
  if (room !== null) {
    const playing = model.playing.value
    const props = { room, playing, station: stationOf(model), recordedFor: model.recordedFor.value }
    return html`${h(room.Panel, props)}`
  }
  return recording.state.value.state === 'failed'
    ? html`<p class="hint" role="alert">${text.recording.notLoaded}</p>`
    : null
}

function stationOf(model: ParentModel): string {
  return model.stations.value.find(({ id }) => id === model.chosen.value)?.name ?? ''
}
