// Cropping and brightening on a canvas, for browsers without frames in workers (Firefox, older Safari). Stands still while the page is hidden.

import { cropOf, drawnSize } from './area.ts'
import { brighten } from './brighten.ts'
import { canvasTrack } from './canvas-track.ts'
import { createFreshness } from './freshness.ts'
import type { OpenPipeline } from './pipeline.ts'

export const openCanvasPipeline: OpenPipeline = (source, firstLook, events) => {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) throw new Error('no canvas')
  // 0: a frame goes out only when it is asked for below, so that a canvas nobody drew on is never sent as if it were live.
  const captured = canvasTrack(canvas.captureStream(0))
  if (captured === null) throw new Error('no canvas capture')
  const { track } = captured

  const video = document.createElement('video')
  const closing = new AbortController()
  const { signal } = closing
  let look = firstLook
  let frames = 0

  const play = (): void => {
    // Refused while hidden or without a tap: the next change of visibility tries again, and zoom.ts watches for the first frame.
    if (!document.hidden) video.play().catch(() => undefined)
  }
  const freshness = createFreshness(performance.now())
  const draw = (frameMs: number): void => {
    if (!freshness.isFresh(frameMs, performance.now())) return
    const picture = { width: video.videoWidth, height: video.videoHeight }
    const crop = cropOf(look.area, picture)
    const { width, height } = drawnSize(crop, picture)
    // Setting the size clears the canvas, even to the same one.
    if (canvas.width !== width) canvas.width = width
    if (canvas.height !== height) canvas.height = height
    context.drawImage(video, crop.x, crop.y, crop.width, crop.height, 0, 0, width, height)
    if (look.night) brighten(context)
    captured.requestFrame()
    if (++frames === 1) events.ready(track)
  }

  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([source])
  onEachFrame(video, signal, draw)
  // A page that was frozen comes back with every media element paused.
  document.addEventListener('visibilitychange', play, { signal })
  document.addEventListener('resume', play, { signal })
  play()

  return {
    setLook(next) {
      look = next
    },
    close() {
      if (signal.aborted) return
      closing.abort()
      track.stop()
      video.pause()
      video.srcObject = null
    },
  }
}

/** Calls `draw` for new frames only, never twice for the same picture, with the frame's time in milliseconds from any moment. */
function onEachFrame(video: HTMLVideoElement, signal: AbortSignal, draw: (frameMs: number) => void): void {
  if ('requestVideoFrameCallback' in video) {
    const next: VideoFrameRequestCallback = (_, { captureTime, mediaTime }) => {
      if (signal.aborted) return
      // Firefox has only the element's own time, which stands still with the page: after that it goes on a second later.
      draw(captureTime ?? mediaTime * 1000)
      video.requestVideoFrameCallback(next)
    }
    video.requestVideoFrameCallback(next)
    return
  }
  watchTime(video, signal, draw)
}

/** Firefox before 132: the time of a camera stream advances with its frames. */
function watchTime(video: HTMLVideoElement, signal: AbortSignal, draw: (frameMs: number) => void): void {
  let drawnTime = -1
  const next = (): void => {
    if (signal.aborted) return
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.currentTime !== drawnTime) {
      drawnTime = video.currentTime
      draw(drawnTime * 1000)
    }
    requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
}
