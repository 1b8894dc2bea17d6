import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { signal } from '@preact/signals'
import type { Report } from '../shared/station-protocol.ts'
import { createLevels } from './levels.ts'

function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval', 'Date'] })
  const listeners = new Set<(report: Report, atMs: number) => void>()
  const heard = signal<number | null>(null)
  const streams: (object | null)[] = []
  const playing = signal<{ readonly stream: MediaStream } | null>({ stream: {} as MediaStream })
  const levels = createLevels(
    {
      playing,
      onReport(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    {
      now: () => Date.now(),
      page: { hidden: false },
      meter: {
        level: heard,
        setStream: (stream) => streams.push(stream),
        resume: () => undefined,
        close: () => undefined,
      },
    },
  )
  t.after(() => levels.close())
  const report = (...dbs: number[]): void => {
    for (const listener of listeners) listener({ levels: dbs } as unknown as Report, Date.now())
  }
  return { levels, playing, heard, streams, report, tick: (ms: number) => t.mock.timers.tick(ms) }
}

test('the levels of a report are shown one after the other, and the loudest stays', (t) => {
  const { levels, report, tick } = setUp(t)
  assert.equal(levels.level.value, null)
  report(-70, -10, -40)
  tick(100)
  assert.deepEqual([levels.level.value, levels.peak.value], [0, 0])
  tick(100)
  assert.deepEqual([levels.level.value, levels.peak.value], [100, 100])
  tick(100)
  assert.deepEqual([levels.level.value, levels.peak.value], [50, 100])
})

test('without levels this phone listens itself, until they come', (t) => {
  const { levels, report, heard, streams, playing, tick } = setUp(t)
  report(-40)
  tick(3000)
  assert.deepEqual(streams, [])
  tick(200)
  assert.deepEqual(streams, [playing.value?.stream])
  heard.value = 33
  tick(100)
  assert.equal(levels.level.value, 33)
  report(-10)
  tick(100)
  assert.equal(levels.level.value, 100)
  assert.deepEqual(streams, [playing.value?.stream, null])
})

test('without a baby nothing is known', (t) => {
  const { levels, report, playing, streams, tick } = setUp(t)
  report(-40)
  tick(100)
  playing.value = null
  tick(4000)
  assert.deepEqual([levels.level.value, levels.peak.value], [null, null])
  assert.deepEqual(streams, [])
})
