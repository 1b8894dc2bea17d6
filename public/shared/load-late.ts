// Loads what a station does not need for its first frame, when that is there.

import { effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export interface LateDeps<Rooms> {
  load(): Promise<Rooms>
  /** The first frame is there. */
  readonly begun: ReadonlySignal<boolean>
  /** Without a first frame it is loaded after this, in milliseconds. */
  readonly latestMs: number
}

export interface Late<Rooms> {
  /** Null until they are there. */
  readonly rooms: ReadonlySignal<Rooms | null>
  close(): void
}

const retryMs = 3000

export function loadLate<Rooms extends { close(): void }>({ load, begun, latestMs }: LateDeps<Rooms>): Late<Rooms> {
  const rooms = signal<Rooms | null>(null)
  let closed = false
  let loading = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const begin = async (): Promise<void> => {
    if (loading || closed) return
    clearTimeout(timer)
    loading = true
    try {
      const loaded = await load()
      if (closed) loaded.close()
      else rooms.value = loaded
    } catch {
      // The box is away at this moment.
      loading = false
      if (!closed) timer = setTimeout(() => void begin(), retryMs)
    }
  }
  timer = setTimeout(() => void begin(), latestMs)
  const stopWaiting = effect(() => {
    if (begun.value) void begin()
  })

  return {
    rooms,
    close() {
      if (closed) return
      closed = true
      stopWaiting()
      clearTimeout(timer)
      rooms.peek()?.close()
    },
  }
}
