// The recordings that lie in this phone's storage and no tab is writing: those that a crash or a closed tab left behind, and
// the copies of those that were put into Downloads.
//
// No page is told whether a download arrived: the disk may be full, an iPhone's question may have been answered with no. So a
// copy stays, out of the way, for a week, and can be saved again or deleted by hand. A full disk deletes none of them: that is
// when downloads fail, and the copy may be all there is.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Disk } from './disk.ts'
import type { Finish } from './finish.ts'
import { group } from './groups.ts'
import type { Group } from './groups.ts'
import type { HandOver } from './hand-over.ts'
import type { Kept } from './kept.ts'
import type { Container } from './recording-type.ts'

/** What is being done with one of them, or went wrong with it. */
export type ShelfWork =
  | { readonly state: 'idle' }
  | { readonly state: 'saving'; readonly id: string; readonly progress: number }
  | { readonly state: 'saved'; readonly fileName: string }
  | { readonly state: 'deleting?'; readonly id: string }
  /** Another tab has it, or it is gone. */
  | { readonly state: 'taken' }

export interface Shelf {
  /** Never put into Downloads. */
  readonly lost: ReadonlySignal<readonly Group[]>
  readonly copies: ReadonlySignal<readonly Group[]>
  readonly work: ReadonlySignal<ShelfWork>
  look(): Promise<void>
  save(what: Group): Promise<void>
  /** Asks first; the second call deletes. */
  remove(what: Group): Promise<void>
  keep(): void
}

export interface ShelfDeps {
  readonly disk: Disk | null
  readonly finish: Finish
  readonly handOver: HandOver
  readonly language: string
}

export function createShelf({ disk, finish, handOver, language }: ShelfDeps): Shelf {
  const lost = signal<readonly Group[]>([])
  const copies = signal<readonly Group[]>([])
  const work = signal<ShelfWork>({ state: 'idle' })

  const look = async (): Promise<void> => {
    const kept = (await disk?.list().catch(() => [])) ?? []
    const groups = group(kept, language)
    lost.value = groups.filter(({ handedOverMs }) => handedOverMs === null)
    copies.value = groups.filter(({ handedOverMs }) => handedOverMs !== null)
  }

  const savePart = async (part: Kept, storage: Disk, onProgress: (share: number) => void): Promise<boolean> => {
    const claimed = await storage.claim(part.key)
    if (claimed === null) return false
    const { file, isFinished } = claimed
    const { container, type } = typeOf(part.fileName)
    let files: readonly Blob[] = [file]
    if (!isFinished) {
      const finished = await finish({ recorded: [file], container, key: part.key }, onProgress)
      if (finished.isKept) await storage.settle(part.key)
      files = finished.files
    }
    for (const one of files) handOver(one.slice(0, one.size, type), part.fileName)
    await storage.handedOver(part.key)
    await storage.release(part.key)
    return true
  }

  return {
    lost,
    copies,
    work,
    look,
    async save(what) {
      if (disk === null || work.peek().state === 'saving') return
      let saved: string | null = null
      for (const [index, part] of what.parts.entries()) {
        const progressed = (share: number): void => {
          work.value = { state: 'saving', id: what.id, progress: (index + share) / what.parts.length }
        }
        progressed(0)
        const isSaved = await savePart(part, disk, progressed).catch(() => false)
        if (isSaved) saved = part.fileName
      }
      work.value = saved === null ? { state: 'taken' } : { state: 'saved', fileName: saved }
      await look()
    },
    async remove(what) {
      const now = work.peek()
      if (now.state !== 'deleting?' || now.id !== what.id) {
        if (now.state !== 'saving') work.value = { state: 'deleting?', id: what.id }
        return
      }
      work.value = { state: 'idle' }
      for (const { key } of what.parts) {
        const isGone = (await disk?.remove(key).catch(() => false)) ?? false
        if (!isGone) work.value = { state: 'taken' }
      }
      await look()
    },
    keep() {
      if (work.peek().state === 'deleting?') work.value = { state: 'idle' }
    },
  }
}

function typeOf(fileName: string): { readonly container: Container; readonly type: string } {
  if (fileName.endsWith('.webm')) return { container: 'webm', type: 'video/webm' }
  return { container: 'mp4', type: fileName.endsWith('.m4a') ? 'audio/mp4' : 'video/mp4' }
}
