// Zoom and night picture of the Baby Station's camera: all parents get the same part of the picture, changed before it is encoded.
//
// At scale 1 by day the camera's own track is sent and nothing else runs. Else a pipeline writes into one track that stays the
// same through every further step; parents are switched over once its first frame is there.

import { signal, type ReadonlySignal } from '@preact/signals'
import { clampArea, stepFactor, wholePicture, zoomAbout, type ZoomArea } from './area.ts'
import { openCanvasPipeline } from './canvas-pipeline.ts'
import type { Backend, Look, Pipeline } from './pipeline.ts'
import { openStreamsPipeline, openTrackPipeline } from './worker-pipeline.ts'

export type { ZoomArea } from './area.ts'

export interface Zoom {
  readonly area: ReadonlySignal<ZoomArea>
  readonly night: ReadonlySignal<boolean>
  /** What parents get; null without a camera. After the end it is the camera's own. */
  readonly track: ReadonlySignal<MediaStreamTrack | null>
  /** The camera's track, which stays its owner's to stop. Zoom survives its being replaced. */
  setSource(track: MediaStreamTrack | null): void
  zoomIn(): void
  zoomOut(): void
  reset(): void
  apply(area: ZoomArea): void
  setNight(yes: boolean): void
  close(): void
}

export interface ZoomDeps {
  /** Best first. */
  readonly backends: readonly Backend[]
  readonly page: EventTarget & { readonly hidden: boolean }
  /** A backend that has given no frame for this long is taken for broken. */
  readonly firstFrameMs: number
}

const centre = { x: 0.5, y: 0.5 }

type Sending =
  | { readonly state: 'own' }
  | { readonly state: 'opening'; readonly pipeline: Pipeline; readonly giveUp: ReturnType<typeof setTimeout> }
  | { readonly state: 'changed'; readonly pipeline: Pipeline }

export function createZoom(deps: ZoomDeps = browserDeps()): Zoom {
  const { backends, page } = deps
  const area = signal<ZoomArea>(wholePicture)
  const night = signal(false)
  const track = signal<MediaStreamTrack | null>(null)
  const closing = new AbortController()
  let source: MediaStreamTrack | null = null
  let sending: Sending = { state: 'own' }
  /** Counts openings, so that a late word of an abandoned one is told apart. */
  let opening = 0
  /** Index of the backend in use; one that failed is not tried again before all have failed. */
  let usable = 0

  const sendOwn = (): void => {
    opening++
    const before = sending
    sending = { state: 'own' }
    // First the new track, then the end of the old one: parents never hold an ended track.
    track.value = source
    if (before.state === 'opening') clearTimeout(before.giveUp)
    if (before.state !== 'own') before.pipeline.close()
  }

  const openNext = (): void => {
    const backend = backends[usable]
    if (source === null) return
    if (backend === undefined) {
      // Nothing here can do it, or the camera itself gives nothing: show all of the picture, and try all again next time.
      area.value = wholePicture
      night.value = false
      usable = 0
      return
    }
    // Live and unchanged is better than zoomed and standing still.
    if (page.hidden && !backend.worksHidden) return
    const turn = ++opening
    const isCurrent = (): boolean => turn === opening
    const tryNext = (): void => {
      if (!isCurrent()) return
      sendOwn()
      usable++
      openNext()
    }
    let pipeline: Pipeline
    try {
      pipeline = backend.open(source, look(), {
        ready(changed) {
          if (!isCurrent() || sending.state !== 'opening') return
          clearTimeout(sending.giveUp)
          sending = { state: 'changed', pipeline }
          track.value = changed
        },
        failed: tryNext,
      })
    } catch {
      tryNext()
      return
    }
    sending = { state: 'opening', pipeline, giveUp: setTimeout(tryNext, deps.firstFrameMs) }
  }

  const look = (): Look => ({ area: area.peek(), night: night.peek() })
  const isOwn = (): boolean => area.peek().scale === 1 && !night.peek()

  const follow = (): void => {
    if (isOwn()) sendOwn()
    else if (sending.state === 'own') openNext()
    else sending.pipeline.setLook(look())
  }

  const apply = (wanted: ZoomArea): void => {
    if (closing.signal.aborted) return
    area.value = clampArea(wanted)
    follow()
  }

  /** Begins anew with the source and the page as they are now. */
  const restart = (): void => {
    sendOwn()
    if (!isOwn()) openNext()
  }

  page.addEventListener(
    'visibilitychange',
    () => {
      if (backends[usable]?.worksHidden === false) restart()
    },
    { signal: closing.signal },
  )

  return {
    area,
    night,
    track,
    setSource(next) {
      if (closing.signal.aborted || next === source) return
      source = next
      restart()
    },
    zoomIn: () => apply(zoomAbout(area.peek(), stepFactor, centre)),
    zoomOut: () => apply(zoomAbout(area.peek(), 1 / stepFactor, centre)),
    reset: () => apply(wholePicture),
    apply,
    setNight(yes) {
      if (closing.signal.aborted || yes === night.peek()) return
      night.value = yes
      follow()
    },
    close() {
      if (closing.signal.aborted) return
      closing.abort()
      // The camera goes on: whoever closes this may send it still.
      sendOwn()
    },
  }
}

function browserDeps(): ZoomDeps {
  return {
    backends: [
      { open: openStreamsPipeline, worksHidden: true },
      { open: openTrackPipeline, worksHidden: true },
      { open: openCanvasPipeline, worksHidden: false },
    ],
    page: document,
    firstFrameMs: 3000,
  }
}
