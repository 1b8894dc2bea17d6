// The colour of the night light. Red to amber only: blue and green light tell a body that it is day.

import type { NightLight } from '../shared/station-protocol.ts'

/** Amounts of light of a screen's red, green and blue, 0 to 1: what is linear, not what is written into a colour. */
const red = [1, 0.01, 0] as const
const amber = [1, 0.36, 0.04] as const
/** What the eye still sees as a light in a dark room; the rest is the phone's own brightness. */
const leastLight = 0.004

export function colourOf({ warmth, brightness }: NightLight): string {
  // Each step of the slider is to look equally large, so the amount of light grows with its cube.
  const light = leastLight + (1 - leastLight) * brightness ** 3
  const channels = red.map((value, index) => light * (value + warmth * ((amber[index] ?? 0) - value)))
  return `rgb(${channels.map(written).join(', ')})`
}

/** By the curve of sRGB (IEC 61966-2-1). */
function written(linear: number): number {
  return Math.round(255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055))
}
