// What the page and zoom-worker.ts say to each other.

import type { Look } from './pipeline.ts'

export type ToZoomWorker =
  /** Chromium: the page made both ends. */
  | {
      readonly type: 'streams'
      readonly readable: ReadableStream<VideoFrame>
      readonly writable: WritableStream<VideoFrame>
      readonly look: Look
    }
  /** Safari: the worker makes both ends of the camera track that was transferred to it. */
  | { readonly type: 'track'; readonly track: MediaStreamTrack; readonly look: Look }
  | { readonly type: 'look'; readonly look: Look }
  | { readonly type: 'close' }

export type FromZoomWorker =
  | { readonly type: 'output'; readonly track: MediaStreamTrack }
  | { readonly type: 'first-frame' }
  | { readonly type: 'failed'; readonly reason: string }
