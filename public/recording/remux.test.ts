import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import { remux } from './remux.ts'

const frames = 90
const fps = 30

/** A recording as a browser hands it out: written while it runs, so without a duration in front. */
async function recording(container: 'webm' | 'mp4', startS = 0): Promise<Blob> {
  const target = new BufferTarget()
  const format =
    container === 'webm' ? new WebMOutputFormat({ appendOnly: true }) : new Mp4OutputFormat({ fastStart: 'fragmented' })
  const output = new Output({ format, target })
  const video = new EncodedVideoPacketSource('vp8')
  const audio = new EncodedAudioPacketSource('opus')
  output.addVideoTrack(video)
  output.addAudioTrack(audio)
  await output.start()
  for (let frame = 0; frame < frames; frame++) {
    const at = startS + frame / fps
    const type = frame % fps === 0 ? 'key' : 'delta'
    await video.add(new EncodedPacket(Uint8Array.of(frame, 1, 2, 3), type, at, 1 / fps), {
      decoderConfig: { codec: 'vp8', codedWidth: 320, codedHeight: 180 },
    })
    await audio.add(new EncodedPacket(Uint8Array.of(0xfc, frame), 'key', at, 1 / fps), {
      decoderConfig: { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000 },
    })
  }
  await output.finalize()
  assert.ok(target.buffer)
  return new Blob([target.buffer], { type: `video/${container}` })
}

/** What `file` holds, packet by packet. */
async function contents(file: Blob): Promise<{ durationS: number | null; packets: [number, number][][] }> {
  const input = new Input({ source: new BlobSource(file), formats: [MP4, WEBM] })
  const packets = []
  for (const track of await input.getTracks()) {
    const found: [number, number][] = []
    for await (const packet of new EncodedPacketSink(track).packets()) {
      found.push([Math.round(packet.timestamp * 1000), packet.data.at(-1) ?? -1])
    }
    packets.push(found)
  }
  return { durationS: await input.getDurationFromMetadata(), packets }
}

for (const container of ['webm', 'mp4'] as const) {
  test(`a ${container} gets its duration, and every packet of it is kept`, async () => {
    const recorded = await recording(container)
    let doneS = 0
    const remuxed = await remux(recorded, container, (seconds) => {
      assert.ok(seconds >= doneS)
      doneS = seconds
    })
    assert.equal(remuxed.type, `video/${container}`)
    const after = await contents(remuxed)
    assert.ok(Math.abs((after.durationS ?? 0) - frames / fps) < 0.05, `${after.durationS} s`)
    assert.deepEqual(after.packets, (await contents(recorded)).packets)
    assert.ok(doneS > 2.9)
  })
}

test('a recording that does not begin at 0 does afterwards', async () => {
  const after = await contents(await remux(await recording('webm', 5), 'webm', () => undefined))
  assert.deepEqual(
    after.packets.map(([first]) => first?.[0]),
    [0, 0],
  )
})

test('what is no recording is refused, so that it is handed over as it is', async () => {
  await assert.rejects(remux(new Blob(['no recording']), 'webm', () => undefined))
  const broken = (await recording('mp4')).slice(0, 200)
  await assert.rejects(remux(broken, 'mp4', () => undefined))
})
