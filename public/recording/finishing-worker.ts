// Finishes one recording off the page: reading ten minutes takes a second or two, in which the picture must not stand still.

import { completeLength } from './complete-length.ts'
import { fileOf } from './kept-name.ts'
import type { Key } from './kept-name.ts'
import { createPieces } from './pieces.ts'
import { remux } from './remux.ts'
import type { Remuxing } from './remux.ts'
import { openFolder, writeAll } from './storage.ts'
import type { FromFinishingWorker, ToFinishingWorker } from './worker-messages.ts'

// TypeScript's DOM library takes every global scope for a window, whose postMessage wants an origin.
declare function postMessage(message: FromFinishingWorker): void

const progressMs = 100
/** A remuxed file has the same pictures and sounds in it; one that is far smaller has lost some. */
const leastShare = 0.8
/** What is put together in memory when the phone's storage has no room for it. */
const mostInMemory = 256 * 1024 * 1024

type Source = Omit<Remuxing, 'write'>

addEventListener('message', ({ data }: MessageEvent<ToFinishingWorker>) => {
  finish(data).then(postMessage, (error: unknown) => postMessage({ type: 'failed', reason: String(error) }))
})

async function finish({ recorded, container, key }: ToFinishingWorker): Promise<FromFinishingWorker> {
  let lastMs = -Infinity
  const progressed = (share: number): void => {
    const nowMs = performance.now()
    if (nowMs - lastMs < progressMs) return
    lastMs = nowMs
    postMessage({ type: 'progressed', share })
  }
  const whole = await Promise.all(
    recorded.map(async (blob) => blob.slice(0, await completeLength(blob, container), blob.type)),
  )
  const source = { recorded: whole, container, progressed }
  const leastBytes = whole.reduce((sum, { size }) => sum + size, 0) * leastShare
  const isKept = key !== null && (await writeToStorage(source, key, leastBytes))
  if (isKept) {
    const file = await (await openFolder()).getFileHandle(fileOf(key, 'out'))
    return { type: 'finished', file: await file.getFile(), isKept: true }
  }
  if (leastBytes > mostInMemory) throw new Error('no room')
  const pieces = createPieces()
  await remux({ ...source, write: (bytes, position) => pieces.write(bytes, position) })
  const file = pieces.toBlob(whole[0]?.type ?? '')
  if (file.size < leastBytes) throw new Error('too little')
  return { type: 'finished', file, isKept: false }
}

/** False when there is no room, or anything else is in the way; nothing stays of it then. */
async function writeToStorage(source: Source, key: Key, leastBytes: number): Promise<boolean> {
  const folder = await openFolder()
  const name = fileOf(key, 'out')
  let isWhole = false
  try {
    const file = await folder.getFileHandle(name, { create: true })
    const handle = await file.createSyncAccessHandle()
    try {
      handle.truncate(0)
      await remux({
        ...source,
        write: (bytes, position) => writeAll(handle, bytes, position),
      })
      handle.flush()
    } finally {
      handle.close()
    }
    isWhole = (await file.getFile()).size >= leastBytes
  } catch {
    isWhole = false
  }
  if (!isWhole) await folder.removeEntry(name).catch(() => undefined)
  return isWhole
}
