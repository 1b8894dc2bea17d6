// Ten levels a second become one row a minute. Pure.

import type { Report } from '../shared/station-protocol.ts'
import type { Minute } from './entry.ts'
import { minuteMs } from './entry.ts'

export interface Gathering {
  readonly atMs: number
  readonly loudest: number
  readonly sum: number
  readonly count: number
  readonly movement: number | null
}

/** Adds a report; `done` is the minute that ended with it, if one did. */
export function gather(
  before: Gathering | null,
  { levels, floor, movement }: Pick<Report, 'levels' | 'floor' | 'movement'>,
  nowMs: number,
): { readonly gathering: Gathering; readonly done: Gathering | null } {
  const atMs = Math.floor(nowMs / minuteMs) * minuteMs
  const same = before !== null && before.atMs === atMs ? before : { atMs, loudest: 0, sum: 0, count: 0, movement: null }
  // Before the floor is learnt nothing can be said over it.
  const over = floor === null ? [] : levels.map((level) => Math.max(0, level - floor))
  return {
    gathering: {
      atMs,
      loudest: Math.max(same.loudest, ...over),
      sum: same.sum + over.reduce((sum, level) => sum + level, 0),
      count: same.count + over.length,
      movement: movement === null ? same.movement : Math.max(movement, same.movement ?? 0),
    },
    done: before !== null && before.atMs !== atMs ? before : null,
  }
}

export function minuteOf(
  { atMs, loudest, sum, count, movement }: Gathering,
  { station, name }: Pick<Minute, 'station' | 'name'>,
): Minute {
  return {
    station,
    name,
    atMs,
    loudest: count === 0 ? null : tenths(loudest),
    mean: count === 0 ? null : tenths(sum / count),
    movement: movement === null ? null : Math.round(movement * 100) / 100,
  }
}

/** The same minute from another page, or from before a reload. */
export function merged(before: Minute, after: Minute): Minute {
  const most = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b))
  return {
    ...after,
    loudest: most(before.loudest, after.loudest),
    mean:
      before.mean === null || after.mean === null
        ? (after.mean ?? before.mean)
        : tenths((before.mean + after.mean) / 2),
    movement: most(before.movement, after.movement),
  }
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
