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
import { completeLength } from './complete-length.ts'
import { createPieces } from './pieces.ts'
import type { Container } from './recording-type.ts'
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
    await video.add(
      new EncodedPacket(
        Uint8Array.from({ length: 400 }, () => frame),
        type,
        at,
        1 / fps,
      ),
      {
        decoderConfig: { codec: 'vp8', codedWidth: 320, codedHeight: 180 },
      },
    )
    await audio.add(new EncodedPacket(Uint8Array.of(0xfc, frame), 'key', at, 1 / fps), {
      decoderConfig: { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000 },
    })
  }
  await output.finalize()
  assert.ok(target.buffer)
  return new Blob([target.buffer], { type: `video/${container}` })
}

async function remuxed(
  recorded: readonly Blob[],
  container: Container,
  progressed: (share: number) => void = () => undefined,
): Promise<Blob> {
  const pieces = createPieces()
  await remux({ recorded, container, progressed, write: (data, position) => pieces.write(data, position) })
  return pieces.toBlob('')
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
    let done = 0
    const file = await remuxed([recorded], container, (share) => {
      assert.ok(share >= done && share <= 1)
      done = share
    })
    const after = await contents(file)
    assert.ok(Math.abs((after.durationS ?? 0) - frames / fps) < 0.05, `${after.durationS} s`)
    assert.deepEqual(after.packets, (await contents(recorded)).packets)
    assert.ok(done > 0.1)
  })
}

test('a recording that does not begin at 0 does afterwards', async () => {
  const after = await contents(await remuxed([await recording('webm', 5)], 'webm'))
  assert.deepEqual(
    after.packets.map(([first]) => first?.[0]),
    [0, 0],
  )
})

test('what is no recording is refused, so that it is handed over as it is', async () => {
  await assert.rejects(remuxed([new Blob(['no recording'])], 'webm'))
  const broken = (await recording('mp4')).slice(0, 200)
  await assert.rejects(remuxed([broken], 'mp4'))
})

for (const container of ['webm', 'mp4'] as const) {
  test(`a ${container} that broke off at any byte keeps all but its last moment`, async () => {
    const whole = await recording(container)
    for (let share = 0.45; share < 1; share += 0.011) {
      const broken = whole.slice(0, Math.floor(whole.size * share))
      const readable = broken.slice(0, await completeLength(broken, container))
      const { durationS, packets } = await contents(await remuxed([readable], container))
      assert.ok((durationS ?? 0) > (frames / fps) * share - 1.2, `${durationS} s of ${share}`)
      assert.ok(packets.every((found) => found.length > 0))
    }
  })

  test(`${container} after ${container} become one file without a gap`, async () => {
    const runs = [await recording(container, 3), await recording(container), await recording(container, 60)]
    const { durationS, packets } = await contents(await remuxed(runs, container))
    assert.ok(Math.abs((durationS ?? 0) - (3 * frames) / fps) < 0.1, `${durationS} s`)
    for (const found of packets) {
      assert.equal(found.length, 3 * frames)
      const steps = found.slice(1).map(([atMs], index) => atMs - (found[index]?.[0] ?? 0))
      assert.ok(
        steps.every((step) => step > 20 && step < 50),
        String(steps),
      )
    }
  })
}
