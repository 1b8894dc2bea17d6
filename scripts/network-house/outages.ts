// `scripts/house outages`: how long after an outage of either phone's link the parent sees the next frame, again and again, as a
// table. What else the machine does shows in the figures: the load is printed beside them.

import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { expectMovingPicture } from '../smoke/stations.ts'
import { openHouse, usualRooms } from './house.ts'
import { cuts, goThrough } from './outage.ts'
import type { Cut } from './outage.ts'
import { watchBaby } from './watched-baby.ts'

export interface Series {
  readonly cut: Cut
  readonly seconds: number
  /** Null where frames were not back within half a minute. */
  readonly backMs: readonly (number | null)[]
  readonly load: number
}

export const promisedMs = 1000

/** Outages of each of these lengths, so often for each way to cut the link; `say` takes a line for each. */
export async function measureOutages(
  { seconds, tries, ways = cuts }: { seconds: readonly number[]; tries: number; ways?: readonly Cut[] },
  say: (line: string) => void,
): Promise<readonly Series[]> {
  const house = await openHouse({ rooms: usualRooms })
  try {
    const watched = await watchBaby(house)
    const all: Series[] = []
    for (const length of seconds) {
      for (const cut of ways) {
        const backMs: (number | null)[] = []
        for (let attempt = 0; attempt < tries; attempt += 1) {
          await expectMovingPicture(watched.parent, 60_000)
          // The browsers' own clocks tick by the second: each outage meets them elsewhere.
          await pause(1000 + 1000 * Math.random())
          const outage = await goThrough(watched, cut, length).catch((problem: unknown) => {
            say(String(problem))
            return null
          })
          backMs.push(outage && Math.round(outage.backMs))
        }
        const series = { cut, seconds: length, backMs, load: loadavg()[0] ?? 0 }
        all.push(series)
        say(row(series))
      }
    }
    await watched.close()
    return all
  } finally {
    house.close()
  }
}

export const heading = 'outage  link                tries       in 1 s    median     worst    load'

export function row({ cut, seconds, backMs, load }: Series): string {
  const sorted = backMs.map((ms) => ms ?? Infinity).toSorted((a, b) => a - b)
  const [median = Infinity, worst = Infinity] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)]
  const within = sorted.filter((ms) => ms <= promisedMs).length
  return [
    `${seconds} s`.padStart(6),
    cut.padEnd(17),
    String(backMs.length).padStart(6),
    `${within}/${backMs.length}`.padStart(11),
    ...[median, worst].map((ms) => (Number.isFinite(ms) ? `${ms} ms` : 'never').padStart(8)),
    load.toFixed(1).padStart(6),
  ].join('  ')
}
