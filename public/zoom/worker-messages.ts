// What the page and zoom-worker.ts say to each other.

import type { ZoomArea } from './area.ts'

export type ToZoomWorker =
  /** Chromium: the page made both ends. */
  | {
      readonly type: 'streams'
      readonly readable: ReadableStream<VideoFrame>
      readonly writable: WritableStream<VideoFrame>
      readonly area: ZoomArea
    }
  /** Safari: the worker makes both ends of the camera track that was transferred to it. */
  | { readonly type: 'track'; readonly track: MediaStreamTrack; readonly area: ZoomArea }
  | { readonly type: 'area'; readonly area: ZoomArea }
  | { readonly type: 'close' }

export type FromZoomWorker =
  | { readonly type: 'output'; readonly track: MediaStreamTrack }
  | { readonly type: 'first-frame' }
  | { readonly type: 'failed'; readonly reason: string }
