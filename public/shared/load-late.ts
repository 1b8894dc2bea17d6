// Loads what a station does not need for its first frame, when that is there.

import { batch, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export interface LateDeps<Rooms> {
  load(): Promise<Rooms>
  /** The first frame is there. */
  readonly begun: ReadonlySignal<boolean>
  /** Without a first frame it is loaded after this, in milliseconds. */
  readonly latestMs: number
  /**
   * It has failed twice and more. Browsers may keep the failure of a module for as long as the page is there: each further
   * import fails without a request, and only a new page asks again.
   */
  readonly stuck?: () => void
}

export interface Late<Rooms> {
  /** Null until they are there. */
  readonly rooms: ReadonlySignal<Rooms | null>
  /** It could not be loaded, or not for long, and has not been since. */
  readonly failed: ReadonlySignal<boolean>
  close(): void
}

const retryMs = 3000
/** A box that is gone without a word is missed by a request only after minutes. */
const slowMs = 20_000

export function loadLate<Rooms extends { close(): void }>({
  load,
  begun,
  latestMs,
  stuck,
}: LateDeps<Rooms>): Late<Rooms> {
  const rooms = signal<Rooms | null>(null)
  const failed = signal(false)
  let closed = false
  let loading = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const begin = async (): Promise<void> => {
    if (loading || closed) return
    clearTimeout(timer)
    loading = true
    const slow = setTimeout(() => (failed.value = !closed), slowMs)
    try {
      const loaded = await load()
      if (closed) loaded.close()
      else {
        batch(() => {
          rooms.value = loaded
          failed.value = false
        })
      }
    } catch {
      // The box is away at this moment.
      loading = false
      if (closed) return
      timer = setTimeout(() => void begin(), retryMs)
      if (failed.peek()) stuck?.()
      failed.value = true
    } finally {
      clearTimeout(slow)
    }
  }
  timer = setTimeout(() => void begin(), latestMs)
  const stopWaiting = effect(() => {
    if (begun.value) void begin()
  })

  return {
    rooms,
    failed,
    close() {
      if (closed) return
      closed = true
      stopWaiting()
      clearTimeout(timer)
      rooms.peek()?.close()
    },
  }
}
