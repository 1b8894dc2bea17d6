// Writes a recording anew without touching its pictures and sounds, so that every player shows its duration and can seek:
// a browser's WebM has no duration at all, and its MP4 says 0 in the header and hides the rest between the fragments.

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
import { createPieces } from './pieces.ts'
import type { Container } from './recording-type.ts'

/** Bytes that are written at once. */
const chunkSize = 4 * 1024 * 1024

interface Copy {
  readonly packets: AsyncGenerator<EncodedPacket, void, unknown>
  next: EncodedPacket
  add(packet: EncodedPacket): Promise<void>
}

/** Calls `onTime` with the seconds that are done. Throws on anything it does not understand: the recording itself is left. */
export async function remux(recorded: Blob, container: Container, onTime: (doneS: number) => void): Promise<Blob> {
  const input = new Input({ source: new BlobSource(recorded), formats: [MP4, WEBM] })
  const pieces = createPieces()
  const writable = new WritableStream<StreamTargetChunk>({
    write: ({ data, position }) => pieces.write(data, position),
  })
  const output = new Output({
    format: container === 'mp4' ? new Mp4OutputFormat({ fastStart: false }) : new WebMOutputFormat(),
    target: new StreamTarget(writable, { chunked: true, chunkSize }),
  })
  try {
    const copies: Copy[] = []
    for (const track of await input.getTracks()) {
      const copy = await begin(track, output)
      if (copy !== null) copies.push(copy)
    }
    if (copies.length === 0) throw new Error('no packets in the recording')
    await output.start()
    await copyAll(copies, onTime)
    await output.finalize()
    return pieces.toBlob(recorded.type)
  } finally {
    input.dispose()
  }
}

/** Null for a track that was announced and never had anything in it. */
async function begin(track: InputTrack, output: Output): Promise<Copy | null> {
  const packets = new EncodedPacketSink(track).packets()
  const first = await packets.next()
  if (first.done === true) return null
  const add = track.isVideoTrack()
    ? await beginVideo(track, output)
    : track.isAudioTrack()
      ? await beginAudio(track, output)
      : null
  if (add === null) throw new Error(`a ${track.type} track cannot be copied`)
  return { packets, next: first.value, add }
}

async function beginVideo(track: InputVideoTrack, output: Output): Promise<Copy['add'] | null> {
  const [codec, decoderConfig] = await Promise.all([track.getCodec(), track.getDecoderConfig()])
  if (codec === null || decoderConfig === null) return null
  if (decoderConfig.codec.startsWith('avc3') && (await isOfOneSize(track, decoderConfig))) {
    decoderConfig.codec = decoderConfig.codec.replace('avc3', 'avc1')
  }
  const source = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(source, { rotation: await track.getRotation() })
  return (packet) => source.add(packet, { decoderConfig })
}

async function beginAudio(track: InputAudioTrack, output: Output): Promise<Copy['add'] | null> {
  const [codec, decoderConfig] = await Promise.all([track.getCodec(), track.getDecoderConfig()])
  if (codec === null || decoderConfig === null) return null
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source)
  return (packet) => source.add(packet, { decoderConfig })
}

async function isOfOneSize(track: InputVideoTrack, { description }: VideoDecoderConfig): Promise<boolean> {
  if (!(description instanceof Uint8Array)) return false
  const sink = new EncodedPacketSink(track)
  let key = await sink.getFirstKeyPacket()
  while (key !== null) {
    if (!saysNothingNew(description, key.data)) return false
    key = await sink.getNextKeyPacket(key)
  }
  return true
}

/** In the order of time over all tracks, so that pictures and sounds lie beside each other in the file. */
async function copyAll(copies: readonly Copy[], onTime: (doneS: number) => void): Promise<void> {
  const startS = Math.min(...copies.map(({ next }) => next.timestamp))
  let running = [...copies]
  while (running.length > 0) {
    const copy = running.reduce((earliest, other) =>
      other.next.timestamp < earliest.next.timestamp ? other : earliest,
    )
    const timestamp = copy.next.timestamp - startS
    await copy.add(startS === 0 ? copy.next : copy.next.clone({ timestamp }))
    onTime(timestamp)
    const next = await copy.packets.next()
    if (next.done === true) running = running.filter((other) => other !== copy)
    else copy.next = next.value
  }
}
