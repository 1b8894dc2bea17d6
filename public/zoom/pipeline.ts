// What every way of cropping looks like to zoom.ts.

import type { ZoomArea } from './area.ts'

export interface Pipeline {
  setArea(area: ZoomArea): void
  /** Idempotent; ends the cropped track, never the camera's. */
  close(): void
}

export interface PipelineEvents {
  /** The first cropped frame has gone into `track`, so parents may be switched over without a gap. */
  ready(track: MediaStreamTrack): void
  failed(): void
}

/** Throws where this browser cannot do it this way. */
export type OpenPipeline = (source: MediaStreamTrack, area: ZoomArea, events: PipelineEvents) => Pipeline

export interface Backend {
  readonly open: OpenPipeline
  /** Whether frames keep coming while the page is hidden. */
  readonly worksHidden: boolean
}
