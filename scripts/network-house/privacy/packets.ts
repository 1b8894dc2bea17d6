// Packets as tcpdump writes them (pcap, Ethernet), down to the addresses, ports and bytes that the report counts.

export interface Packet {
  readonly atMs: number
  /** On the wire, the Ethernet header included. */
  readonly bytes: number
  readonly kind: 'tcp' | 'udp' | 'arp' | 'icmp' | 'icmp6' | 'igmp' | 'other'
  readonly from: Endpoint
  readonly to: Endpoint
  /** Of TCP. */
  readonly sequence: number
  readonly isFirst: boolean
  readonly payload: Buffer
}

export interface Endpoint {
  readonly address: string
  /** 0 where there are no ports. */
  readonly port: number
}

const fileHeaderBytes = 24
const recordHeaderBytes = 16
const ethernetBytes = 14
const nobody: Endpoint = { address: '', port: 0 }

/** Takes a stream of pcap in pieces. tcpdump writes it in this machine's byte order, which is little-endian wherever Chromium runs. */
export function createReader(take: (packet: Packet) => void): (piece: Buffer) => void {
  let rest = Buffer.alloc(0)
  let hasBegun = false
  return (piece) => {
    rest = Buffer.concat([rest, piece])
    if (!hasBegun) {
      if (rest.length < fileHeaderBytes) return
      if (rest.readUInt32LE(0) !== 0xa1b2c3d4) throw new Error('This is no capture.')
      rest = rest.subarray(fileHeaderBytes)
      hasBegun = true
    }
    for (;;) {
      if (rest.length < recordHeaderBytes) return
      const kept = rest.readUInt32LE(8)
      if (rest.length < recordHeaderBytes + kept) return
      const atMs = rest.readUInt32LE(0) * 1000 + rest.readUInt32LE(4) / 1000
      const frame = Buffer.from(rest.subarray(recordHeaderBytes, recordHeaderBytes + kept))
      take({ atMs, bytes: rest.readUInt32LE(12), ...readFrame(frame) })
      rest = rest.subarray(recordHeaderBytes + kept)
    }
  }
}

type Read = Omit<Packet, 'atMs' | 'bytes'>

function readFrame(frame: Buffer): Read {
  if (frame.length < ethernetBytes) return other(nobody, nobody)
  const packet = frame.subarray(ethernetBytes)
  switch (frame.readUInt16BE(12)) {
    case 0x0800:
      return readIpv4(packet)
    case 0x86dd:
      return readIpv6(packet)
    case 0x0806:
      return { ...other(nobody, nobody), kind: 'arp' }
    default:
      return other(nobody, nobody)
  }
}

function readIpv4(packet: Buffer): Read {
  if (packet.length < 20) return other(nobody, nobody)
  const headerBytes = (packet[0]! & 0x0f) * 4
  const body = packet.subarray(headerBytes, packet.readUInt16BE(2))
  return readTransport(packet[9]!, [...packet.subarray(12, 16)].join('.'), [...packet.subarray(16, 20)].join('.'), body)
}

function readIpv6(packet: Buffer): Read {
  if (packet.length < 40) return other(nobody, nobody)
  const from = ipv6(packet.subarray(8, 24))
  const to = ipv6(packet.subarray(24, 40))
  const body = packet.subarray(40, 40 + packet.readUInt16BE(4))
  // Reports of multicast listeners come behind a hop-by-hop header.
  return packet[6] === 0 && body.length >= 8
    ? readTransport(body[0]!, from, to, body.subarray(8 * (body[1]! + 1)))
    : readTransport(packet[6]!, from, to, body)
}

function readTransport(protocol: number, from: string, to: string, body: Buffer): Read {
  const bare = other({ address: from, port: 0 }, { address: to, port: 0 })
  const ends = () => ({
    from: { address: from, port: body.readUInt16BE(0) },
    to: { address: to, port: body.readUInt16BE(2) },
  })
  switch (protocol) {
    case 1:
      return { ...bare, kind: 'icmp' }
    case 2:
      return { ...bare, kind: 'igmp' }
    case 58:
      return { ...bare, kind: 'icmp6' }
    case 6: {
      if (body.length < 20) return bare
      const headerBytes = (body[12]! >> 4) * 4
      const isFirst = (body[13]! & 0x02) !== 0
      return {
        ...bare,
        ...ends(),
        kind: 'tcp',
        sequence: body.readUInt32BE(4),
        isFirst,
        payload: body.subarray(headerBytes),
      }
    }
    case 17:
      return body.length < 8 ? bare : { ...bare, ...ends(), kind: 'udp', payload: body.subarray(8) }
    default:
      return bare
  }
}

function other(from: Endpoint, to: Endpoint): Read {
  return { kind: 'other', from, to, sequence: 0, isFirst: false, payload: Buffer.alloc(0) }
}

function ipv6(bytes: Buffer): string {
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16))
  return groups.join(':').replace(/(?:^|:)0(?::0)+(?::|$)/, '::')
}
