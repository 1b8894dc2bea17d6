// Cropping and brightening in zoom-worker.ts, in the two ways that browsers offer.

import { assetUrls } from '../shared/asset-urls.ts'
import { breakoutBox, maxBufferSize } from './breakout-box.ts'
import type { OpenPipeline, Pipeline, PipelineEvents } from './pipeline.ts'
import type { FromZoomWorker, ToZoomWorker } from './worker-messages.ts'

/** Chromium: in its workers processor and generator are undefined, so the page makes them and gives their streams away. */
export const openStreamsPipeline: OpenPipeline = (source, look, events) => {
  const { Processor, PageGenerator } = breakoutBox
  if (Processor === undefined || PageGenerator === undefined) {
    throw new Error('no track processor on pages')
  }
  const { readable } = new Processor({ track: source, maxBufferSize })
  const generator = new PageGenerator({ kind: 'video' })
  const { writable } = generator
  return startWorker({ type: 'streams', readable, writable, look }, [readable, writable], generator, events)
}

/** Safari 18. Elsewhere a track cannot be transferred, which throws at once. */
export const openTrackPipeline: OpenPipeline = (source, look, events) => {
  // A transferred track is gone from the page: the camera's own one is needed here again at scale 1.
  const track = source.clone()
  try {
    return startWorker({ type: 'track', track, look }, [track], null, events)
  } catch (error) {
    track.stop()
    throw error
  }
}

function startWorker(
  first: ToZoomWorker,
  transfer: Transferable[],
  madeHere: MediaStreamTrack | null,
  events: PipelineEvents,
): Pipeline {
  const worker = new Worker(assetUrls.zoomWorker, { type: 'module', name: 'zoom' })
  const closing = new AbortController()
  const { signal } = closing
  let output = madeHere

  const fail = (): void => {
    worker.terminate()
    events.failed()
  }
  const post = (message: ToZoomWorker, gives: Transferable[] = []): void => worker.postMessage(message, gives)
  worker.addEventListener(
    'message',
    ({ data }: MessageEvent<FromZoomWorker>) => {
      switch (data.type) {
        case 'output':
          output = data.track
          break
        case 'first-frame':
          if (output !== null) events.ready(output)
          break
        case 'failed':
          fail()
          break
      }
    },
    { signal },
  )
  worker.addEventListener('error', fail, { signal })
  try {
    post(first, transfer)
  } catch (error) {
    worker.terminate()
    throw error
  }

  return {
    setLook(next) {
      post({ type: 'look', look: next })
    },
    close() {
      if (signal.aborted) return
      closing.abort()
      // The worker closes its frames and then itself.
      post({ type: 'close' })
      output?.stop()
    },
  }
}
