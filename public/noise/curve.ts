// Where things lie in the picture of the last minutes. To the right is now; the last half minute, in which it is decided, has a
// third of the width. Pure.

import { fastMs, floorFor, neededDb, slowMs } from './decision.ts'
import type { Sensitivity } from './decision.ts'
import type { History } from './history.ts'

export const curveWidth = 320
export const curveHeight = 160
const shownMs = 300_000
const columns = 160
/** Over the quiet room: what is drawn at the bottom and at the top. */
const leastDb = -4
const mostDb = 56

export function xOf(agoMs: number): number {
  return curveWidth * (1 - Math.sqrt(Math.min(1, Math.max(0, agoMs / shownMs))))
}

function agoOf(x: number): number {
  return shownMs * (1 - x / curveWidth) ** 2
}

export function yOf(overDb: number): number {
  const share = (Math.min(mostDb, Math.max(leastDb, overDb)) - leastDb) / (mostDb - leastDb)
  return curveHeight * (1 - share)
}

/** How many dB a pixel is, where the picture is `heightPx` high. */
export function dbPerPx(heightPx: number): number {
  return (mostDb - leastDb) / Math.max(1, heightPx)
}

/** What was heard, as an area; empty where nothing was reported. */
export function tracePath(history: Pick<History, 'loudest'>, nowMs: number): string {
  const step = curveWidth / columns
  let path = ''
  for (let column = 0; column < columns; column++) {
    const x = column * step
    const past = history.loudest(nowMs - agoOf(x), nowMs - agoOf(x + step))
    if (past === null || past.floorDb === null) continue
    const y = yOf(past.levelDb - floorFor(past.floorDb)).toFixed(1)
    path += `M${x.toFixed(1)} ${curveHeight}V${y}h${step.toFixed(1)}V${curveHeight}z`
  }
  return path
}

/** From how loud a sound counts by how long it has lasted: at each moment in the picture, if it began there and goes on. */
export function thresholdPath(sensitivity: Sensitivity, floorDb: number): string {
  const at = (durationMs: number): string =>
    `${xOf(durationMs).toFixed(1)} ${yOf(neededDb(durationMs, sensitivity, floorDb)).toFixed(1)}`
  const points = [shownMs, slowMs]
  for (let ms = slowMs; ms > fastMs; ms *= 0.8) points.push(ms)
  points.push(fastMs, 0)
  return `M${points.map(at).join('L')}`
}
