// What a person sees of a recording, as a pure function of what happens to it.

import { text } from '../text/text.ts'

export type RecordingState =
  | { readonly state: 'idle' }
  /** Since when, in milliseconds of the epoch; goes on while the stream is lost and comes back. */
  | { readonly state: 'recording'; readonly sinceMs: number }
  /** `progress` from 0 to 1. */
  | { readonly state: 'finishing'; readonly progress: number }
  | { readonly state: 'saved'; readonly fileName: string }
  | { readonly state: 'failed'; readonly reason: string }

export type RecordingEvent =
  | { readonly type: 'started'; readonly atMs: number }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'stopped' }
  | { readonly type: 'progressed'; readonly progress: number }
  /** Everything is in Downloads; `fileName` is the last file, null when nothing was recorded. */
  | { readonly type: 'handed-over'; readonly fileName: string | null; readonly hasBroken: boolean }

export function nextState(state: RecordingState, event: RecordingEvent): RecordingState {
  switch (event.type) {
    case 'started':
      return { state: 'recording', sinceMs: event.atMs }
    case 'refused':
      return { state: 'failed', reason: event.reason }
    case 'stopped':
      return state.state === 'recording' ? { state: 'finishing', progress: 0 } : state
    case 'progressed':
      // A part that is saved while the next one runs shows nothing.
      if (state.state !== 'finishing') return state
      return { state: 'finishing', progress: Math.max(state.progress, Math.min(1, event.progress)) }
    case 'handed-over':
      if (event.fileName === null) return { state: 'failed', reason: text.recording.nothingRecorded }
      if (event.hasBroken) return { state: 'failed', reason: text.recording.interrupted(event.fileName) }
      return { state: 'saved', fileName: event.fileName }
  }
}
