// A station's frames as they come in: bytes, of which the box reads the header alone. A signal's payload goes on as it came, so it is
// neither decoded nor kept.

import { clientMessageSchema, parseJson, type ClientMessage } from '../../public/shared/protocol.ts'

export interface IncomingFrame {
  readonly header: ClientMessage
  /** The second line, within the frame's own memory; null where there is none. */
  readonly payload: Uint8Array | null
}

const newline = 0x0a
/** No station writes a longer line; what strangers add to it is not kept. */
const longestKeptBytes = 256

/**
 * For one connection. All frames of a call begin with the same line, so the line that came last is not parsed again: parsing it costs
 * half as much as relaying the frame.
 *
 * @returns null for what is no frame
 */
export function createFrameReader(): (frame: Buffer) => IncomingFrame | null {
  let kept: { readonly line: Buffer; readonly header: ClientMessage } | null = null
  return (frame) => {
    if (kept !== null && begins(frame, kept.line)) {
      return { header: kept.header, payload: frame.subarray(kept.line.length) }
    }
    const end = frame.indexOf(newline)
    const header = parseJson(clientMessageSchema, frame.toString('utf8', 0, end === -1 ? frame.length : end))
    if (header === null) return null
    if (end === -1) return { header, payload: null }
    // A copy: the frame's memory is taken back.
    if (end < longestKeptBytes) kept = { line: Buffer.from(frame.subarray(0, end + 1)), header }
    return { header, payload: frame.subarray(end + 1) }
  }
}

function begins(frame: Buffer, line: Buffer): boolean {
  return frame.length >= line.length && line.compare(frame, 0, line.length) === 0
}
