// Whether everything that one side of a TCP connection says is TLS: its bytes, in their order, are records of RFC 8446,
// from the first to the last.

import type { Packet } from './packets.ts'

export interface TlsCheck {
  take(packet: Packet): void
  /** What was found to be something else; null when all of it was TLS. */
  problem(): string | null
}

const headerBytes = 5
/** The largest record that TLS 1.2 allows; 1.3 allows less. */
const longestRecord = 16_384 + 2048

export function createTlsCheck(): TlsCheck {
  /** Segments that came before those in front of them. */
  const early = new Map<number, Buffer>()
  let next: number | null = null
  let rest = Buffer.alloc(0)
  let found: string | null = null

  const read = (bytes: Buffer): void => {
    rest = Buffer.concat([rest, bytes])
    while (found === null && rest.length >= headerBytes) {
      const [type, major] = rest
      const length = rest.readUInt16BE(3)
      if (type! < 20 || type! > 23 || major !== 3 || length > longestRecord) {
        found = `bytes that are no TLS record: ${rest.subarray(0, 8).toString('hex')}`
        return
      }
      if (rest.length < headerBytes + length) return
      rest = rest.subarray(headerBytes + length)
    }
  }

  return {
    take({ sequence, isFirst, payload }) {
      if (isFirst) {
        // Another connection on the same ports.
        next = (sequence + 1) >>> 0
        rest = Buffer.alloc(0)
        early.clear()
        return
      }
      if (payload.length === 0) return
      // A connection that was there before the capture: its first whole segment is taken to begin with a record.
      next ??= sequence
      early.set(sequence, payload)
      for (let isMoving = true; isMoving;) {
        isMoving = false
        for (const [at, bytes] of early) {
          const ahead = (next - at) | 0
          if (ahead < 0) continue
          early.delete(at)
          if (ahead >= bytes.length) continue
          read(bytes.subarray(ahead))
          next = (at + bytes.length) >>> 0
          isMoving = true
        }
      }
    },
    problem: () => found,
  }
}
