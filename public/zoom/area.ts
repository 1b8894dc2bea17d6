// The arithmetic of zoom: which part of the camera's picture is sent, as pure functions.

export const minScale = 1
export const maxScale = 4
/** One press of "Zoom in": four presses reach the end. */
export const stepFactor = 1.5
/** Longest side of the zoomed picture in pixels. Constant while zooming, so that the encoder is never set up anew in a pinch. */
export const maxOutputSide = 1280
/** Zooming out to less than this is meant to be all of the picture; only at exactly 1 the camera's own track is sent. */
const nearlyWhole = 1.03

/** `x` and `y` are the centre of what is seen, 0 to 1 of the camera's upright picture. */
export interface ZoomArea {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Rect extends Point, Size {}

export const wholePicture: ZoomArea = { scale: minScale, x: 0.5, y: 0.5 }

/** Brings any numbers into range; what is seen never reaches over the picture's edge. */
export function clampArea(area: ZoomArea): ZoomArea {
  const scale = clamp(area.scale, minScale, maxScale)
  if (scale === minScale) return wholePicture
  const half = 0.5 / scale
  return { scale, x: clamp(area.x, half, 1 - half), y: clamp(area.y, half, 1 - half) }
}

/** Zooms so that what lies under `point` (0 to 1 of what is seen now) stays there, as far as the edges allow. */
export function zoomAbout(area: ZoomArea, factor: number, point: Point): ZoomArea {
  const wanted = clamp(area.scale * factor, minScale, maxScale)
  const scale = factor < 1 && wanted < nearlyWhole ? minScale : wanted
  return clampArea({
    scale,
    x: area.x + (point.x - 0.5) / area.scale - (point.x - 0.5) / scale,
    y: area.y + (point.y - 0.5) / area.scale - (point.y - 0.5) / scale,
  })
}

/** Moves the picture under the finger by `by` (0 to 1 of what is seen): to the right shows more of the left. */
export function panBy(area: ZoomArea, by: Point): ZoomArea {
  return clampArea({ scale: area.scale, x: area.x - by.x / area.scale, y: area.y - by.y / area.scale })
}

/** What to cut out of an upright picture. All even: chroma is stored per two pixels, and VideoFrame refuses odd ones. */
export function cropOf(area: ZoomArea, picture: Size): Rect {
  const { scale, x, y } = clampArea(area)
  const width = Math.max(2, even(picture.width / scale))
  const height = Math.max(2, even(picture.height / scale))
  return {
    x: even(clamp(x * picture.width - width / 2, 0, picture.width - width)),
    y: even(clamp(y * picture.height - height / 2, 0, picture.height - height)),
    width,
    height,
  }
}

/** The size in which the zoomed picture is sent where the encoder makes it larger: that costs it nothing. */
export function outputSize(picture: Size): Size {
  const shrink = Math.min(1, maxOutputSide / Math.max(picture.width, picture.height))
  return {
    width: Math.max(2, even(Math.round(picture.width * shrink))),
    height: Math.max(2, even(Math.round(picture.height * shrink))),
  }
}

/** Of that size, and no others, so that the encoder is set up anew once or twice in a pinch and not with each finger's move. */
const shares = [1 / 2, 2 / 3, 1] as const
/** Some encoders take no small pictures. */
const leastSide = 480

/**
 * The size in which it is sent where somebody has to draw it: pixels that stand between those of the camera cost a phone more than the
 * encoder does, and show nothing.
 */
export function drawnSize(crop: Size, picture: Size): Size {
  const whole = outputSize(picture)
  const share = shares.find(
    (one) => whole.width * one >= crop.width && Math.max(whole.width, whole.height) * one >= leastSide,
  )
  return { width: even(whole.width * (share ?? 1)), height: even(whole.height * (share ?? 1)) }
}

export type Rotation = 0 | 90 | 180 | 270

/** Where an upright rectangle lies in a frame that is stored unrotated and shown turned clockwise by `rotation`. */
export function unrotate(rect: Rect, stored: Size, rotation: Rotation): Rect {
  switch (rotation) {
    case 0:
      return rect
    case 90:
      return { x: rect.y, y: even(stored.height - rect.x - rect.width), width: rect.height, height: rect.width }
    case 180:
      return { ...rect, x: even(stored.width - rect.x - rect.width), y: even(stored.height - rect.y - rect.height) }
    case 270:
      return { x: even(stored.width - rect.y - rect.height), y: rect.x, width: rect.height, height: rect.width }
  }
}

export type Fit = 'contain' | 'cover' | 'fill'

/** Where a picture lies inside the box that shows it, in the box's own coordinates. */
export function fittedRect(box: Size, picture: Size, fit: Fit): Rect {
  // Named one by one: a DOMRect keeps its numbers where spreading does not see them.
  if (fit === 'fill' || picture.width === 0 || picture.height === 0) {
    return { x: 0, y: 0, width: box.width, height: box.height }
  }
  const ratios = [box.width / picture.width, box.height / picture.height] as const
  const ratio = fit === 'contain' ? Math.min(...ratios) : Math.max(...ratios)
  const width = picture.width * ratio
  const height = picture.height * ratio
  return { x: (box.width - width) / 2, y: (box.height - height) / 2, width, height }
}

function even(value: number): number {
  return Math.floor(value / 2) * 2
}

/** Not a number becomes the lower end. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, Number.isNaN(value) ? low : value))
}
