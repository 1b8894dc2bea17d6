// This phone's private storage for recordings; runs in a worker, where alone files can be written so that each byte is safe at
// once. Whoever writes or saves a recording holds its lock, which a tab that dies lets go.

import { sortOut } from './kept.ts'
import type { Kept, Stored } from './kept.ts'
import { endings, fileOf, parseFile } from './kept-name.ts'
import type { Key } from './kept-name.ts'

const folderName = 'recordings'
const lockPrefix = 'beddybytes-recording-'
/** A write is safe from a dying tab at once; this makes it safe from a battery that dies, and costs a wake-up of the disk. */
const flushMs = 5000
/** Beside room for the finished file, which is written before the recorded one goes. */
const spareBytes = 8 * 1024 * 1024

/** What of the browser's types TypeScript's page library lacks. */
export interface SyncHandle {
  write(data: ArrayBuffer | Uint8Array, options: { at: number }): number
  truncate(bytes: number): void
  flush(): void
  close(): void
}

export interface StorageFolder {
  getFileHandle(name: string, options?: { create: boolean }): Promise<FileHandle>
  removeEntry(name: string): Promise<void>
  values(): AsyncIterable<FileHandle>
}

interface FileHandle {
  readonly kind: 'file' | 'directory'
  readonly name: string
  getFile(): Promise<File>
  createSyncAccessHandle(): Promise<SyncHandle>
}

export interface Storage {
  /** Begins a recording. Rejects where nothing can be kept so. */
  open(key: Key): Promise<void>
  /** Rejects with a QuotaExceededError when not a byte of it could be written. */
  append(key: Key, chunk: Blob): Promise<{ readonly bytes: number; readonly isFull: boolean }>
  /** Ends what `open` began, keeping its lock; gives what was recorded. */
  end(key: Key): Promise<File>
  /** Takes the lock of a new file of a recording that was never written raw. */
  take(key: Key): Promise<boolean>
  /** Takes the lock of what lies there, and gives it; null when another tab has it or it is gone. */
  claim(key: Key): Promise<{ readonly file: File; readonly isFinished: boolean } | null>
  /** The finished file is whole: the recorded one goes. */
  settle(key: Key): Promise<void>
  /** It is in Downloads, as far as a page can know. */
  handedOver(key: Key): Promise<void>
  /** Lets go of the lock. */
  release(key: Key): Promise<void>
  /** Deletes it; false when another tab has it. */
  remove(key: Key): Promise<boolean>
  /** Of what no tab is writing or saving. Throws waste away. */
  list(): Promise<readonly Kept[]>
}

export interface StorageDeps {
  readonly folder: StorageFolder
  readonly locks: LockManager
  estimate(): Promise<StorageEstimate>
  /** Of the epoch. */
  nowMs(): number
}

interface Open {
  readonly handle: SyncHandle
  bytes: number
  flushedMs: number
}

/**
 * A full phone is an exception in some browsers; Chromium 156 in a private window gives 4294967288 for it, which is its error -8
 * taken for a length, and has written nothing.
 */
export function writeAll(handle: SyncHandle, data: ArrayBuffer | Uint8Array, at: number): void {
  if (handle.write(data, { at }) !== data.byteLength) throw new DOMException('', 'QuotaExceededError')
}

export async function openFolder(): Promise<StorageFolder> {
  const root = await navigator.storage.getDirectory()
  return (await root.getDirectoryHandle(folderName, { create: true })) as unknown as StorageFolder
}

export function createStorage({ folder, locks, estimate, nowMs }: StorageDeps): Storage {
  const open = new Map<Key, Open>()
  const held = new Map<Key, () => void>()

  const lock = (key: Key): Promise<boolean> => {
    if (held.has(key)) return Promise.resolve(true)
    return new Promise((resolve, reject) => {
      locks
        .request(lockPrefix + key, { ifAvailable: true }, (granted) => {
          resolve(granted !== null)
          if (granted === null) return undefined
          return new Promise<void>((release) => void held.set(key, release))
        })
        .catch(reject)
    })
  }
  const release = (key: Key): void => {
    held.get(key)?.()
    held.delete(key)
  }
  const read = async (name: string): Promise<File | null> => {
    try {
      return await (await folder.getFileHandle(name)).getFile()
    } catch {
      return null
    }
  }
  const removeFile = (name: string): Promise<void> => folder.removeEntry(name).catch(() => undefined)
  const removeAll = async (key: Key): Promise<void> => {
    await Promise.all(endings.map((ending) => removeFile(fileOf(key, ending))))
  }
  const isFull = async (bytes: number): Promise<boolean> => {
    // Chromium tells every page that 10 GiB are left, lest it learn how large the disk is; then the write fails first.
    const { quota, usage } = await estimate()
    return quota !== undefined && usage !== undefined && quota - usage < bytes + spareBytes
  }

  return {
    async open(key) {
      if (!(await lock(key))) throw new Error('the key is taken')
      try {
        const file = await folder.getFileHandle(fileOf(key, 'raw'), { create: true })
        open.set(key, { handle: await file.createSyncAccessHandle(), bytes: 0, flushedMs: nowMs() })
      } catch (error) {
        release(key)
        throw error
      }
    },
    async append(key, chunk) {
      const file = open.get(key)
      if (file === undefined) throw new Error('not open')
      const data = await chunk.arrayBuffer()
      try {
        writeAll(file.handle, data, file.bytes)
      } catch (error) {
        // Half a chunk would be repeated when the page adds what it still has.
        file.handle.truncate(file.bytes)
        throw error
      }
      file.bytes += data.byteLength
      if (nowMs() - file.flushedMs < flushMs) return { bytes: file.bytes, isFull: false }
      file.flushedMs = nowMs()
      file.handle.flush()
      return { bytes: file.bytes, isFull: await isFull(file.bytes) }
    },
    async end(key) {
      const file = open.get(key)
      open.delete(key)
      try {
        file?.handle.flush()
      } finally {
        file?.handle.close()
      }
      // After the end of the worker that had it, another one has to take it.
      if (!(await lock(key))) throw new Error('the key is taken')
      return (await folder.getFileHandle(fileOf(key, 'raw'))).getFile()
    },
    take: lock,
    async claim(key) {
      if (!(await lock(key))) return null
      const raw = await read(fileOf(key, 'raw'))
      if (raw !== null && raw.size > 0) return { file: raw, isFinished: false }
      const out = await read(fileOf(key, 'out'))
      if (out !== null) return { file: out, isFinished: true }
      release(key)
      return null
    },
    settle: (key) => removeFile(fileOf(key, 'raw')),
    async handedOver(key) {
      await folder.getFileHandle(fileOf(key, 'handed'), { create: true })
    },
    async release(key) {
      release(key)
    },
    async remove(key) {
      if (!(await lock(key))) return false
      open.get(key)?.handle.close()
      open.delete(key)
      await removeAll(key)
      release(key)
      return true
    },
    async list() {
      const files: Stored[] = []
      for await (const file of folder.values()) {
        if (file.kind !== 'file' || parseFile(file.name) === null) continue
        // What is being written says its size only when it is closed, and may be gone by now.
        const content = await read(file.name)
        if (content !== null) files.push({ name: file.name, bytes: content.size, changedMs: content.lastModified })
      }
      // Asked for after the files: what begins in between is not in the list at all.
      const { held: busy = [] } = await locks.query()
      const isBusy = (name: string): boolean =>
        busy.some((one) => one.name === lockPrefix + (parseFile(name)?.key ?? ''))
      const { kept, waste } = sortOut(
        files.filter(({ name }) => !isBusy(name)),
        nowMs(),
      )
      for (const key of new Set(waste.map((name) => parseFile(name)?.key))) {
        if (key !== undefined) await throwWasteAway(key)
      }
      return kept
    },
  }

  /** Looks again with the lock in hand: another tab may have saved it since, and its waste be the only copy now. */
  async function throwWasteAway(key: Key): Promise<void> {
    if (held.has(key) || !(await lock(key))) return
    const files: Stored[] = []
    for (const ending of endings) {
      const name = fileOf(key, ending)
      const content = await read(name)
      if (content !== null) files.push({ name, bytes: content.size, changedMs: content.lastModified })
    }
    await Promise.all(sortOut(files, nowMs()).waste.map(removeFile))
    release(key)
  }
}
