// Remuxes one recording off the page: reading ten minutes takes a second or two, in which the picture must not stand still.

import { remux } from './remux.ts'
import type { FromRecordingWorker, ToRecordingWorker } from './worker-messages.ts'

// TypeScript's DOM library takes every global scope for a window, whose postMessage wants an origin.
declare function postMessage(message: FromRecordingWorker): void

const progressMs = 100

addEventListener('message', ({ data }: MessageEvent<ToRecordingWorker>) => {
  let lastMs = -Infinity
  const onTime = (seconds: number): void => {
    const nowMs = performance.now()
    if (nowMs - lastMs < progressMs) return
    lastMs = nowMs
    postMessage({ type: 'done-to', seconds })
  }
  remux(data.recorded, data.container, onTime).then(
    (remuxed) => postMessage({ type: 'remuxed', remuxed }),
    (error: unknown) => postMessage({ type: 'failed', reason: String(error) }),
  )
})
