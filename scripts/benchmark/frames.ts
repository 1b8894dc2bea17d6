// WebSocket frames as a client writes and reads them (RFC 6455, section 5.2). Pure. The client of the benchmark does no more than it
// must, so that the servers are what is measured.

export const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const

const finalBit = 0x80
const maskBit = 0x80
const opcodeBits = 0x0f
const lengthBits = 0x7f
const in16Bits = 126
const in64Bits = 127

/** Masked by zeros: that is a mask like any other, and leaves the payload as it is. */
export function encodeFrame(opcode: number, payload: string): Buffer {
  const length = Buffer.byteLength(payload)
  const extra = length < in16Bits ? 0 : length < 0x10000 ? 2 : 8
  const start = 2 + extra + 4
  const frame = Buffer.alloc(start + length)
  frame[0] = finalBit | opcode
  frame[1] = maskBit | (extra === 0 ? length : extra === 2 ? in16Bits : in64Bits)
  if (extra === 2) frame.writeUInt16BE(length, 2)
  else if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.write(payload, start)
  return frame
}

/** Takes a server's bytes as they come and gives whole frames. A message in several frames is an error: none of the servers sends one. */
export function createFrameReader(hear: (opcode: number, payload: string) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
    for (;;) {
      const [first, second] = rest
      if (first === undefined || second === undefined) return
      const short = second & lengthBits
      const start = short === in16Bits ? 4 : short === in64Bits ? 10 : 2
      if (rest.length < start) return
      const length = start === 2 ? short : start === 4 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2))
      if (rest.length < start + length) return
      if ((first & finalBit) === 0) throw new Error('A message in several frames.')
      const payload = rest.toString('utf8', start, start + length)
      rest = rest.subarray(start + length)
      hear(first & opcodeBits, payload)
    }
  }
}
