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
  /** From the moment that the link is up to the next frame on the parent's screen. */
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
  const [who, how] = cut.split(' ') as ['parent' | 'baby', 'unplugged' | 'silenced']
  const room = house.room(who)
  const restore = how === 'unplugged' ? room.plugIn : room.hearAgain
  if (how === 'unplugged') room.unplug()
  else room.silence()
  const endMs = performance.now() + seconds * 1000
  try {
    await pause(endMs - performance.now() - lookMs)
    await markPicture(parent)
    await pause(endMs - performance.now())
    const { frames } = await picture(parent)
    if (frames > 0) throw new Error(`The ${cut}, and frames go on.`)
  } finally {
    restore()
  }
  const upMs = Date.now()
  // The gap that ends with the first frame is longer than all that come after it.
  const { firstMs } = await until(
    `Frames are back after ${seconds} s with the ${cut}`,
    () => picture(parent),
    ({ frames }) => frames > 0,
    patienceMs,
  )
  return { cut, seconds, backMs: Math.max(0, firstMs - upMs), upMs }
}

/** `firstMs` is when the first frame since the mark came, in milliseconds since 1970. */
function picture(phone: Phone): Promise<{ frames: number; firstMs: number }> {
  return phone.page.evaluate(() => {
    const { frames, markedMs, longestGapMs } = window.observed.picture
    return { frames, firstMs: performance.timeOrigin + markedMs + longestGapMs }
  })
}
