// Reading what tcpdump writes, on frames made by hand.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLedger } from './ledger.ts'
import { createReader, type Packet } from './packets.ts'
import { createTlsCheck } from './tls-check.ts'

const box = '10.77.0.11'
const phone = '10.77.0.12'

interface Said {
  readonly from: string
  readonly to: string
  readonly fromPort: number
  readonly toPort: number
}

const toBox: Said = { from: phone, to: box, fromPort: 50_000, toPort: 443 }

function ipv4(protocol: number, { from, to }: Said, body: Buffer): Buffer {
  const header = Buffer.alloc(20)
  header[0] = 0x45
  header.writeUInt16BE(20 + body.length, 2)
  header[9] = protocol
  header.set(from.split('.').map(Number), 12)
  header.set(to.split('.').map(Number), 16)
  const ethernet = Buffer.alloc(14)
  ethernet.writeUInt16BE(0x0800, 12)
  return Buffer.concat([ethernet, header, body])
}

function tcp(said: Said, sequence: number, payload: Buffer, flags = 0x10): Buffer {
  const header = Buffer.alloc(20)
  header.writeUInt16BE(said.fromPort, 0)
  header.writeUInt16BE(said.toPort, 2)
  header.writeUInt32BE(sequence, 4)
  header[12] = 5 << 4
  header[13] = flags
  return ipv4(6, said, Buffer.concat([header, payload]))
}

function udp(said: Said, payload: Buffer): Buffer {
  const header = Buffer.alloc(8)
  header.writeUInt16BE(said.fromPort, 0)
  header.writeUInt16BE(said.toPort, 2)
  return ipv4(17, said, Buffer.concat([header, payload]))
}

function pcap(...frames: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(24)
  header.writeUInt32LE(0xa1b2c3d4, 0)
  const records = frames.flatMap((frame) => {
    const record = Buffer.alloc(16)
    record.writeUInt32LE(7, 0)
    record.writeUInt32LE(frame.length, 8)
    record.writeUInt32LE(frame.length, 12)
    return [record, frame]
  })
  return Buffer.concat([header, ...records])
}

function read(file: Buffer, pieceBytes = file.length): Packet[] {
  const packets: Packet[] = []
  const take = createReader((packet) => packets.push(packet))
  for (let at = 0; at < file.length; at += pieceBytes) take(file.subarray(at, at + pieceBytes))
  return packets
}

const record = (length: number): Buffer =>
  Buffer.concat([Buffer.from([23, 3, 3, length >> 8, length & 255]), Buffer.alloc(length)])

test('packets are read however the file comes in pieces', () => {
  const file = pcap(
    tcp(toBox, 1, Buffer.from('hello')),
    udp({ ...toBox, fromPort: 5353, toPort: 5353 }, Buffer.from('name')),
  )
  for (const pieceBytes of [1, 7, file.length]) {
    const packets = read(file, pieceBytes)
    assert.deepEqual(
      packets.map(({ kind, from, to, payload }) => [
        kind,
        from.address,
        from.port,
        to.address,
        to.port,
        payload.toString(),
      ]),
      [
        ['tcp', phone, 50_000, box, 443, 'hello'],
        ['udp', phone, 5353, box, 5353, 'name'],
      ],
    )
  }
})

test('records of TLS in any order and twice are TLS', () => {
  const stream = Buffer.concat([record(100), record(40), record(300)])
  const check = createTlsCheck()
  const parts: readonly (readonly [number, number])[] = [
    [0, 60],
    [200, 300],
    [60, 200],
    [60, 200],
    [300, stream.length],
  ]
  const frames = parts.map(([begin, end]) => tcp(toBox, 1001 + begin, stream.subarray(begin, end)))
  for (const packet of read(pcap(tcp(toBox, 1000, Buffer.alloc(0), 0x02), ...frames))) check.take(packet)
  assert.equal(check.problem(), null)
})

test('anything else on the port is found, behind good records too', () => {
  for (const bytes of [Buffer.from('GET / HTTP/1.1'), Buffer.concat([record(10), Buffer.from('hello there')])]) {
    const check = createTlsCheck()
    for (const packet of read(pcap(tcp(toBox, 5, bytes)))) check.take(packet)
    assert.match(String(check.problem()), /no TLS record/)
  }
})

test('the ledger counts by peer and port, and names what does not belong there', () => {
  const ledger = createLedger(() => [box], [443])
  const media = udp({ from: phone, to: box, fromPort: 40_000, toPort: 41_000 }, Buffer.alloc(1000))
  const names = udp({ from: box, to: '224.0.0.251', fromPort: 5353, toPort: 5353 }, Buffer.alloc(50))
  for (const packet of read(pcap(tcp(toBox, 1, record(50)), names))) ledger.take(packet)
  assert.deepEqual(ledger.strangers(), [])
  assert.deepEqual(
    ledger.rows().map(({ what }) => what),
    [`TLS, port 443, with ${phone}`, `mDNS, port 5353, from ${box}`],
  )
  for (const packet of read(pcap(media, udp({ ...toBox, toPort: 53 }, Buffer.alloc(30))))) ledger.take(packet)
  assert.equal(ledger.strangers().length, 2)
})
