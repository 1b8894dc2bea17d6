// Zoom by hand: pinch about the fingers' midpoint, drag, wheel, double tap, and keys on the picture itself.

import { fittedRect, panBy, wholePicture, zoomAbout, type Fit, type Point } from './area.ts'
import type { Zoomable } from './zoom-controls.ts'

/** Two taps within this time and distance are a double tap. */
const doubleTapMs = 300
const doubleTapPx = 30
/** A finger that moved less has tapped. */
const tapPx = 8
const doubleTapScale = 2
/** Share of what is seen that one press of an arrow key moves. */
const keyStep = 0.1
/** Zoom per pixel of wheel: a mouse's notch of 100 to 120 px zooms by about a fifth. */
const wheelPerPx = 0.0016
/** A pinch on a touchpad comes as a wheel with Ctrl, in far smaller numbers. */
const pinchWheelPerPx = 0.01
const wheelLinePx = 16
const wheelPagePx = 400

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: keyStep, y: 0 },
  ArrowRight: { x: -keyStep, y: 0 },
  ArrowUp: { x: 0, y: keyStep },
  ArrowDown: { x: 0, y: -keyStep },
}

interface Finger {
  readonly began: Point
  readonly at: Point
}

/** `element` is the video that shows `zoom.track`, or something around it. */
export function attachGestures(element: HTMLElement, zoom: Zoomable, signal: AbortSignal): void {
  const fingers = new Map<number, Finger>()
  let lastTap: { readonly at: Point; readonly timeMs: number } | null = null
  const picture = createPicture(element)
  let isDrag = false

  const zoomAt = (factor: number, at: Point): void =>
    zoom.apply(zoomAbout(zoom.area.peek(), factor, picture.toShare(at)))
  const pan = (from: Point, to: Point): void => {
    const before = picture.toShare(from)
    const after = picture.toShare(to)
    zoom.apply(panBy(zoom.area.peek(), { x: after.x - before.x, y: after.y - before.y }))
  }

  const tap = (at: Point, timeMs: number): void => {
    const isSecond = lastTap !== null && timeMs - lastTap.timeMs < doubleTapMs && distance(at, lastTap.at) < doubleTapPx
    lastTap = isSecond ? null : { at, timeMs }
    if (!isSecond) return
    if (zoom.area.peek().scale > 1) zoom.apply(wholePicture)
    else zoomAt(doubleTapScale, at)
  }

  const onDown = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    const at = pointOf(event)
    fingers.set(event.pointerId, { began: at, at })
    element.setPointerCapture(event.pointerId)
  }

  const onMove = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId)
    if (finger === undefined) return
    const at = pointOf(event)
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    fingers.set(event.pointerId, { ...finger, at })
    if (other === undefined) {
      if (zoom.area.peek().scale > 1) pan(finger.at, at)
      return
    }
    lastTap = null
    const before = distance(finger.at, other.at)
    const from = midpoint(finger.at, other.at)
    const to = midpoint(at, other.at)
    if (before > 0) zoomAt(distance(at, other.at) / before, from)
    pan(from, to)
  }

  const onUp = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId)
    if (finger === undefined) return
    fingers.delete(event.pointerId)
    isDrag = distance(finger.began, pointOf(event)) >= tapPx
    if (!isDrag && fingers.size === 0 && event.type === 'pointerup') tap(finger.began, event.timeStamp)
  }

  const onWheel = (event: WheelEvent): void => {
    // At 1 there is nothing to zoom out of: the page scrolls.
    if (event.deltaY >= 0 && zoom.area.peek().scale === 1) return
    event.preventDefault()
    const unitPx =
      event.deltaMode === WheelEvent.DOM_DELTA_LINE
        ? wheelLinePx
        : event.deltaMode === WheelEvent.DOM_DELTA_PAGE
          ? wheelPagePx
          : 1
    const perPx = event.ctrlKey ? pinchWheelPerPx : wheelPerPx
    zoomAt(Math.exp(-event.deltaY * unitPx * perPx), pointOf(event))
  }

  const onKey = (event: KeyboardEvent): void => {
    // Ctrl with plus is the browser's own zoom; keys of a button inside are the button's.
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== element) return
    const arrow = arrows[event.key]
    if (arrow !== undefined) {
      if (zoom.area.peek().scale === 1) return
      zoom.apply(panBy(zoom.area.peek(), arrow))
    } else if (event.key === '+' || event.key === '=') zoom.zoomIn()
    else if (event.key === '-') zoom.zoomOut()
    else if (event.key === '0') zoom.reset()
    else return
    event.preventDefault()
  }

  const { touchAction } = element.style
  const isFocusable = element.hasAttribute('tabindex')
  // All of the picture is shown: one finger scrolls the page.
  const isScrolled = (): boolean => zoom.area.peek().scale === 1
  const stopFollowing = zoom.area.subscribe(() => {
    element.style.touchAction = isScrolled() ? 'pan-y' : 'none'
  })
  // Asked by the attribute: a video says 0 without being focusable.
  if (!isFocusable) element.tabIndex = 0
  signal.addEventListener('abort', () => {
    stopFollowing()
    element.style.touchAction = touchAction
    if (!isFocusable) element.removeAttribute('tabindex')
  })
  element.addEventListener('pointerdown', onDown, { signal })
  element.addEventListener('pointermove', onMove, { signal })
  element.addEventListener('pointerup', onUp, { signal })
  element.addEventListener('pointercancel', onUp, { signal })
  // Chromium 156 overlooks touch-action on a video itself and takes the fingers away to scroll (measured).
  element.addEventListener(
    'touchmove',
    (event) => {
      if (event.touches.length > 1 || !isScrolled()) event.preventDefault()
    },
    { signal, passive: false },
  )
  // A drag with the mouse ends in a click, which may mean something else around here.
  element.addEventListener(
    'click',
    (event) => {
      if (isDrag) event.stopPropagation()
    },
    { signal },
  )
  element.addEventListener('wheel', onWheel, { signal, passive: false })
  element.addEventListener('keydown', onKey, { signal })
}

/** Turns a place on the screen into a share of the picture, without the bars that may lie beside it. */
function createPicture(element: HTMLElement): { toShare(at: Point): Point } {
  // A video has no size for a moment when its track is replaced, which happens in the middle of a pinch.
  let size = { width: 0, height: 0 }
  return {
    toShare(at) {
      const video = element instanceof HTMLVideoElement ? element : element.querySelector('video')
      const box = (video ?? element).getBoundingClientRect()
      if (video !== null && video.videoWidth > 0) size = { width: video.videoWidth, height: video.videoHeight }
      const rect = fittedRect(box, size, video === null ? 'fill' : fitOf(video))
      return { x: (at.x - box.left - rect.x) / rect.width, y: (at.y - box.top - rect.y) / rect.height }
    },
  }
}

function fitOf(video: HTMLVideoElement): Fit {
  const { objectFit } = getComputedStyle(video)
  return objectFit === 'cover' || objectFit === 'fill' ? objectFit : 'contain'
}

function pointOf(event: MouseEvent): Point {
  return { x: event.clientX, y: event.clientY }
}

function midpoint(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
