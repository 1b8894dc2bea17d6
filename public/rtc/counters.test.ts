import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCounters } from './counters.ts'

function connection(kinds: readonly string[], stats: readonly object[]): Parameters<typeof readCounters>[0] {
  return {
    getReceivers: () => kinds.map((kind) => ({ track: { kind } })) as unknown as RTCRtpReceiver[],
    getStats: () => Promise.resolve(stats as unknown as RTCStatsReport),
  }
}

test('counts what arrives, and knows which media the call has', async (t) => {
  Object.assign(globalThis, { document: { hidden: true } })
  t.after(() => Reflect.deleteProperty(globalThis, 'document'))
  const audio = {
    type: 'inbound-rtp',
    kind: 'audio',
    bytesReceived: 80,
    packetsReceived: 1,
    totalSamplesReceived: 960,
    concealedSamples: 12,
    totalAudioEnergy: 0.5,
  }
  const both = await readCounters(
    connection(
      ['audio', 'video'],
      [{ type: 'transport', bytesReceived: 9 }, audio, { type: 'inbound-rtp', kind: 'video', framesDecoded: 3 }],
    ),
  )
  assert.equal(both.hidden, true)
  assert.deepEqual(both.audio, { bytes: 80, packets: 1, samples: 960, concealed: 12, energy: 0.5 })
  assert.deepEqual(both.video, { bytes: 0, frames: 3 })

  const early = await readCounters(connection(['audio'], []))
  assert.deepEqual([early.audio?.bytes, early.video], [0, null])
})
