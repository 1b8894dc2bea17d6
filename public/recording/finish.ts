// Makes the file out of what was recorded. Whatever goes wrong, the recording itself is handed over: nothing may be lost.

import { assetUrls } from '../shared/asset-urls.ts'
import type { Container } from './recording-type.ts'
import type { FromRecordingWorker, ToRecordingWorker } from './worker-messages.ts'

/** A worker that has said nothing for this long is taken for dead; it reports ten times a second. */
const silenceMs = 20_000
/** A remuxed file has the same pictures and sounds in it; one that is far smaller has lost some. */
const leastShare = 0.8

/** Calls `onTime` with the seconds that are done. Never rejects. */
export type Finish = (recorded: Blob, container: Container, onTime: (doneS: number) => void) => Promise<Blob>

export const finishInWorker: Finish = (recorded, container, onTime) =>
  new Promise<Blob>((resolve) => {
    const worker = new Worker(assetUrls.recordingWorker, { type: 'module', name: 'recording' })
    const end = (file: Blob): void => {
      clearTimeout(timer)
      worker.terminate()
      resolve(file)
    }
    const watch = (): ReturnType<typeof setTimeout> => setTimeout(() => end(recorded), silenceMs)
    let timer = watch()
    worker.addEventListener('message', ({ data }: MessageEvent<FromRecordingWorker>) => {
      switch (data.type) {
        case 'done-to':
          clearTimeout(timer)
          timer = watch()
          onTime(data.seconds)
          break
        case 'remuxed':
          end(data.remuxed.size > recorded.size * leastShare ? data.remuxed : recorded)
          break
        case 'failed':
          end(recorded)
          break
      }
    })
    worker.addEventListener('error', () => end(recorded))
    const message: ToRecordingWorker = { recorded, container }
    worker.postMessage(message, [])
  }).catch(() => recorded)
