// Writes a recording anew without touching its pictures and sounds, so that every player shows its duration and can seek:
// a browser's WebM has no duration at all, and its MP4 says 0 in the header and hides the rest between the fragments.
// Reads and writes as a stream: an hour takes no more memory than a minute, but for the list of where each picture lies.

import {
  BlobSource,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputAudioTrack,
  type InputTrack,
  type InputVideoTrack,
  MP4,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  type StreamTargetChunk,
  WEBM,
  WebMOutputFormat,
  type EncodedPacket,
} from 'mediabunny'
import { saysNothingNew } from './parameter-sets.ts'
import type { Container } from './recording-type.ts'

/** Bytes that are written at once. */
const chunkSize = 4 * 1024 * 1024

export interface Remuxing {
  /** One after the other in time, each with a header of its own and the same codecs: they become one file. */
  readonly recorded: readonly Blob[]
  readonly container: Container
  /** Also over bytes that were written before. */
  write(data: Uint8Array<ArrayBuffer>, position: number): void
  /** From 0 to 1, and often, so that the silence of a dead worker can be told. */
  progressed(share: number): void
}

/** One kind of track in the new file. */
interface Lane {
  readonly codec: string
  add(packet: EncodedPacket): Promise<void>
}

/** How long the last packet of a track lasts when the file does not say: WebM seldom does. */
const usualStepS = 1 / 30

interface Copy {
  readonly lane: Lane
  readonly packets: AsyncGenerator<EncodedPacket, void, unknown>
  next: EncodedPacket
}

/** Throws on anything it does not understand: the recording itself is left. */
export async function remux({ recorded, container, write, progressed }: Remuxing): Promise<void> {
  const inputs = recorded.map((blob) => new Input({ source: new BlobSource(blob), formats: [MP4, WEBM] }))
  const writable = new WritableStream<StreamTargetChunk>({ write: ({ data, position }) => write(data, position) })
  const output = new Output({
    format: container === 'mp4' ? new Mp4OutputFormat({ fastStart: false }) : new WebMOutputFormat(),
    target: new StreamTarget(writable, { chunked: true, chunkSize }),
  })
  const totalBytes = recorded.reduce((sum, { size }) => sum + size, 0)
  let doneBytes = 0
  const onPacket = (packet: EncodedPacket): void => {
    doneBytes += packet.data.byteLength
    progressed(Math.min(1, doneBytes / totalBytes))
  }
  try {
    const lanes = new Map<string, Lane>()
    let endS = 0
    for (const input of inputs) {
      const copies: Copy[] = []
      for (const track of await input.getTracks()) {
        const packets = packetsOf(track)
        const first = await packets.next()
        // A track that was announced and never had anything in it.
        if (first.done === true) continue
        if (endS === 0) lanes.set(track.type, await begin(track, inputs, output, () => progressed(0)))
        const lane = lanes.get(track.type)
        if (lane === undefined || lane.codec !== (await track.getCodec())) throw new Error('the tracks do not fit')
        copies.push({ lane, packets, next: first.value })
      }
      if (copies.length === 0) throw new Error('no packets in the recording')
      if (endS === 0) await output.start()
      endS = await copyAll(copies, endS, onPacket)
    }
    await output.finalize()
  } finally {
    for (const input of inputs) input.dispose()
  }
}

/** From the first key frame on: what is before it cannot be shown. */
async function* packetsOf(track: InputTrack): AsyncGenerator<EncodedPacket, void, unknown> {
  const sink = new EncodedPacketSink(track)
  const first = track.isVideoTrack() ? await sink.getFirstKeyPacket() : await sink.getFirstPacket()
  if (first !== null) yield* sink.packets(first)
}

async function begin(track: InputTrack, inputs: readonly Input[], output: Output, alive: () => void): Promise<Lane> {
  const codec = await track.getCodec()
  const lane = track.isVideoTrack()
    ? await beginVideo(track, inputs, output, alive)
    : track.isAudioTrack()
      ? await beginAudio(track, output)
      : null
  if (codec === null || lane === null) throw new Error(`a ${track.type} track cannot be copied`)
  return { codec, add: lane }
}

async function beginVideo(
  track: InputVideoTrack,
  inputs: readonly Input[],
  output: Output,
  alive: () => void,
): Promise<Lane['add'] | null> {
  const [codec, decoderConfig] = await Promise.all([track.getCodec(), track.getDecoderConfig()])
  if (codec === null || decoderConfig === null) return null
  if (decoderConfig.codec.startsWith('avc3') && (await areOfOneSize(inputs, decoderConfig, alive))) {
    decoderConfig.codec = decoderConfig.codec.replace('avc3', 'avc1')
  }
  const source = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(source, { rotation: await track.getRotation() })
  return (packet) => source.add(packet, { decoderConfig })
}

async function beginAudio(track: InputAudioTrack, output: Output): Promise<Lane['add'] | null> {
  const [codec, decoderConfig] = await Promise.all([track.getCodec(), track.getDecoderConfig()])
  if (codec === null || decoderConfig === null) return null
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source)
  return (packet) => source.add(packet, { decoderConfig })
}

async function areOfOneSize(
  inputs: readonly Input[],
  { description }: VideoDecoderConfig,
  alive: () => void,
): Promise<boolean> {
  if (!(description instanceof Uint8Array)) return false
  for (const input of inputs) {
    const track = await input.getPrimaryVideoTrack()
    if (track === null) continue
    const sink = new EncodedPacketSink(track)
    let key = await sink.getFirstKeyPacket()
    while (key !== null) {
      if (!saysNothingNew(description, key.data)) return false
      alive()
      key = await sink.getNextKeyPacket(key)
    }
  }
  return true
}

/** In the order of time over all tracks, so that pictures and sounds lie beside each other in the file; gives where it ends. */
async function copyAll(
  copies: readonly Copy[],
  atS: number,
  onPacket: (packet: EncodedPacket) => void,
): Promise<number> {
  const shiftS = atS - Math.min(...copies.map(({ next }) => next.timestamp))
  let endS = atS
  let running = [...copies]
  while (running.length > 0) {
    const copy = running.reduce((earliest, other) =>
      other.next.timestamp < earliest.next.timestamp ? other : earliest,
    )
    const packet = shiftS === 0 ? copy.next : copy.next.clone({ timestamp: copy.next.timestamp + shiftS })
    await copy.lane.add(packet)
    onPacket(packet)
    endS = Math.max(endS, packet.timestamp + (packet.duration || usualStepS))
    const next = await copy.packets.next()
    if (next.done === true) running = running.filter((other) => other !== copy)
    else copy.next = next.value
  }
  return endS
}
