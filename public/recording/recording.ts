// Records what the Parent Station receives, in this phone's memory, and puts it into its Downloads. Nothing is sent anywhere.

import { signal, type ReadonlySignal } from '@preact/signals'
import { text } from '../text/text.ts'
import { finishInWorker } from './finish.ts'
import { handOverAsDownload } from './hand-over.ts'
import { startPart } from './part.ts'
import { nextState, type RecordingEvent, type RecordingState } from './recording-state.ts'
import { createTake, type Take, type TakeDeps } from './take.ts'

export type { RecordingState } from './recording-state.ts'

export interface Recording {
  readonly state: ReadonlySignal<RecordingState>
  start(stream: MediaStream, stationName: string): void
  /** The parent is connected anew: what runs is finished and saved, a numbered next part begins. Does nothing otherwise. */
  setStream(stream: MediaStream): void
  stop(): void
  /** Finishes and hands over what was recorded. */
  close(): void
}

export interface RecordingDeps extends Partial<TakeDeps> {
  now(): Date
  /** Asks before the page with an unsaved recording is left. */
  readonly page?: EventTarget
}

export function createRecording(deps: RecordingDeps): Recording {
  const state = signal<RecordingState>({ state: 'idle' })
  const takeDeps: TakeDeps = { ...browserDeps, ...deps }
  const page = deps.page ?? globalThis
  /** Takes whose last part is not in Downloads yet. */
  const unsaved = new Set<Take>()
  let current: Take | null = null
  let isClosed = false

  const happen = (event: RecordingEvent): void => {
    state.value = nextState(state.peek(), event)
  }

  const begin = (stream: MediaStream, stationName: string): void => {
    const take: Take = createTake(takeDeps, stationName, {
      progressed(progress) {
        if (current === take) happen({ type: 'progressed', progress })
      },
      over(fileName, hasBroken) {
        unsaved.delete(take)
        if (unsaved.size === 0) page.removeEventListener('beforeunload', keepPage)
        // A next recording may have begun in the meantime: this one is saved without a word then.
        if (current !== take) return
        current = null
        happen({ type: 'handed-over', fileName, hasBroken })
      },
    })
    const outcome = take.record(stream)
    if (outcome !== 'recording') {
      happen({
        type: 'refused',
        reason: outcome === 'unsupported' ? text.recording.unsupported : text.recording.noStream,
      })
      return
    }
    current = take
    unsaved.add(take)
    page.addEventListener('beforeunload', keepPage)
    happen({ type: 'started', atMs: takeDeps.now().getTime() })
  }

  const stop = (): void => {
    if (state.peek().state !== 'recording') return
    happen({ type: 'stopped' })
    current?.stop()
  }

  return {
    state,
    start(stream, stationName) {
      if (!isClosed && state.peek().state !== 'recording') begin(stream, stationName)
    },
    setStream(stream) {
      if (state.peek().state === 'recording') current?.record(stream)
    },
    stop,
    close() {
      isClosed = true
      stop()
    },
  }
}

/** The browser asks whether to leave. */
function keepPage(event: Event): void {
  event.preventDefault()
}

const browserDeps: Omit<TakeDeps, 'now'> = {
  isSupported: (mimeType) => typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported(mimeType),
  startPart,
  finish: finishInWorker,
  handOver: handOverAsDownload,
}
