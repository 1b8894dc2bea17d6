// Where a recording can be cut while it is still being written: MP4 at its fragments, WebM at its clusters. Each begins with a
// key frame, as browsers write them, and can be played behind the recording's header.

import type { Container } from './recording-type.ts'

export interface Cut {
  /** `start` begins a new fragment, `more` belongs to the one before. */
  readonly kind: 'header' | 'start' | 'more'
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Takes a recording's bytes as they come, and gives those that are complete. */
export type Splitter = (bytes: Uint8Array<ArrayBuffer>) => readonly Cut[]

/** What is at the front of the bytes that have not been given yet: how long it is, or null for more bytes. */
interface Element {
  readonly length: number
  readonly kind: Cut['kind'] | 'dropped'
  /** It is of no use without what follows. */
  readonly isOpen?: boolean
}

export function createSplitter(container: Container): Splitter {
  const next = container === 'mp4' ? createBoxReader() : createElementReader()
  let rest = new Uint8Array(0)
  let held: Uint8Array<ArrayBuffer>[] = []
  return (bytes) => {
    const all = new Uint8Array(rest.length + bytes.length)
    all.set(rest)
    all.set(bytes, rest.length)
    const cuts: Cut[] = []
    let at = 0
    for (;;) {
      const element = next(new DataView(all.buffer, at))
      if (element === null || at + element.length > all.length) break
      const part = all.slice(at, at + element.length)
      at += element.length
      if (element.kind === 'dropped') continue
      if (element.isOpen === true) held.push(part)
      else {
        cuts.push({ kind: held.length > 0 ? 'start' : element.kind, bytes: join([...held, part]) })
        held = []
      }
    }
    rest = all.slice(at)
    return cuts
  }
}

type Reader = (view: DataView) => Element | null

/** ISO/IEC 14496-12. */
function createBoxReader(): Reader {
  let hasFragments = false
  return (view) => {
    const box = readBox(view)
    if (box === null) return null
    const { type, length } = box
    if (type === 'moof') hasFragments = true
    if (!hasFragments) return { length, kind: type === 'sidx' ? 'dropped' : 'header' }
    if (type === 'moof') return { length, kind: 'start', isOpen: true }
    return { length, kind: type === 'mdat' ? 'more' : 'dropped' }
  }
}

export function readBox(view: DataView): { readonly type: string; readonly length: number } | null {
  if (view.byteLength < 16) return null
  const type = String.fromCharCode(view.getUint8(4), view.getUint8(5), view.getUint8(6), view.getUint8(7))
  const short = view.getUint32(0)
  return { type, length: short === 1 ? Number(view.getBigUint64(8)) : Math.max(8, short) }
}

const segmentId = 0x18538067
const clusterId = 0x1f43b675
/** Info and Tracks stand before the first cluster; what of the file's own level comes after it is of no use here. */
const fileLevelIds = new Set([0x1549a966, 0x1654ae6b, 0x1c53bb6b, 0x1254c367, 0x114d9b74, 0x1043a770, 0x1941a469])

/** RFC 8794 and 9559. Segment and clusters are entered, not skipped: their sizes are unknown while they are written. */
function createElementReader(): Reader {
  let hasClusters = false
  return (view) => {
    const id = readId(view)
    const size = id === null ? null : readSize(view, id.bytes)
    if (id === null || size === null) return null
    const headLength = id.bytes + size.bytes
    if (id.value === segmentId) return { length: headLength, kind: 'header' }
    if (id.value === clusterId) {
      hasClusters = true
      return { length: headLength, kind: 'start', isOpen: true }
    }
    const length = headLength + size.value
    if (!hasClusters) return { length, kind: 'header' }
    return { length, kind: fileLevelIds.has(id.value) ? 'dropped' : 'more' }
  }
}

function readId(view: DataView): { readonly value: number; readonly bytes: number } | null {
  if (view.byteLength === 0) return null
  const bytes = Math.clz32(view.getUint8(0)) - 23
  if (bytes > 4) throw new Error('not an element')
  if (view.byteLength < bytes) return null
  let value = 0
  for (let index = 0; index < bytes; index++) value = value * 256 + view.getUint8(index)
  return { value, bytes }
}

function readSize(view: DataView, at: number): { readonly value: number; readonly bytes: number } | null {
  if (view.byteLength <= at) return null
  const first = view.getUint8(at)
  const bytes = Math.clz32(first) - 23
  if (bytes > 8) throw new Error('not a size')
  if (view.byteLength < at + bytes) return null
  let value = first & (0xff >> bytes)
  for (let index = 1; index < bytes; index++) value = value * 256 + view.getUint8(at + index)
  return { value, bytes }
}

function join(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
