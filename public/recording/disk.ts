// The storage of storage.ts, as the page calls it: through a worker, which begins with the first call.

import { assetUrls } from '../shared/asset-urls.ts'
import type { Storage } from './storage.ts'
import type { StorageAnswer, StorageCall } from './worker-messages.ts'

export interface Disk extends Storage {
  /** After this every call rejects. What was called before is done first; then locks that are held are let go. */
  close(): void
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

/** Null where the browser has no private storage, or no way to tell a recording of another tab from a lost one. */
export function createDisk(): Disk | null {
  const { storage, locks } = navigator as Partial<Navigator>
  if (typeof Worker === 'undefined' || storage === undefined || locks === undefined) return null
  if (typeof (storage as Partial<StorageManager>).getDirectory !== 'function') return null

  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let isClosed = false
  let calls = 0

  const end = (reason: string): void => {
    worker?.terminate()
    worker = null
    for (const { reject } of waiting.values()) reject(new Error(reason))
    waiting.clear()
  }

  const begin = (): Worker => {
    const begun = new Worker(assetUrls.recordingWorker, { type: 'module', name: 'recording' })
    begun.addEventListener('message', ({ data }: MessageEvent<StorageAnswer>) => {
      const call = waiting.get(data.id)
      waiting.delete(data.id)
      if (data.ok) call?.resolve(data.value)
      else call?.reject(Object.assign(new Error(data.error), { name: data.error }))
      if (isClosed && waiting.size === 0) end('closed')
    })
    begun.addEventListener('error', () => end('the worker ended'))
    return begun
  }

  const call = <Method extends keyof Storage>(
    method: Method,
    ...args: Parameters<Storage[Method]>
  ): ReturnType<Storage[Method]> =>
    new Promise((resolve, reject) => {
      if (isClosed) {
        reject(new Error('closed'))
        return
      }
      worker ??= begin()
      calls++
      waiting.set(calls, { resolve, reject })
      const message: StorageCall = { id: calls, method, args }
      worker.postMessage(message, [])
    }) as ReturnType<Storage[Method]>

  return {
    open: (key) => call('open', key),
    append: (key, chunk) => call('append', key, chunk),
    end: (key) => call('end', key),
    take: (key) => call('take', key),
    claim: (key) => call('claim', key),
    settle: (key) => call('settle', key),
    handedOver: (key) => call('handedOver', key),
    release: (key) => call('release', key),
    remove: (key) => call('remove', key),
    list: () => call('list'),
    close() {
      isClosed = true
      if (waiting.size === 0) end('closed')
    },
  }
}
