// Makes the file out of what was recorded. Whatever goes wrong, the recording itself is handed over: nothing may be lost.

import { assetUrls } from '../shared/asset-urls.ts'
import type { Key } from './kept-name.ts'
import type { Container } from './recording-type.ts'
import type { FromFinishingWorker, ToFinishingWorker } from './worker-messages.ts'

/** A worker that has said nothing for this long is taken for dead; it reports ten times a second. */
const silenceMs = 30_000

export interface ToFinish {
  /** One after the other in time, each with a header of its own. */
  readonly recorded: readonly Blob[]
  readonly container: Container
  /** Where the finished file goes; into memory when null, and when there is no room for it. */
  readonly key: Key | null
}

export interface Finished {
  /** Several when they could not be put together. */
  readonly files: readonly Blob[]
  /** Whether it lies in the phone's storage under the key. */
  readonly isKept: boolean
}

/** `onProgress` gets 0 to 1. Never rejects. */
export type Finish = (what: ToFinish, onProgress: (share: number) => void) => Promise<Finished>

export const finishInWorker: Finish = (what, onProgress) => {
  const asRecorded: Finished = { files: what.recorded, isKept: false }
  return new Promise<Finished>((resolve) => {
    // Loaded for this only: it is the largest part of the app.
    const worker = new Worker(assetUrls.finishingWorker, { type: 'module', name: 'finishing' })
    const end = (finished: Finished): void => {
      clearTimeout(timer)
      worker.terminate()
      resolve(finished)
    }
    const watch = (): ReturnType<typeof setTimeout> => setTimeout(() => end(asRecorded), silenceMs)
    let timer = watch()
    worker.addEventListener('message', ({ data }: MessageEvent<FromFinishingWorker>) => {
      switch (data.type) {
        case 'progressed':
          clearTimeout(timer)
          timer = watch()
          onProgress(data.share)
          break
        case 'finished':
          end({ files: [data.file], isKept: data.isKept })
          break
        case 'failed':
          end(asRecorded)
          break
      }
    })
    worker.addEventListener('error', () => end(asRecorded))
    const message: ToFinishingWorker = what
    worker.postMessage(message, [])
  }).catch(() => asRecorded)
}
