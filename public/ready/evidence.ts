// What the check of both phones has seen so far, folded from reports and counters. Pure.

import type { Report } from '../shared/station-protocol.ts'
import type { Way } from './way.ts'

export interface Power {
  readonly level: number
  readonly charging: boolean
}

/** Whether a person heard the alarm that was tried out. */
export type Heard = 'not-asked' | 'asked' | 'yes' | 'no'

export type Trust = 'trusted' | 'not-trusted' | 'box-away' | 'unknown'

export interface Evidence {
  /** The time is over: what has not been seen is missing. */
  readonly over: boolean
  readonly heard: Heard
  /** Whether the browser lets this page sound. */
  readonly audible: boolean
  readonly notifications: NotificationPermission | 'unavailable'
  readonly awake: 'on' | 'paused' | 'unavailable'
  /** Undefined until the browser has answered, null where it does not tell. */
  readonly power: Power | null | undefined
  readonly trust: Trust | undefined
  /** The first look at what arrives, and the latest. */
  readonly firstWay: Way | null
  readonly way: Way | null
  /** Whether a picture was promised. */
  readonly picture: boolean
  readonly report: Report | null
  /** How many pictures the camera had given at the first report; null where it does not count. */
  readonly firstFrames: number | null
  /** Whether the microphone measures, and whether it has heard something loud. */
  readonly measures: boolean
  readonly loud: boolean
}

export const nothingSeen: Evidence = {
  over: false,
  heard: 'not-asked',
  audible: false,
  notifications: 'unavailable',
  awake: 'paused',
  power: undefined,
  trust: undefined,
  firstWay: null,
  way: null,
  picture: false,
  report: null,
  firstFrames: null,
  measures: false,
  loud: false,
}

/** So much louder than the room is a clap, in dB. */
export const clapDb = 15

export function withReport(seen: Evidence, report: Report): Evidence {
  const { levels, floor, frames } = report
  const isLoud = floor !== null && levels.some((level) => level >= floor + clapDb)
  return {
    ...seen,
    report,
    firstFrames: seen.report === null ? frames : seen.firstFrames,
    measures: seen.measures || (floor !== null && levels.length > 0),
    loud: seen.loud || isLoud,
  }
}

export function withWay(seen: Evidence, way: Way): Evidence {
  // Another call counts from zero: it is looked at from its beginning.
  const isOther = seen.way !== null && way.packets < seen.way.packets
  return { ...seen, way, firstWay: seen.firstWay === null || isOther ? way : seen.firstWay }
}
