// The timeline as a table for other programs (RFC 4180). Pure.

import type { Remembered } from './entry.ts'
import { minuteMs } from './entry.ts'

const header = 'from,to,baby,kind,detail,acknowledged,loudest dB over the room,mean dB over the room,movement'

/** @param offsetOf minutes that local time is ahead of UTC at that moment */
export function csvOf({ entries, minutes }: Remembered, offsetOf: (date: Date) => number = localOffset): string {
  const at = (ms: number): string => isoWithOffset(ms, offsetOf(new Date(ms)))
  const rows = [
    ...entries.map(({ fromMs, toMs, name, kind, detail, acknowledged }) => ({
      fromMs,
      cells: [
        at(fromMs),
        at(toMs),
        name,
        kind,
        detail,
        kind === 'alarm' ? (acknowledged ? 'yes' : 'no') : '',
        '',
        '',
        '',
      ],
    })),
    ...minutes.map(({ atMs, name, loudest, mean, movement }) => ({
      fromMs: atMs,
      cells: [at(atMs), at(atMs + minuteMs), name, 'levels', '', '', ...[loudest, mean, movement].map(number)],
    })),
  ]
  // oxlint-disable-next-line unicorn/no-array-sort -- toSorted came with Safari 16; the array is a fresh one
  rows.sort((a, b) => a.fromMs - b.fromMs)
  // The mark tells spreadsheets that it is UTF-8.
  return `\uFEFF${[header, ...rows.map(({ cells }) => cells.map(cellOf).join(','))].join('\r\n')}\r\n`
}

/** 2026-11-22T21:04:09+01:00, in the phone's own time. */
export function isoWithOffset(ms: number, offsetMinutes: number): string {
  const local = new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 19)
  const ahead = Math.abs(offsetMinutes)
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${pad(ahead / 60)}:${pad(ahead % 60)}`
}

/** A station's name may be anything; a spreadsheet must not take it for a formula. */
export function cellOf(value: string): string {
  const inert = /^[\s]*[=+\-@|%]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

export function csvName(nowMs: number, offsetMinutes = localOffset(new Date(nowMs))): string {
  return `BeddyBytes-timeline-${isoWithOffset(nowMs, offsetMinutes).slice(0, 10)}.csv`
}

function number(value: number | null): string {
  return value === null ? '' : String(value)
}

function localOffset(date: Date): number {
  return -date.getTimezoneOffset()
}
