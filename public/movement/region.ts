// A region of the picture, drawn by two corners or moved by keys. Pure.

import type { Region } from '../shared/station-protocol.ts'

export interface Place {
  readonly x: number
  readonly y: number
}

/** Smaller than that nobody meant it. */
const leastSide = 0.08
export const everywhere: Region = { x: 0, y: 0, width: 1, height: 1 }

/** Null for a tap, which draws nothing. */
export function between(a: Place, b: Place): Region | null {
  const [left, right] = [clamp(Math.min(a.x, b.x)), clamp(Math.max(a.x, b.x))]
  const [top, bottom] = [clamp(Math.min(a.y, b.y)), clamp(Math.max(a.y, b.y))]
  if (right - left < leastSide || bottom - top < leastSide) return null
  return { x: left, y: top, width: right - left, height: bottom - top }
}

export function moved({ x, y, width, height }: Region, by: Place): Region {
  return { x: clamp(x + by.x, 1 - width), y: clamp(y + by.y, 1 - height), width, height }
}

export function resized({ x, y, width, height }: Region, by: Place): Region {
  return {
    x,
    y,
    width: Math.max(Math.min(leastSide, 1 - x), clamp(width + by.x, 1 - x)),
    height: Math.max(Math.min(leastSide, 1 - y), clamp(height + by.y, 1 - y)),
  }
}

function clamp(value: number, most = 1): number {
  return Math.min(Math.max(0, most), Math.max(0, value))
}
