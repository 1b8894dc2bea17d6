// A phone's Wi-Fi goes and comes back: frames are back soon after the link, in the same call and on the same stream, and the
// recording goes on: it is one file, as long as it took.

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { commonText } from '../../public/text/en-common.ts'
import { expectAudible, expectLasts, expectPicturesBut, expectSeekableTo, probe } from '../smoke/file.ts'
import { expectLive } from '../smoke/stations.ts'
import { until } from '../smoke/wait.ts'
import { goThrough } from './outage.ts'
import type { Cut } from './outage.ts'
import { inHouse } from './walk.ts'
import { watchBaby } from './watched-baby.ts'

/** 1 s is promised; the machine that runs the tests does other things too. */
const boundMs = 3000

const outages: readonly (readonly [Cut, number])[] = [
  ['parent unplugged', 5],
  ['baby unplugged', 5],
  ['parent silenced', 5],
  ['baby unplugged', 20],
]
const longestS = Math.max(...outages.map(([, seconds]) => seconds)) + boundMs / 1000

/** What is recorded after the last outage: a picture that can be jumped to is in it. */
const afterS = 6
const fileName = /^BeddyBytes-Nursery-\d{4}-\d{2}-\d{2}-\d{6}\.(mp4|webm)$/
/** Finishing takes its time on a busy machine. */
const savedMs = 30_000

inHouse(
  'frames are back after each outage, and what was begun before goes on',
  ['box', 'baby', 'parent'],
  async (house) => {
    const watched = await watchBaby(house)
    const { baby, parent, downloads } = watched
    try {
      const tappedMs = performance.now()
      await parent.tap('button', commonText.recording.record)
      await parent.find('button', commonText.recording.stop)
      const startedMs = performance.now()
      await parent.page.evaluate(() => {
        const video = document.querySelector('video')
        Object.assign(window, { firstStream: video?.srcObject })
      })
      let awayS = 0
      for (const [cut, seconds] of outages) {
        const { backMs } = await goThrough(watched, cut, seconds)
        assert.ok(backMs < boundMs, `${seconds} s with the ${cut}: frames after ${Math.round(backMs)} ms`)
        awayS += seconds + backMs / 1000
        await expectLive(parent)
      }
      const isSame = await parent.page.evaluate(
        () => document.querySelector('video')?.srcObject === (window as Window & { firstStream?: unknown }).firstStream,
      )
      assert.equal(isSame, true, 'the picture never was another one')
      const liveMs = performance.now()
      await until(
        'some more is recorded',
        () => performance.now() - liveMs,
        (ms) => ms >= afterS * 1000,
      )
      const recordedS = (performance.now() - startedMs) / 1000
      await parent.tap('button', commonText.recording.stop)
      const mostS = (performance.now() - tappedMs) / 1000
      const saved = await until(
        'the file is there',
        () => readdir(downloads),
        (files) => files.some((file) => fileName.test(file)),
        savedMs,
      )
      await parent.find('button', commonText.recording.record)
      assert.deepEqual(await readdir(downloads), saved)
      assert.equal(saved.length, 1, `all of it is one file, but there are ${saved.join()}`)
      const file = join(downloads, saved[0] ?? '')
      const found = await probe(file)
      assert.deepEqual(found.kinds, ['audio', 'video'])
      // While nothing comes, a browser may record nothing; it never leaves out what came.
      expectLasts(found.seconds, { leastS: recordedS - awayS, mostS })
      await expectSeekableTo(file, found.seconds - afterS / 2)
      await expectAudible(file)
      await expectPicturesBut(file, longestS, 5 * (recordedS - awayS))
      assert.deepEqual([...baby.faults(), ...parent.faults()], [])
    } finally {
      await watched.close()
    }
  },
)
