// Whether what another machine says or means to say is about a name of this box (RFC 6762, sections 8.2 and 9).

import { content, lower, type HeardRecord, type OwnRecord } from './message.ts'
import { keyOf, keyOfHeard, uniqueNames } from './records.ts'

/**
 * Somebody else has a name of ours. The same record said by another, as by Avahi on this very machine or by a second box on
 * it, is none; nor is any of the machine's own addresses, nor a goodbye.
 */
export function isConflict(
  record: HeardRecord,
  own: readonly OwnRecord[],
  machineAddresses: readonly { readonly address: string; readonly family: 'IPv4' | 'IPv6' }[],
): boolean {
  if (record.ttlS === 0 || record.type === 'NSEC' || !uniqueNames(own).includes(record.name)) return false
  const type = record.type
  if (type === 'A' || type === 'AAAA') {
    const family = type === 'A' ? 'IPv4' : 'IPv6'
    return !machineAddresses.some((known) => known.family === family && content(type, known.address) === record.content)
  }
  return !own.some((mine) => keyOf(mine) === keyOfHeard(record))
}

/** As numbers, by which the records of a probe are sorted. */
const typeNumbers: Readonly<Record<string, number>> = { A: 1, PTR: 12, TXT: 16, AAAA: 28, SRV: 33 }

/**
 * Two boxes probe at once: the one whose data sort later wins. Only the first name that both want is looked at: were each to
 * win another one, both would yield for ever.
 */
export function isOutranked(proposed: readonly HeardRecord[], own: readonly OwnRecord[]): boolean {
  const name = uniqueNames(own).find((mine) => proposed.some((record) => record.name === mine))
  if (name === undefined) return false
  const theirs = proposed.filter((record) => record.name === name)
  const ours = own
    .filter((record) => lower(record.name) === name)
    .map((record) => ({ type: record.type, content: content(record.type, record.data) }))
  return compare(ranked(ours), ranked(theirs)) < 0
}

function ranked(records: readonly { readonly type: string; readonly content: string }[]): string[] {
  return records
    .map((record) => `${String.fromCharCode(typeNumbers[record.type] ?? 0xffff)}${record.content}`)
    .toSorted((a, b) => order(a, b))
}

function compare(ours: readonly string[], theirs: readonly string[]): number {
  for (const [index, mine] of ours.entries()) {
    const other = theirs[index]
    if (other === undefined) return 1
    if (mine !== other) return order(mine, other)
  }
  return ours.length - theirs.length
}

/** By code unit, which here is by byte. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
