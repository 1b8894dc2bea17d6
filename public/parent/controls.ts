// What a thumb needs while watching: mute, full screen, record.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import type { RecordingState } from '../recording/recording.ts'
import { parentText } from '../text/en-parent.ts'
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
    ${isRecording ? html`<p class="hint">${text.recording.running(model.recordedFor.value)}</p>` : null}
    <p class="hint" aria-live="polite">${wordsOf(recording)}</p>`
}

function wordsOf(recording: RecordingState): string {
  switch (recording.state) {
    case 'idle':
    case 'recording':
      return ''
    case 'finishing':
      return text.recording.finishing(Math.round(recording.progress * 100))
    case 'saved':
      return text.recording.saved(recording.fileName)
    case 'failed':
      return recording.reason
  }
}
