// What the box says about itself on one interface: its name, its addresses there, and its two services.

import type { LanAddress } from './addresses.ts'
import { content, lower, type HeardRecord, type OwnRecord, type Question } from './message.ts'

export interface Identity {
  /** With its domain; only a name under .local is the box's own to claim. */
  readonly hostname: string
  /** What lists of services show. */
  readonly title: string
  readonly port: number
}

/** RFC 6762, section 10: what depends on an address lives for two minutes, the rest for 75. */
const addressTtlS = 120
const serviceTtlS = 4500

const types = ['_https._tcp.local', '_beddybytes._tcp.local'] as const

export const isLocal = (hostname: string) => hostname.endsWith('.local')

/** nursery.local, then nursery-2.local; the title follows, so that the two change together. */
export function identity(wanted: string, number: number, port: number): Identity {
  const [label = '', ...domain] = wanted.split('.')
  const suffix = number === 1 ? '' : `-${number}`
  const numbered = `${label.slice(0, 63 - suffix.length)}${suffix}`
  const hostname = isLocal(wanted) ? [numbered, ...domain].join('.') : wanted
  // A label has at most 63 bytes.
  return { hostname, title: `BeddyBytes on ${numbered}`.slice(0, 63), port }
}

export function recordsFor({ hostname, title, port }: Identity, addresses: readonly LanAddress[]): OwnRecord[] {
  const host = isLocal(hostname)
    ? addresses.map(({ address, family }) => unique(hostname, family === 'IPv4' ? 'A' : 'AAAA', addressTtlS, address))
    : []
  const services = types.flatMap((type) => {
    const instance = `${title}.${type}`
    return [
      shared('_services._dns-sd._udp.local', type),
      shared(type, instance),
      unique(instance, 'SRV', addressTtlS, { priority: 0, weight: 0, port, target: hostname }),
      unique(instance, 'TXT', serviceTtlS, ['path=/']),
    ]
  })
  return [...host, ...services]
}

function unique(name: string, type: OwnRecord['type'], ttlS: number, data: unknown): OwnRecord {
  return { name, type, ttlS, isUnique: true, data }
}

function shared(name: string, data: string): OwnRecord {
  return { name, type: 'PTR', ttlS: serviceTtlS, isUnique: false, data }
}

/** Says which types a name has, and so that it has no others: without it an iPhone waits 5 s for an IPv6 address. */
export function denial(name: string, records: readonly OwnRecord[]): OwnRecord {
  const rrtypes = [...new Set(named(records, name).map(({ type }) => type))]
  return unique(name, 'NSEC', addressTtlS, { nextDomain: name, rrtypes })
}

/** The pointer to a kind of service is everybody's who offers it, and must outlive this box. */
export function isEndedByGoodbye({ name }: OwnRecord): boolean {
  return !name.startsWith('_services.')
}

export function keyOf(record: OwnRecord): string {
  return `${lower(record.name)} ${record.type} ${content(record.type, record.data)}`
}

export const keyOfHeard = (record: HeardRecord) => `${record.name} ${record.type} ${record.content}`

/** The names that nobody else may have, the most important first. */
export function uniqueNames(records: readonly OwnRecord[]): string[] {
  return [...new Set(records.filter(({ isUnique }) => isUnique).map(({ name }) => lower(name)))]
}

/** What answers the questions, without what the asker knows already. */
export function answersTo(
  questions: readonly Question[],
  known: readonly HeardRecord[],
  records: readonly OwnRecord[],
): OwnRecord[] {
  const fresh = new Map(known.map((record) => [keyOfHeard(record), record.ttlS]))
  const names = new Set(uniqueNames(records))
  const answers = questions.flatMap(({ name, type }) => {
    const found = named(records, name).filter((record) => type === 'ANY' || record.type === type)
    return found.length === 0 && names.has(name) ? [denial(ownSpelling(records, name), records)] : found
  })
  return distinct(answers).filter((record) => (fresh.get(keyOf(record)) ?? 0) < record.ttlS / 2)
}

/** What the asker will want next: RFC 6762, section 6.2, and RFC 6763, section 12. */
export function besides(answers: readonly OwnRecord[], records: readonly OwnRecord[]): OwnRecord[] {
  const wanted = answers.flatMap((answer): OwnRecord[] => {
    switch (answer.type) {
      case 'A':
      case 'AAAA':
        return addressesAndDenial(answer.name, records)
      case 'PTR': {
        const instance = named(records, answer.data as string)
        return [...instance, ...besides(instance, records)]
      }
      case 'SRV':
        return addressesAndDenial((answer.data as { readonly target: string }).target, records)
      case 'TXT':
      case 'NSEC':
        return []
    }
  })
  const said = new Set(answers.map(keyOf))
  return distinct(wanted).filter((record) => !said.has(keyOf(record)))
}

function addressesAndDenial(host: string, records: readonly OwnRecord[]): OwnRecord[] {
  const found = named(records, host)
  const hasBoth = found.some(({ type }) => type === 'A') && found.some(({ type }) => type === 'AAAA')
  return found.length === 0 || hasBoth ? found : [...found, denial(host, records)]
}

function named(records: readonly OwnRecord[], name: string): OwnRecord[] {
  return records.filter((record) => lower(record.name) === lower(name))
}

function ownSpelling(records: readonly OwnRecord[], name: string): string {
  return named(records, name)[0]?.name ?? name
}

function distinct(records: readonly OwnRecord[]): OwnRecord[] {
  return [...new Map(records.map((record) => [keyOf(record), record])).values()]
}
