// What is used of the package, which brings no types.

declare module 'dns-packet' {
  interface Question {
    readonly name: string
    readonly type: string
    readonly class?: string
  }
  interface Answer {
    readonly name: string
    readonly type: string
    readonly ttl?: number
    readonly class?: string
    readonly flush?: boolean
    readonly data?: unknown
  }
  interface Packet {
    readonly id?: number
    readonly type?: 'query' | 'response'
    readonly flags?: number
    readonly questions?: readonly Question[]
    readonly answers?: readonly Answer[]
    readonly authorities?: readonly Answer[]
    readonly additionals?: readonly Answer[]
  }
  const packet: {
    readonly AUTHORITATIVE_ANSWER: number
    readonly TRUNCATED_RESPONSE: number
    encode(packet: Packet): Buffer
    /** @throws whatever the bytes lead it to. */
    decode(bytes: Buffer): Packet
    readonly answer: { encode(answer: Answer): Buffer }
    readonly name: { encodingLength(name: string): number }
  }
  export default packet
}
