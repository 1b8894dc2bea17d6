// Crops and brightens the camera's frames off the page: goes on at full rate while the page is hidden, and costs no paint.

import { wholePicture } from './area.ts'
import { breakoutBox, maxBufferSize } from './breakout-box.ts'
import { createBrightener } from './brighten-frame.ts'
import { cropFrame } from './crop-frame.ts'
import { createFreshness } from './freshness.ts'
import type { Freshness } from './freshness.ts'
import type { Look } from './pipeline.ts'
import type { FromZoomWorker, ToZoomWorker } from './worker-messages.ts'

// TypeScript's DOM library takes every global scope for a window, whose postMessage wants an origin.
declare function postMessage(message: FromZoomWorker, transfer?: Transferable[]): void

const closing = new AbortController()
const brightened = createBrightener()
let look: Look = { area: wholePicture, night: false }

addEventListener('message', ({ data }: MessageEvent<ToZoomWorker>) => {
  switch (data.type) {
    case 'streams':
      look = data.look
      void run(data.readable, data.writable)
      break
    case 'track':
      look = data.look
      runTrack(data.track)
      break
    case 'look':
      look = data.look
      break
    case 'close':
      closing.abort()
      break
  }
})

function runTrack(track: MediaStreamTrack): void {
  const { Processor, WorkerGenerator } = breakoutBox
  closing.signal.addEventListener('abort', () => track.stop(), { once: true })
  if (Processor === undefined || WorkerGenerator === undefined) {
    fail(new Error('no track processor in workers'))
    return
  }
  const generator = new WorkerGenerator()
  postMessage({ type: 'output', track: generator.track }, [generator.track])
  void run(new Processor({ track, maxBufferSize }).readable, generator.writable)
}

async function run(readable: ReadableStream<VideoFrame>, writable: WritableStream<VideoFrame>): Promise<void> {
  const reader = readable.getReader()
  const writer = writable.getWriter()
  closing.signal.addEventListener('abort', () => void reader.cancel().catch(ignore), { once: true })
  try {
    const freshness = createFreshness(performance.now())
    let isFirst = true
    for (;;) {
      // Waiting for each write keeps the camera's newest frame at the head: the processor drops what nobody has read.
      const { done, value: frame } = await reader.read()
      if (done) break
      const isSent = await send(frame, writer, freshness)
      if (isSent && isFirst) postMessage({ type: 'first-frame' })
      isFirst &&= !isSent
    }
    closing.abort()
  } catch (error) {
    fail(error)
  }
  await Promise.all([reader.cancel().catch(ignore), writer.close().catch(ignore)])
  close()
}

/** Whether it was; a frame that has waited in a frozen page is not. */
async function send(
  frame: VideoFrame,
  writer: WritableStreamDefaultWriter<VideoFrame>,
  freshness: Freshness,
): Promise<boolean> {
  const frameMs = frame.timestamp / 1000
  let changed: VideoFrame
  try {
    if (!freshness.isFresh(frameMs, performance.now())) return false
    changed = cropFrame(frame, look.area)
  } finally {
    frame.close()
  }
  if (look.night) changed = await brightened(changed)
  try {
    const isStill = freshness.isStill(frameMs, performance.now())
    if (isStill) await writer.write(changed)
    return isStill
  } finally {
    changed.close()
  }
}

function fail(error: unknown): void {
  // After `close` the output is stopped under the last write: no failure.
  if (!closing.signal.aborted) postMessage({ type: 'failed', reason: String(error) })
  closing.abort()
}

/** A stream that has broken already cannot be closed, and needs no closing. */
function ignore(): void {}
