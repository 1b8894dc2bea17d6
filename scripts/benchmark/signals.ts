// What two stations say to each other while they get to know each other, in sizes as browsers send them: an offer and an answer of
// 4 KB, and eight candidates of 200 bytes, four by each side. Every server carries the same characters.

export type Kind = 'offer' | 'answer' | 'candidate'

/** Bytes of JSON. */
const lengths: Readonly<Record<Kind, number>> = { offer: 4096, answer: 4096, candidate: 200 }
export const candidatesEach = 4
export const signalsEach = 2 + 2 * candidatesEach

/** @param seat of who says it, one digit: not every server tells that */
export function signalText(seat: number, kind: Kind): string {
  const start = `{"seat":${seat},"kind":"${kind}","sdp":"`
  const end = '"}'
  return start + ''.padEnd(lengths[kind] - start.length - end.length, 'a=rtpmap:96 VP8/90000 ') + end
}

/** Of each kind, what says it. */
export type Sayers = Readonly<Record<Kind, () => void>>

export function sayersOf(from: { prepare(to: number, signal: string): () => void }, seat: number, to: number): Sayers {
  const sayer = (kind: Kind): (() => void) => from.prepare(to, signalText(seat, kind))
  return { offer: sayer('offer'), answer: sayer('answer'), candidate: sayer('candidate') }
}

const seatAt = '{"seat":'.length
const kindAt = '{"seat":0,"kind":"'.length
const kinds: Readonly<Record<string, Kind>> = { o: 'offer', a: 'answer', c: 'candidate' }

/** Reads no more than it must. */
export function readSignal(text: string): { readonly seat: number; readonly kind: Kind } {
  const kind = kinds[text.charAt(kindAt)]
  if (kind === undefined || text.length !== lengths[kind]) throw new Error(`Unexpected: ${text.slice(0, 200)}`)
  return { seat: text.charCodeAt(seatAt) - 48, kind }
}
