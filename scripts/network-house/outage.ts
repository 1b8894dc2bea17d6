// A link that goes away and comes back while a baby is watched, and how long after that the parent sees the next frame.

import { setTimeout as pause } from 'node:timers/promises'
import type { Phone } from '../smoke/phone.ts'
import { markPicture } from '../smoke/stations.ts'
import { until } from '../smoke/wait.ts'
import type { House } from './house.ts'

/** Whose link it is, and whether its phone can tell: without carrier, or by a blackhole that nobody is told of. */
export const cuts = ['parent unplugged', 'baby unplugged', 'parent silenced', 'baby silenced'] as const
export type Cut = (typeof cuts)[number]

export interface Outage {
  readonly cut: Cut
  readonly seconds: number
  /** From the moment that the link is told to come up to the next frame on the parent's screen. */
  readonly backMs: number
  /** When that moment was, in milliseconds since 1970. */
  readonly upMs: number
}

/** It is looked from then on: what was on its way, or in a decoder, when the link went has been shown. */
const lookMs = 1500

/** The parent plays; it returns when it plays again. */
export async function goThrough(
  { house, parent }: { readonly house: House; readonly parent: Phone },
  cut: Cut,
  seconds: number,
  patienceMs = 30_000,
): Promise<Outage> {
  const { upMs, backMs } = await goThroughTogether(house, [parent], cut, seconds, patienceMs)
  const [ms] = backMs
  if (ms === null || ms === undefined) {
    throw new Error(`Frames are back after ${seconds} s with the ${cut}: not within ${patienceMs} ms`)
  }
  return { cut, seconds, backMs: ms, upMs }
}

/** Of several pages of the parent's phone, which all play, each one's `backMs`; null where frames were not back in time. */
export async function goThroughTogether(
  house: House,
  parents: readonly Phone[],
  cut: Cut,
  seconds: number,
  patienceMs: number,
): Promise<{ readonly upMs: number; readonly backMs: readonly (number | null)[] }> {
  const [who, how] = cut.split(' ') as ['parent' | 'baby', 'unplugged' | 'silenced']
  const room = house.room(who)
  const restore = how === 'unplugged' ? room.plugIn : room.hearAgain
  if (how === 'unplugged') room.unplug()
  else room.silence()
  const endMs = performance.now() + seconds * 1000
  let upMs: number
  try {
    await pause(endMs - performance.now() - lookMs)
    await Promise.all(parents.map(markPicture))
    await pause(endMs - performance.now())
    const pictures = await Promise.all(parents.map(picture))
    if (pictures.some(({ frames }) => frames > 0)) throw new Error(`The ${cut}, and frames go on.`)
  } finally {
    // Taken before: on a busy machine frames may be back before the command has ended.
    upMs = Date.now()
    restore()
  }
  const back = async (parent: Phone): Promise<number | null> => {
    const { frames, firstMs } = await until(
      `Frames are back after ${seconds} s with the ${cut}`,
      () => picture(parent),
      (found) => found.frames > 0 || Date.now() - upMs > patienceMs,
      2 * patienceMs,
    )
    // The gap that ends with the first frame is longer than all that come after it.
    return frames === 0 ? null : Math.max(0, firstMs - upMs)
  }
  return { upMs, backMs: await Promise.all(parents.map(back)) }
}

/** `firstMs` is when the first frame since the mark came, in milliseconds since 1970. */
function picture(phone: Phone): Promise<{ frames: number; firstMs: number }> {
  return phone.page.evaluate(() => {
    const { frames, markedMs, longestGapMs } = window.observed.picture
    return { frames, firstMs: performance.timeOrigin + markedMs + longestGapMs }
  })
}
