// What a person calls one recording: all its parts, under the time at which it began.

import type { Kept } from './kept.ts'

export interface Group {
  readonly id: string
  readonly station: string
  readonly began: Date
  readonly parts: readonly Kept[]
  readonly bytes: number
  /** When its last part was put into Downloads; null while one never was. */
  readonly handedOverMs: number | null
  /** "02:14"; with the date, the station or the seconds only where another one would be called the same. */
  readonly time: string
}

export function group(kept: readonly Kept[], language: string): readonly Group[] {
  const byId = new Map<string, Kept[]>()
  for (const part of kept) {
    const id = `${part.began.getTime()} ${part.station} ${part.handedOverMs === null ? 'new' : 'copy'}`
    byId.set(id, [...(byId.get(id) ?? []), part])
  }
  const groups = [...byId].flatMap(([id, parts]): Group[] => {
    const [first] = parts
    if (first === undefined) return []
    const { station, began } = first
    const handed = parts.map(({ handedOverMs }) => handedOverMs ?? 0)
    const handedOverMs = first.handedOverMs === null ? null : Math.max(...handed)
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0)
    return [{ id, station, began, parts, bytes, handedOverMs, time: '' }]
  })
  // Most nights there are none, and formats of dates take an old phone a while to make.
  return groups.length === 0 ? [] : nameAll(groups, language)
}

function nameAll(groups: readonly Group[], language: string): readonly Group[] {
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const exact = new Intl.DateTimeFormat(language, { timeStyle: 'medium', hourCycle: 'h23' })
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' })
  const ways: readonly ((one: Group) => string)[] = [
    ({ began }) => time.format(began),
    ({ began }) => `${time.format(began)}, ${day.format(began)}`,
    ({ began, station }) => `${time.format(began)}, ${day.format(began)}, ${station}`,
    ({ began, station }) => `${exact.format(began)}, ${day.format(began)}, ${station}`,
  ]
  return groups.map((one) => {
    // What is in Downloads stands in a list of its own.
    const others = groups.filter(
      (other) => other !== one && (other.handedOverMs === null) === (one.handedOverMs === null),
    )
    const isClear = (name: (of: Group) => string): boolean => others.every((other) => name(other) !== name(one))
    const name = ways.find(isClear) ?? ways[ways.length - 1]
    return { ...one, time: name?.(one) ?? '' }
  })
}
