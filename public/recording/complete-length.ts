// How much of a recording that broke off can be read: of an MP4 all but a last fragment that is not whole, of a WebM everything.

import { readBox } from './fragments.ts'
import type { Container } from './recording-type.ts'

const boxHeadBytes = 16
/** Read at once on the way back to the last fragment, which is 2 s long. */
const windowBytes = 1024 * 1024
/** ISO/IEC 14496-12: `moof`, and in front of all that is in it `mfhd`, which has 16 bytes. */
const fragmentStart = new TextEncoder().encode('moof\0\0\0\u0010mfhd')
const lengthBytes = 4

export async function completeLength(recorded: Blob, container: Container): Promise<number> {
  if (container === 'webm') return recorded.size
  // From the front it is a read for each box: an hour has 3600, and a night so many that nothing would move for a minute.
  let at = await lastFragment(recorded)
  let complete = at
  while (at + boxHeadBytes <= recorded.size) {
    const box = readBox(new DataView(await recorded.slice(at, at + boxHeadBytes).arrayBuffer()))
    if (box === null) break
    at += box.length
    // A box that tells of data is of no use without them.
    if (at <= recorded.size && box.type !== 'moof') complete = at
  }
  return complete
}

/** Where it begins; 0 when there is none. */
async function lastFragment(recorded: Blob): Promise<number> {
  for (let end = recorded.size; end > 0; end -= windowBytes) {
    const start = Math.max(0, end - windowBytes)
    // Somewhat further, for one that lies across the edge.
    const bytes = new Uint8Array(await recorded.slice(start, end + boxHeadBytes).arrayBuffer())
    const found = lastIndexOf(bytes, fragmentStart)
    if (found >= lengthBytes) return start + found - lengthBytes
  }
  return 0
}

/** Not looked for at the very beginning: a box begins with its length. */
function lastIndexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  const [first = 0] = wanted
  let at = bytes.lastIndexOf(first)
  while (at > 0 && wanted.some((byte, index) => bytes[at + index] !== byte)) at = bytes.lastIndexOf(first, at - 1)
  return at
}
