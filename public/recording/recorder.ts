// Records what the Parent Station receives, on this phone, and puts it into its Downloads. Nothing is sent anywhere.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Place } from './keeping.ts'
import { nextState } from './recording-state.ts'
import type { RecordingEvent, RecordingState } from './recording-state.ts'
import { createTake } from './take.ts'
import type { Take, TakeDeps } from './take.ts'

export interface Recorder {
  readonly state: ReadonlySignal<RecordingState>
  start(stream: MediaStream, stationName: string): void
  /** The parent is connected anew: what runs is finished and saved, a numbered next part begins. Does nothing otherwise. */
  setStream(stream: MediaStream): void
  stop(): void
  /** Finishes and hands over what was recorded. */
  close(): void
}

export interface RecorderDeps extends TakeDeps {
  /** Where it will be kept, as far as can be told beforehand. */
  readonly place: Place
  /** Asks before the page with a recording in its memory is left. */
  readonly page: EventTarget
}

export function createRecorder(deps: RecorderDeps): Recorder {
  const state = signal<RecordingState>({ state: 'idle' })
  /** Takes whose last part is not in Downloads yet; those in memory are lost with the page. */
  const unsaved = new Map<Take, Place>()
  let current: Take | null = null
  let isClosed = false

  const happen = (event: RecordingEvent): void => {
    state.value = nextState(state.peek(), event)
    const isInMemory = [...unsaved.values()].includes('memory')
    if (isInMemory) deps.page.addEventListener('beforeunload', keepPage)
    else deps.page.removeEventListener('beforeunload', keepPage)
  }

  const begin = (stream: MediaStream, stationName: string): void => {
    const take: Take = createTake(deps, stationName, {
      grew(bytes, place) {
        unsaved.set(take, place)
        if (current === take) happen({ type: 'grew', bytes, place })
      },
      progressed(progress) {
        if (current === take) happen({ type: 'progressed', progress })
      },
      over(fileName, ending) {
        unsaved.delete(take)
        // A next recording may have begun in the meantime: this one is saved without a word then.
        if (current === take) happen({ type: 'handed-over', fileName, ending })
      },
    })
    const outcome = take.record(stream)
    if (outcome !== 'recording') {
      happen({ type: 'refused', failure: outcome })
      return
    }
    current = take
    unsaved.set(take, deps.place)
    happen({ type: 'started', atMs: deps.now().getTime(), place: deps.place })
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
