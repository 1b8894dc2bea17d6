// The clock in the camera's picture (picture.ts), read from what a parent sees: it tells how old each picture is.

import assert from 'node:assert/strict'
import type { Phone } from './phone.ts'
import { clock } from './picture.ts'
import { until } from './wait.ts'

/** When it was shown, by the parent's clock, and which bits it showed. */
interface Shown {
  readonly atMs: number
  readonly bits: number
}

declare global {
  interface Window {
    shown: Shown[]
  }
}

export interface CameraClock {
  /** The parent's own time. */
  now(): Promise<number>
  /** Waits for some pictures since then: they are not older than the first ones were. Gives how many old ones came before them. */
  expectFresh(sinceMs: number): Promise<number>
}

const roundMs = clock.steps * clock.stepMs
/** Twice what a station itself takes for stale would not be told apart from the next round of the clock. */
const staleMs = 1500
const enough = 12

export async function readClock(parent: Phone): Promise<CameraClock> {
  await parent.page.evaluate(record)
  const seen = (sinceMs: number): Promise<Shown[]> =>
    parent.page.evaluate((from) => window.shown.filter(({ atMs }) => atMs > from), sinceMs)
  const first = await until(
    `${parent.label} sees the camera's clock`,
    () => seen(0),
    (all) => all.length >= enough,
  )
  const usualMs = meanOf(first.map(ageOf))
  const isFresh = (one: Shown): boolean => Math.abs(around(ageOf(one) - usualMs)) < staleMs

  return {
    now: () => parent.page.evaluate(() => performance.now()),
    async expectFresh(sinceMs) {
      const all = await until(
        `${parent.label} sees what the camera sees now`,
        () => seen(sinceMs),
        (found) => found.filter(isFresh).length >= enough,
      )
      const fresh = all.map(isFresh)
      const old = fresh.indexOf(true)
      const said = all.map((one) => `${Math.round(one.atMs - sinceMs)}: ${Math.round(around(ageOf(one) - usualMs))} ms`)
      assert.ok(!fresh.slice(old).includes(false), `an old picture comes after a fresh one: ${said.join(', ')}`)
      return old
    },
  }
}

/** Of unknown beginning, and less than a round. */
function ageOf({ atMs, bits }: Shown): number {
  let step = bits
  for (let rest = bits >> 1; rest > 0; rest >>= 1) step ^= rest
  return (atMs - step * clock.stepMs) % roundMs
}

/** The shortest way around the clock's face. */
function around(ms: number): number {
  return ms - roundMs * Math.round(ms / roundMs)
}

function meanOf(ages: readonly number[]): number {
  const [start = 0] = ages
  return start + ages.reduce((sum, age) => sum + around(age - start), 0) / ages.length
}

/** Is sent to the page as text. */
function record(): void {
  window.shown = []
  const hooked = new WeakSet<HTMLVideoElement>()
  const drawing = Object.assign(document.createElement('canvas'), { width: 2, height: 2 }).getContext('2d', {
    willReadFrequently: true,
  })
  const read = (video: HTMLVideoElement): void => {
    if (drawing === null) return
    const { videoWidth: width, videoHeight: height } = video
    // Within the four squares, zoomed or not.
    drawing.drawImage(video, width * 0.48, height * 0.475, width * 0.04, height * 0.05, 0, 0, 2, 2)
    const { data } = drawing.getImageData(0, 0, 2, 2)
    const bits = [0, 1, 2, 3].reduce((sum, at) => sum + ((data[4 * at + 1] ?? 0) > 127 ? 1 << at : 0), 0)
    window.shown.push({ atMs: performance.now(), bits })
  }
  setInterval(() => {
    for (const video of document.querySelectorAll('video')) {
      if (hooked.has(video)) continue
      hooked.add(video)
      const onFrame = (): void => {
        read(video)
        video.requestVideoFrameCallback(onFrame)
      }
      video.requestVideoFrameCallback(onFrame)
    }
  }, 100)
}
