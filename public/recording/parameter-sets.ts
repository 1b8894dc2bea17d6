// H.264 in MP4 comes as `avc1`, which every player knows and which describes the picture once, or as `avc3`, which repeats
// the description beside each key frame and which Apple's players refuse. A recording whose picture never changed its
// size says the same each time, so it may be called `avc1`; this finds out whether it does.

const spsType = 7
const ppsType = 8

/** Whether every description inside the key frame stands in `description` (an AVCDecoderConfigurationRecord) too. */
export function saysNothingNew(description: Uint8Array, keyFrame: Uint8Array): boolean {
  const known = readDescription(description)
  if (known === null) return false
  for (const unit of unitsOf(keyFrame, known.lengthSize)) {
    const type = (unit[0] ?? 0) & 0x1f
    if ((type === spsType || type === ppsType) && !known.sets.some((set) => isEqual(set, unit))) return false
  }
  return true
}

/** ISO/IEC 14496-15, 5.3.3.1. */
function readDescription(
  bytes: Uint8Array,
): { readonly lengthSize: number; readonly sets: readonly Uint8Array[] } | null {
  if (bytes[0] !== 1 || bytes.length < 7) return null
  const sets: Uint8Array[] = []
  let at = 5
  // First the sequence parameter sets, their number in five bits, then the picture parameter sets.
  for (const mask of [0x1f, 0xff]) {
    const count = (bytes[at++] ?? 0) & mask
    for (let index = 0; index < count; index++) {
      const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
      sets.push(bytes.subarray(at + 2, at + 2 + length))
      at += 2 + length
    }
  }
  return { lengthSize: ((bytes[4] ?? 0) & 3) + 1, sets }
}

/** NAL units with their lengths in front. */
function* unitsOf(frame: Uint8Array, lengthSize: number): Generator<Uint8Array> {
  let at = 0
  while (at + lengthSize <= frame.length) {
    let length = 0
    for (let index = 0; index < lengthSize; index++) length = length * 256 + (frame[at + index] ?? 0)
    at += lengthSize
    yield frame.subarray(at, at + length)
    at += length
  }
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
