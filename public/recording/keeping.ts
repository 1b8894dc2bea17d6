// Where a part of a recording stays until it is in Downloads: in this phone's private storage, where neither the length of the
// night nor the end of the tab matters, or in the page's memory where a browser has no such storage.

import type { Disk } from './disk.ts'
import type { Finish } from './finish.ts'
import { makeKey } from './kept-name.ts'
import type { RecordingType } from './recording-type.ts'

export type Place = 'storage' | 'memory'

export interface KeepingEvents {
  grew(bytes: number, place: Place): void
  /** Stop now: there is room for what is on the way, and for the finished file, but not for much more. */
  full(): void
  broke(): void
}

export interface Keeping {
  add(chunk: Blob): void
  /** Call after the last chunk. The files to hand over: none when nothing was recorded. */
  finish(onProgress: (share: number) => void): Promise<readonly Blob[]>
  /** They are in Downloads, as far as a page can know. */
  handedOver(): void
}

export type Keep = (fileName: string, type: RecordingType, events: KeepingEvents) => Keeping

export interface KeepingDeps {
  readonly disk: Disk | null
  readonly finish: Finish
  random(): number
}

export function createKeep({ disk, finish, random }: KeepingDeps): Keep {
  return (fileName, { mimeType, container }, events) => {
    // Without its codecs: a player needs the container, and some systems choose the file's ending by the whole string.
    const type = mimeType.replace(/;.*/, '')
    const key = makeKey(fileName, random())
    /** What is not in the storage, or not known to be. */
    let chunks: readonly Blob[] = []
    let storedBytes = 0
    let place: Place = disk === null ? 'memory' : 'storage'
    let hasFailed = false

    const grew = (): void => {
      events.grew(storedBytes + chunks.reduce((sum, { size }) => sum + size, 0), place)
    }
    /** One after the other; chunks wait in memory until they are written. */
    let queue: Promise<void> = Promise.resolve()
    if (disk !== null) {
      queue = disk.open(key).catch(() => {
        place = 'memory'
        grew()
      })
    }
    const store = async (chunk: Blob): Promise<void> => {
      if (disk === null || place === 'memory' || hasFailed) return
      try {
        const { bytes, isFull } = await disk.append(key, chunk)
        storedBytes = bytes
        chunks = chunks.slice(1)
        if (isFull) events.full()
      } catch (error) {
        // What is left stays in memory, and is put behind what was stored.
        hasFailed = true
        if (error instanceof Error && error.name === 'QuotaExceededError') events.full()
        else events.broke()
      }
    }

    const recorded = async (): Promise<Blob> => {
      await queue
      if (disk === null || place === 'memory') return new Blob([...chunks], { type })
      // What cannot be read now is offered at the next visit.
      const stored = await disk.end(key).catch(() => null)
      return new Blob(stored === null ? [...chunks] : [stored, ...chunks], { type })
    }

    return {
      add(chunk) {
        chunks = [...chunks, chunk]
        grew()
        queue = queue.then(() => store(chunk))
      },
      async finish(onProgress) {
        const isStored = (): boolean => disk !== null && place === 'storage'
        const whole = await recorded()
        if (whole.size === 0) {
          if (isStored()) await disk?.remove(key).catch(() => undefined)
          return []
        }
        const { files, isKept } = await finish(
          { recorded: [whole], container, key: isStored() ? key : null },
          onProgress,
        )
        if (isKept) await disk?.settle(key).catch(() => undefined)
        return files.map((file) => file.slice(0, file.size, type))
      },
      handedOver() {
        if (disk === null || place === 'memory') return
        void disk
          .handedOver(key)
          .then(() => disk.release(key))
          .catch(() => undefined)
      },
    }
  }
}
