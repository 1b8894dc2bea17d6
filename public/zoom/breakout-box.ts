// The insertable streams for tracks, which TypeScript's DOM library does not know, and who has them:
// Chromium has the processor and the generator on the page, Safari 18 the processor and VideoTrackGenerator in workers.

interface Processor {
  readonly readable: ReadableStream<VideoFrame>
}

interface Generator {
  readonly writable: WritableStream<VideoFrame>
}

interface BreakoutBox {
  readonly Processor: (new (init: { track: MediaStreamTrack; maxBufferSize: number }) => Processor) | undefined
  /** Is a track itself. */
  readonly PageGenerator: (new (init: { kind: 'video' }) => MediaStreamTrack & Generator) | undefined
  readonly WorkerGenerator: (new () => Generator & { readonly track: MediaStreamTrack }) | undefined
}

/** A plain object, because other packages declare these names as always there. */
const scope: object = globalThis

export const breakoutBox: BreakoutBox = {
  Processor: Reflect.get(scope, 'MediaStreamTrackProcessor'),
  PageGenerator: Reflect.get(scope, 'MediaStreamTrackGenerator'),
  WorkerGenerator: Reflect.get(scope, 'VideoTrackGenerator'),
}

/** Frames that may wait between camera and crop. One: a second one could only make the picture later. */
export const maxBufferSize = 1
