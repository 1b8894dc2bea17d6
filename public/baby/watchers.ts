// Who is watching, by name: what parents' phones say that they are called, what the family calls its guests, and who has the sound
// on. Pure.

import * as v from 'valibot'
import { stationNameSchema } from '../shared/protocol.ts'
import type { CallId, DeviceId } from '../shared/protocol.ts'
import { watchingText } from '../text/en-watching.ts'
import type { Parents } from './parents.ts'

export interface Watcher {
  readonly call: CallId
  /** No two have the same, and none is longer than a station's name. */
  readonly name: string
  /** Whether the sound is on; of one that says nothing it is taken to be. */
  readonly hears: boolean
}

/** In the order in which they came. */
export function watchersOf(parents: Parents, guests: ReadonlyMap<DeviceId, string>): readonly Watcher[] {
  const watchers: Watcher[] = []
  const taken = new Set<string>()
  for (const [call, { state, device, hears, name: said }] of parents) {
    if (state === 'dropped') continue
    const name = otherThan(taken, labelOf(said, guests.get(device)))
    taken.add(name)
    watchers.push({ call, name, hears: hears || state === 'unheard' })
  }
  return watchers
}

/** A phone says its name itself: one with signs that would turn the line around is none. */
export function nameOf(said: string | null | undefined): string | null {
  const parsed = v.safeParse(stationNameSchema, said)
  return parsed.success ? parsed.output : null
}

/** What a guest's phone says of itself is not asked. */
function labelOf(said: string | null, guest: string | undefined): string {
  if (guest === undefined) return nameOf(said) ?? watchingText.aPhone
  const name = nameOf(guest)
  return name === null ? watchingText.aGuest : withEnd(name, watchingText.guest)
}

function otherThan(taken: ReadonlySet<string>, name: string): string {
  let other = name
  for (let count = 2; taken.has(other); count += 1) other = withEnd(name, ` (${count})`)
  return other
}

const mostLetters = 60

function withEnd(name: string, end: string): string {
  return `${name.slice(0, mostLetters - end.length).replace(/[\uD800-\uDBFF]$/, '')}${end}`
}
