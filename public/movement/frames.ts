// How much moves from one small grey picture to the next, 0 to 1. A sensor's noise in the dark is no movement, and a lamp that is
// switched on is none for long.

import type { Region } from '../shared/station-protocol.ts'

export const frameWidth = 64
export const frameHeight = 48
/** Grey from 0 to 255, row by row. */
export type Frame = Uint8Array | Uint8ClampedArray

export interface Seen {
  readonly last: Frame | null
  /** How much a pixel differs from one picture to the next when nothing moves, in levels of grey. */
  readonly noise: number
  /** How many pictures in a row differed all over. */
  readonly lit: number
  readonly level: number
}

export const nothingSeen: Seen = { last: null, noise: 0, lit: 0, level: 0 }

/** Below that a difference is the camera's rounding and its compression. */
const leastGrey = 8
/** A pixel in a thousand million differs so much by chance; a few do where the noise is not evenly spread. */
const sigmas = 5
/** What a median of noise is to its standard deviation. */
const sigmaPerMedian = 1.48
const noiseShare = 0.5
/** A camera in the dark turns its noise up within a second or two; what differs more than its noise can is movement. */
const noiseRise = 2
const mostNoise = 16
/** More than that changes at once only when the light does, or when somebody stands before the camera. */
const allOver = 0.5
/** For so many pictures it may be the light: a lamp, and the camera that adapts to it for a second. */
const litFrames = 4
/** A pixel that moves has neighbours that do. */
const leastNeighbours = 2

export function nextSeen(seen: Seen, frame: Frame, region: Region | null): Seen {
  const { last } = seen
  if (last === null) return { ...seen, last: frame }
  const difference = differenceOf(last, frame)
  const now = medianOf(difference) * sigmaPerMedian
  const rise = Math.min(noiseRise, mostNoise - seen.noise)
  const noise = seen.noise + Math.min(rise, noiseShare * (now - seen.noise))
  const least = Math.max(leastGrey, sigmas * noise)
  const moving = withNeighbours(difference.map((value) => (value >= least ? 1 : 0)))
  const lit = shareOf(moving, null) > allOver || isOtherLight(last, frame) ? seen.lit + 1 : 0
  const isLight = lit > 0 && lit <= litFrames
  return { last: frame, noise, lit, level: isLight ? 0 : shareOf(moving, region) }
}

/** A whole picture that is suddenly brighter or darker by so much, in levels of grey. */
const otherLight = 12

function isOtherLight(last: Frame, frame: Frame): boolean {
  return Math.abs(meanOf(frame) - meanOf(last)) > otherLight
}

/** Without what one straight line makes of all pixels alike: brighter, darker, more or less contrast. */
function differenceOf(last: Frame, frame: Frame): Uint8Array {
  const [lastMean, mean] = [meanOf(last), meanOf(frame)]
  let together = 0
  let spread = 0
  for (let index = 0; index < frame.length; index++) {
    const from = (last[index] ?? 0) - lastMean
    together += from * ((frame[index] ?? 0) - mean)
    spread += from * from
  }
  const slope = spread > frame.length ? Math.min(2, Math.max(0.5, together / spread)) : 1
  const difference = new Uint8Array(frame.length)
  for (let index = 0; index < frame.length; index++) {
    const wanted = mean + slope * ((last[index] ?? 0) - lastMean)
    difference[index] = Math.min(255, Math.abs((frame[index] ?? 0) - wanted))
  }
  return difference
}

function meanOf(frame: Frame): number {
  let sum = 0
  for (const grey of frame) sum += grey
  return sum / Math.max(1, frame.length)
}

/** With a fraction, because most differences are 0, 1 or 2. */
function medianOf(difference: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const value of difference) counts[value] = (counts[value] ?? 0) + 1
  const half = difference.length / 2
  let below = 0
  for (let value = 0; value < 256; value++) {
    const count = counts[value] ?? 0
    if (below + count >= half) return value + (half - below) / Math.max(1, count)
    below += count
  }
  return 255
}

function withNeighbours(mask: Uint8Array): Uint8Array {
  const kept = new Uint8Array(mask.length)
  for (let y = 0; y < frameHeight; y++) {
    for (let x = 0; x < frameWidth; x++) {
      const index = y * frameWidth + x
      if (mask[index] !== 1) continue
      let neighbours = -1
      for (let row = Math.max(0, y - 1); row <= Math.min(frameHeight - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(frameWidth - 1, x + 1); column++) {
          neighbours += mask[row * frameWidth + column] ?? 0
        }
      }
      if (neighbours >= leastNeighbours) kept[index] = 1
    }
  }
  return kept
}

function shareOf(mask: Uint8Array, region: Region | null): number {
  const { x, y, width, height } = region ?? { x: 0, y: 0, width: 1, height: 1 }
  const left = Math.min(frameWidth - 1, Math.floor(x * frameWidth))
  const top = Math.min(frameHeight - 1, Math.floor(y * frameHeight))
  const right = Math.min(frameWidth, Math.max(left + 1, Math.round((x + width) * frameWidth)))
  const bottom = Math.min(frameHeight, Math.max(top + 1, Math.round((y + height) * frameHeight)))
  let moving = 0
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) moving += mask[row * frameWidth + column] ?? 0
  }
  return moving / ((right - left) * (bottom - top))
}

/** Of red, green, blue and opacity; the weights are those of BT.601 in 256ths. */
export function greyOf(pixels: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(pixels.length / 4)
  for (let index = 0; index < grey.length; index++) {
    const at = index * 4
    grey[index] = (77 * (pixels[at] ?? 0) + 150 * (pixels[at + 1] ?? 0) + 29 * (pixels[at + 2] ?? 0)) >> 8
  }
  return grey
}
