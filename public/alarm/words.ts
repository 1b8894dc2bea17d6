// Times of the alarm in words. A tired person reads a clock and a count, not a date.

import { linkFaults } from '../proof/faults.ts'
import { gridText } from '../text/en-grid.ts'
import { nightText } from '../text/en-night.ts'
import type { Past } from './alarm.ts'

const words = nightText.alarm
const silent: ReadonlySet<string> = new Set([
  ...linkFaults,
  'microphone-lost',
  'microphone-muted',
  'microphone-silent',
  'sound-blocked',
])
const pictureless: ReadonlySet<string> = new Set(['camera-taken', 'picture-frozen'])

/** 02:14, as the phone's own clock has it, in 24 hours. */
export function sayClock(ms: number): string {
  const date = new Date(ms)
  return [date.getHours(), date.getMinutes()].map(twoDigits).join(':')
}

export function sayLength(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return seconds < 120 ? words.seconds(seconds) : words.minutes(Math.floor(seconds / 60))
}

export function saySince(sinceMs: number, wallMs: number): string {
  return words.since(sayClock(sinceMs), sayLength(wallMs - sinceMs))
}

export function sayOver({ kind, sentence, of, fromMs, toMs }: Past): string {
  // Within one minute its seconds are what tells the two apart.
  const say = sayClock(fromMs) === sayClock(toMs) ? withSeconds : sayClock
  const [from, to] = [say(fromMs), say(toMs)]
  if (!silent.has(kind) && !pictureless.has(kind)) return words.over.other(sentence, from, to)
  const over = silent.has(kind) ? words.over.silence(from, to) : words.over.picture(from, to)
  return of === undefined ? over : gridText.of(of, over)
}

function withSeconds(ms: number): string {
  return `${sayClock(ms)}:${twoDigits(new Date(ms).getSeconds())}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
