import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noSources, readSources } from './sources.ts'

const statsOf = (...all: readonly object[]) => ({
  getStats: () =>
    Promise.resolve(new Map(all.map((stats, index) => [String(index), stats])) as unknown as RTCStatsReport),
})

test('tells what camera and microphone have given, and why the picture is coarse', async () => {
  const sources = await readSources(
    statsOf(
      { type: 'media-source', kind: 'video', frames: 30 },
      { type: 'media-source', kind: 'audio', totalAudioEnergy: 0.5, totalSamplesDuration: 2 },
      { type: 'outbound-rtp', kind: 'audio' },
      { type: 'outbound-rtp', kind: 'video', qualityLimitationReason: 'cpu' },
    ),
  )
  assert.deepEqual(sources, { pictures: 30, sound: { energy: 0.5, seconds: 2 }, limit: 'cpu' })
})

test('what a browser does not count is not known', async () => {
  assert.deepEqual(await readSources(statsOf({ type: 'outbound-rtp', kind: 'video' })), noSources)
})
