// Multicast DNS on the wire (RFC 6762): bytes from outside become typed messages or nothing; what the box says becomes bytes.

import packet from 'dns-packet'

export type RecordType = 'A' | 'AAAA' | 'PTR' | 'SRV' | 'TXT' | 'NSEC'

/** A record that the box may say. */
export interface OwnRecord {
  readonly name: string
  readonly type: RecordType
  readonly ttlS: number
  /** Nobody else may have records of this name and type; said with the cache-flush bit. */
  readonly isUnique: boolean
  readonly data: unknown
}

/** A record that somebody said. */
export interface HeardRecord {
  /** Lower case. */
  readonly name: string
  readonly type: string
  readonly ttlS: number
  /** The bytes of its data, names in lower case and spelt out, one character each. */
  readonly content: string
}

export interface Question {
  /** Lower case. */
  readonly name: string
  readonly type: string
  /** The asker would have the answer for itself (QU). */
  readonly isUnicast: boolean
}

export type Message =
  | {
      readonly kind: 'query'
      readonly id: number
      /** More known answers follow in another packet. */
      readonly isTruncated: boolean
      readonly questions: readonly Question[]
      readonly known: readonly HeardRecord[]
      /** What a prober means to claim. */
      readonly proposed: readonly HeardRecord[]
    }
  | { readonly kind: 'response'; readonly records: readonly HeardRecord[] }

/** RFC 6762, section 17. */
const largestBytes = 9000
/** Class IN or any, each with and without the bit that asks for a unicast answer, as dns-packet names them. */
const classes: Readonly<Record<string, { readonly isUnicast: boolean }>> = {
  IN: { isUnicast: false },
  ANY: { isUnicast: false },
  UNKNOWN_32769: { isUnicast: true },
  UNKNOWN_33023: { isUnicast: true },
}
const opcodeAndCode = 0x78_0f

/** Null for what is malformed, too large, or no multicast DNS. */
export function decodeMessage(bytes: Buffer): Message | null {
  if (bytes.length > largestBytes) return null
  try {
    const { id = 0, type, flags = 0, questions, answers, authorities, additionals } = packet.decode(bytes)
    if ((flags & opcodeAndCode) !== 0) return null
    if (type === 'response') return { kind: 'response', records: heard([...(answers ?? []), ...(additionals ?? [])]) }
    return {
      kind: 'query',
      id,
      isTruncated: (flags & packet.TRUNCATED_RESPONSE) !== 0,
      questions: (questions ?? []).flatMap(({ name, type: asked, class: wanted = 'IN' }) => {
        const known = classes[wanted]
        return known === undefined ? [] : [{ name: lower(name), type: asked, ...known }]
      }),
      known: heard(answers ?? []),
      proposed: heard(authorities ?? []),
    }
  } catch {
    // dns-packet throws on what it cannot read; a packet from outside is no reason for more than not answering.
    return null
  }
}

function heard(records: readonly PacketRecord[]): HeardRecord[] {
  return records
    .filter(({ type, class: told }) => type !== 'OPT' && told === 'IN')
    .map((record) => ({
      name: lower(record.name),
      type: record.type,
      ttlS: record.ttl ?? 0,
      content: content(record.type, record.data),
    }))
}

export function encodeQuery(options: {
  readonly questions: readonly { readonly name: string; readonly type: string }[]
  readonly proposed: readonly OwnRecord[]
}): Buffer {
  return packet.encode({
    type: 'query',
    questions: options.questions.map(({ name, type }) => ({ name, type, class: 'IN' })),
    authorities: options.proposed.map((record) => said(record, record.ttlS, false)),
  })
}

export function encodeResponse(options: {
  readonly answers: readonly OwnRecord[]
  readonly additionals?: readonly OwnRecord[]
  /** Says that the records end. */
  readonly isGoodbye?: boolean
}): Buffer {
  const say = (record: OwnRecord) => said(record, options.isGoodbye === true ? 0 : record.ttlS, record.isUnique)
  return packet.encode({
    type: 'response',
    flags: packet.AUTHORITATIVE_ANSWER,
    answers: options.answers.map(say),
    additionals: (options.additionals ?? []).map(say),
  })
}

/** RFC 6762, section 6.7: an ordinary resolver gets its question back, and nothing that it would keep for long. */
const legacyTtlS = 10

export function encodeLegacyResponse(options: {
  readonly id: number
  readonly questions: readonly Question[]
  readonly answers: readonly OwnRecord[]
  readonly additionals: readonly OwnRecord[]
}): Buffer {
  const say = (record: OwnRecord) => said(record, Math.min(legacyTtlS, record.ttlS), false)
  return packet.encode({
    id: options.id,
    type: 'response',
    flags: packet.AUTHORITATIVE_ANSWER,
    questions: options.questions.map(({ name, type }) => ({ name, type, class: 'IN' })),
    answers: options.answers.map(say),
    additionals: options.additionals.map(say),
  })
}

/** The bytes of a record's data as one string: what is compared to tell whether two records are the same. */
export function content(type: string, data: unknown): string {
  const bytes = packet.answer.encode({ name: '.', type, ttl: 0, class: 'IN', data: lowered(type, data) })
  // The root's name, type, class, TTL and the length of the data come before it.
  return bytes.toString('latin1', 11)
}

export const lower = (name: string) => name.toLowerCase()

type PacketRecord = NonNullable<ReturnType<typeof packet.decode>['answers']>[number]

function said({ name, type, data }: OwnRecord, ttl: number, flush: boolean): PacketRecord {
  return { name, type, ttl, class: 'IN', flush, data }
}

function lowered(type: string, data: unknown): unknown {
  if (type === 'PTR') return lower(data as string)
  if (type === 'SRV') return { ...(data as object), target: lower((data as { readonly target: string }).target) }
  return data
}
