// What a person sees of a recording, as a pure function of what happens to it.

import type { Place } from './keeping.ts'

export type RecordingState =
  | { readonly state: 'idle' }
  | {
      readonly state: 'recording'
      /** Of the epoch; goes on while the stream is lost and comes back. */
      readonly sinceMs: number
      readonly bytes: number
      readonly place: Place
    }
  /** `progress` from 0 to 1. */
  | { readonly state: 'finishing'; readonly progress: number }
  | { readonly state: 'saved'; readonly fileName: string }
  | { readonly state: 'failed'; readonly failure: Failure; readonly fileName: string | null }

/** `full`: the phone's storage is. `broke`: the recorder. After both there is a file of what was recorded before. */
export type Failure = 'unsupported' | 'no-stream' | 'nothing-recorded' | 'not-loaded' | 'full' | 'broke'

export type Ending = 'whole' | 'full' | 'broke'

export type RecordingEvent =
  | { readonly type: 'started'; readonly atMs: number; readonly place: Place }
  | { readonly type: 'refused'; readonly failure: Failure }
  | { readonly type: 'grew'; readonly bytes: number; readonly place: Place }
  | { readonly type: 'stopped' }
  | { readonly type: 'progressed'; readonly progress: number }
  /** Everything is in Downloads; `fileName` is the last file, null when nothing was recorded. */
  | { readonly type: 'handed-over'; readonly fileName: string | null; readonly ending: Ending }

export function nextState(state: RecordingState, event: RecordingEvent): RecordingState {
  switch (event.type) {
    case 'started':
      return { state: 'recording', sinceMs: event.atMs, bytes: 0, place: event.place }
    case 'refused':
      return { state: 'failed', failure: event.failure, fileName: null }
    case 'grew':
      return state.state === 'recording' ? { ...state, bytes: event.bytes, place: event.place } : state
    case 'stopped':
      return state.state === 'recording' ? { state: 'finishing', progress: 0 } : state
    case 'progressed':
      // A part that is saved while the next one runs shows nothing.
      if (state.state !== 'finishing') return state
      return { state: 'finishing', progress: Math.max(state.progress, Math.min(1, event.progress)) }
    case 'handed-over': {
      const { fileName, ending } = event
      if (ending !== 'whole') return { state: 'failed', failure: ending, fileName }
      if (fileName === null) return { state: 'failed', failure: 'nothing-recorded', fileName }
      return { state: 'saved', fileName }
    }
  }
}
