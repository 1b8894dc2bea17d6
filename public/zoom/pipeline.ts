// What every way of changing the picture before it is sent looks like to zoom.ts.

import type { ZoomArea } from './area.ts'

/** How parents are to see the camera's picture. */
export interface Look {
  readonly area: ZoomArea
  /** Brightened, for a dark room. */
  readonly night: boolean
}

export interface Pipeline {
  setLook(look: Look): void
  /** Idempotent; ends the pipeline's track, never the camera's. */
  close(): void
}

export interface PipelineEvents {
  /** The first changed frame has gone into `track`, so parents may be switched over without a gap. */
  ready(track: MediaStreamTrack): void
  failed(): void
}

/** Throws where this browser cannot do it this way. */
export type OpenPipeline = (source: MediaStreamTrack, look: Look, events: PipelineEvents) => Pipeline

export interface Backend {
  readonly open: OpenPipeline
  /** Whether frames keep coming while the page is hidden. */
  readonly worksHidden: boolean
}
