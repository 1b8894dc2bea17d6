// Recording, as the first picture needs it: nothing. What records is loaded after that, or with the first tap.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { RecordingState } from './recording-state.ts'
import type { Room } from './room.ts'

export type { RecordingState } from './recording-state.ts'

/** What the Parent Station receives. */
export interface Source {
  readonly stream: ReadonlySignal<MediaStream | null>
  readonly station: ReadonlySignal<string>
}

export interface Recording {
  readonly state: ReadonlySignal<RecordingState>
  /** Null until it is loaded. */
  readonly room: ReadonlySignal<Room | null>
  /** Loads what records, which from now on follows the source. */
  load(source: Source): void
  start(stream: MediaStream, stationName: string): void
  /** The parent is connected anew: what runs is finished and saved, a numbered next part begins. Does nothing otherwise. */
  setStream(stream: MediaStream): void
  stop(): void
  /** Finishes and hands over what was recorded. */
  close(): void
}

export function createRecording(): Recording {
  const state = signal<RecordingState>({ state: 'idle' })
  const room = signal<Room | null>(null)
  let source: Source | null = null
  let loading: Promise<Room | null> | null = null
  let isClosed = false

  const open = async (): Promise<Room | null> => {
    try {
      const { createRoom } = await import('./room.ts')
      if (isClosed) return null
      const opened = createRoom()
      opened.recorder.state.subscribe((now) => {
        state.value = now
      })
      if (source !== null) opened.follow(source)
      room.value = opened
      return opened
    } catch {
      // The box was away; the next tap tries again.
      loading = null
      return null
    }
  }
  const load = (): Promise<Room | null> => (loading ??= open())

  const start = async (stream: MediaStream, stationName: string): Promise<void> => {
    const opened = room.peek() ?? (await load())
    if (opened !== null) opened.start(stream, stationName)
    else if (!isClosed) state.value = { state: 'failed', failure: 'not-loaded', fileName: null }
  }

  return {
    state,
    room,
    load(from) {
      if (source !== null || isClosed) return
      source = from
      room.peek()?.follow(from)
      void load()
    },
    start: (stream, stationName) => void start(stream, stationName),
    setStream: (stream) => room.peek()?.recorder.setStream(stream),
    stop: () => room.peek()?.recorder.stop(),
    close() {
      isClosed = true
      room.peek()?.close()
    },
  }
}
