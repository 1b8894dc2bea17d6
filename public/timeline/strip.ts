// The night as a strip: what is drawn for each baby, in a box of 1000 by 100, and the hours along it. Pure.

import type { Entry, Kind, Minute, Remembered } from './entry.ts'
import { minuteMs } from './entry.ts'
import type { NightSpan } from './night-span.ts'

export interface Strip {
  /** Evenly apart, from the left edge to the right one, as Date.now(). */
  readonly hours: readonly number[]
  readonly babies: readonly BabyStrip[]
}

export interface BabyStrip {
  readonly station: string
  readonly name: string
  /** Each a path of an SVG; empty where there is nothing. */
  readonly paths: Readonly<Record<'levels' | 'movement' | 'live' | 'fault' | 'recording' | 'noise' | 'alarm', string>>
  readonly counts: Readonly<Record<Kind, number>>
}

const hourMs = 3600_000
const width = 1000
/** Louder than this over the room is drawn no higher. */
const loudestDb = 50
/** So that a short event is seen on a small screen. */
const leastWidth = 3
const mostHours = 6

/** Top and bottom of what lies in a row of its own. */
const rows = {
  noise: [0, 60],
  movement: [64, 72],
  live: [76, 83],
  fault: [76, 83],
  recording: [87, 92],
  alarm: [0, 100],
} as const satisfies Partial<Record<Kind, readonly [number, number]>>

export function stripOf({ entries, minutes }: Remembered, night: NightSpan): Strip {
  const times = [
    ...entries.flatMap(({ fromMs, toMs }) => [Math.max(fromMs, night.fromMs), Math.min(toMs, night.toMs)]),
    ...minutes.flatMap(({ atMs }) => [atMs, atMs + minuteMs]),
  ]
  if (times.length === 0) return { hours: [], babies: [] }
  const hours = hoursFor(min(times), max(times))
  const fromMs = hours[0] ?? 0
  const toMs = hours[hours.length - 1] ?? 0
  const x = (ms: number): number => round((width * (Math.min(Math.max(ms, fromMs), toMs) - fromMs)) / (toMs - fromMs))
  const names = new Map([...entries, ...minutes].map(({ station, name }) => [station, name]))
  return {
    hours,
    babies: [...names].map(([station, name]) => {
      const own = entries.filter((entry) => entry.station === station)
      const levels = minutes.filter((minute) => minute.station === station)
      const bars = (kind: keyof typeof rows): string =>
        own
          .filter((entry) => entry.kind === kind)
          .map(bar(x))
          .join('')
      return {
        station,
        name,
        paths: {
          levels: levels.map(levelBar(x)).join(''),
          movement: bars('movement') + levels.map(movementBar(x)).join(''),
          live: bars('live'),
          fault: bars('fault'),
          recording: bars('recording'),
          noise: bars('noise'),
          alarm: bars('alarm'),
        },
        counts: countsOf(own),
      }
    }),
  }
}

/** Whole hours around the two times, at most seven of them, evenly apart. */
export function hoursFor(fromMs: number, toMs: number): readonly number[] {
  // Local hours: half an hour off UTC in some countries.
  const begin = new Date(fromMs).setMinutes(0, 0, 0)
  const needed = Math.max(1, Math.ceil((toMs - begin) / hourMs))
  const stepMs = Math.ceil(needed / mostHours) * hourMs
  const steps = Math.ceil((needed * hourMs) / stepMs)
  return Array.from({ length: steps + 1 }, (_, index) => begin + index * stepMs)
}

function bar(x: (ms: number) => number): (entry: Entry) => string {
  return ({ kind, fromMs, toMs }) => {
    const [top, bottom] = rows[kind as keyof typeof rows]
    const left = x(fromMs)
    return box(left, top, Math.max(leastWidth, round(x(toMs) - left)), bottom - top)
  }
}

function levelBar(x: (ms: number) => number): (minute: Minute) => string {
  return ({ atMs, loudest }) => {
    if (loudest === null) return ''
    const height = round((60 * Math.min(loudest, loudestDb)) / loudestDb)
    return height === 0 ? '' : box(x(atMs), round(60 - height), round(x(atMs + minuteMs) - x(atMs)), height)
  }
}

function movementBar(x: (ms: number) => number): (minute: Minute) => string {
  return ({ atMs, movement }) => {
    const height = round(8 * (movement ?? 0))
    return height === 0 ? '' : box(x(atMs), round(72 - height), round(x(atMs + minuteMs) - x(atMs)), height)
  }
}

function box(left: number, top: number, wide: number, high: number): string {
  return `M${left} ${top}h${wide}v${high}h${-wide}z`
}

function countsOf(entries: readonly Entry[]): Record<Kind, number> {
  const counts = { noise: 0, movement: 0, alarm: 0, live: 0, fault: 0, battery: 0, recording: 0 }
  for (const { kind } of entries) counts[kind] += 1
  return counts
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A night has more minutes than a call takes arguments, in some browsers. */
function min(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b))
}

function max(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b))
}
