// What crossed the box's interface, by peer and port, and what of it was not what it should be.

import type { Packet } from './packets.ts'
import { createTlsCheck, type TlsCheck } from './tls-check.ts'

export interface Row {
  readonly what: string
  readonly packets: number
  readonly bytes: number
}

export interface Ledger {
  take(packet: Packet): void
  rows(): readonly Row[]
  bytes(): number
  /** Each kind of thing that should not be there, once. */
  strangers(): readonly string[]
}

const mdnsPort = 5353
/** What every machine says to find its neighbours; it carries nothing of the product. */
const neighbourly: ReadonlySet<Packet['kind']> = new Set(['arp', 'igmp', 'icmp6'])

/** @param ports of the box, over TLS. */
export function createLedger(boxAddresses: () => readonly string[], ports: readonly number[]): Ledger {
  const rows = new Map<string, { packets: number; bytes: number }>()
  const checks = new Map<string, TlsCheck>()
  const strangers = new Set<string>()
  let bytes = 0

  const nameOf = ({ kind, from, to, payload }: Packet): string | null => {
    if (neighbourly.has(kind)) return 'finding neighbours (ARP, IGMP, ICMPv6)'
    const toBox = boxAddresses().includes(to.address)
    const own = toBox ? to : from
    const peer = toBox ? from : to
    if (kind === 'tcp' && ports.includes(own.port)) return `TLS, port ${own.port}, with ${peer.address}`
    if (kind === 'udp' && from.port === mdnsPort && to.port === mdnsPort)
      return `mDNS, port ${mdnsPort}, from ${from.address}`
    strangers.add(`${kind} from ${from.address}:${from.port} to ${to.address}:${to.port}, ${payload.length} bytes`)
    return null
  }

  return {
    take(packet) {
      const name = nameOf(packet) ?? 'something else'
      const row = rows.get(name) ?? { packets: 0, bytes: 0 }
      rows.set(name, { packets: row.packets + 1, bytes: row.bytes + packet.bytes })
      bytes += packet.bytes
      if (packet.kind !== 'tcp') return
      const flow = `${packet.from.address}:${packet.from.port} to ${packet.to.address}:${packet.to.port}`
      const check = checks.get(flow) ?? createTlsCheck()
      checks.set(flow, check)
      check.take(packet)
    },
    rows: () => [...rows].map(([what, row]) => ({ what, ...row })).toSorted((a, b) => b.bytes - a.bytes),
    bytes: () => bytes,
    strangers: () => [
      ...strangers,
      ...[...checks].flatMap(([flow, check]) => {
        const problem = check.problem()
        return problem === null ? [] : [`${flow}: ${problem}`]
      }),
    ],
  }
}
