// What belongs to recording and is not the button: how it goes, the last minute, the snapshot, and what was not saved yet.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { recordingText as text } from '../text/en-recording.ts'
import { LateIcon } from '../ui/late-icon.ts'
import type { Room } from './room.ts'
import { Copies, Lost, size } from './shelf-view.ts'
import { Progress } from './progress.ts'

export interface PanelProps {
  readonly room: Room
  readonly playing: { readonly stream: MediaStream; readonly picture: boolean } | null
  readonly station: string
  /** m:ss of what is being recorded. */
  readonly recordedFor: string
}

export function Panel({ room, playing, station, recordedFor }: PanelProps): VNode {
  const { minute, soundOnly } = room
  const state = room.recorder.state.value
  const isSaving = minute.state.value.state === 'saving'
  // Here and not at once: the list of files takes a moment on an old phone.
  useEffect(() => void room.shelf.look(), [room])
  return html`${
      state.state === 'recording'
        ? html`<p class="hint">${text.running(recordedFor, size(state.bytes))}</p>
            ${state.place === 'memory' ? html`<p class="hint">${text.inMemory}</p>` : null}`
        : null
    }
    ${state.state === 'finishing' ? h(Progress, { share: state.progress }) : null}
    <div class="row controls">
      <button
        class="control"
        type="button"
        disabled=${isSaving || (playing === null && minute.state.value.state === 'idle')}
        onClick=${() => void minute.save()}
      >
        ${h(LateIcon, { name: 'rotate-ccw' })}${text.lastMinute}
      </button>
      <button
        class="control"
        type="button"
        disabled=${playing === null || !playing.picture}
        onClick=${() => playing !== null && void room.takeSnapshot(playing.stream, station)}
      >
        ${h(Camera, {})}${text.snapshot}
      </button>
    </div>
    ${h(Words, { room })} ${h(Lost, { shelf: room.shelf })}
    <details class="hint">
      <summary>${text.options}</summary>
      <div class="stack">
        <label class="choice">
          <input
            type="checkbox"
            checked=${soundOnly.value}
            onChange=${(event: Event) => {
              soundOnly.value = (event.currentTarget as HTMLInputElement).checked
            }}
          />
          <span>${text.soundOnly}</span>
        </label>
        <label class="choice">
          <input
            type="checkbox"
            checked=${minute.hasPicture.value}
            onChange=${(event: Event) => room.keepPictureOfMinute((event.currentTarget as HTMLInputElement).checked)}
          />
          <span>${text.minutePicture}</span>
        </label>
        <p class="hint">${text.minuteHint}</p>
        ${h(Copies, { shelf: room.shelf })}
      </div>
    </details>`
}

/** What has just happened, for the ear, too. */
function Words({ room }: { readonly room: Room }): VNode {
  const minute = room.minute.state.value
  const snapshot = room.snapshot.value
  return html`<div aria-live="polite">
    ${sayRecording(room).map((words) => html`<p class="hint" key=${words}>${words}</p>`)}
    ${minute.state === 'saving' ? h(Progress, { share: minute.progress }) : null}
    ${minute.state === 'saved' ? html`<p class="hint">${text.saved(minute.fileName)}</p>` : null}
    ${minute.state === 'empty' ? html`<p class="hint">${text.lastMinuteEmpty}</p>` : null}
    ${snapshot.state === 'saved' ? html`<p class="hint">${text.saved(snapshot.fileName)}</p>` : null}
    ${snapshot.state === 'failed' ? html`<p class="hint">${text.snapshotFailed}</p>` : null}
  </div>`
}

function sayRecording(room: Room): readonly string[] {
  const state = room.recorder.state.value
  if (state.state === 'saved') return [text.saved(state.fileName)]
  if (state.state !== 'failed') return []
  const rest = state.fileName === null ? [] : [text.rest(state.fileName)]
  return [text.failures[state.failure], ...rest]
}

/** Lucide's, as in ui/icon.ts; here because only this needs it. */
function Camera(): VNode {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path
      d="M13.997 4a2 2 0 0 1 1.76 1.05l.486.9A2 2 0 0 0 18.003 7H20a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h1.997a2 2 0 0 0 1.759-1.048l.489-.904A2 2 0 0 1 10.004 4zM9 13a3 3 0 1 0 6 0a3 3 0 1 0-6 0"
    />
  </svg>`
}
