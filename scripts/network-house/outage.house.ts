// A phone's Wi-Fi goes and comes back: frames are back soon after the link, in the same call and on the same stream, and the
// recording goes on.

import assert from 'node:assert/strict'
import { commonText } from '../../public/text/en-common.ts'
import { expectLive } from '../smoke/stations.ts'
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

inHouse(
  'frames are back after each outage, and what was begun before goes on',
  ['box', 'baby', 'parent'],
  async (house) => {
    const watched = await watchBaby(house)
    const { baby, parent } = watched
    try {
      await parent.tap('button', commonText.recording.record)
      await parent.find('button', commonText.recording.stop)
      await parent.page.evaluate(() => {
        const video = document.querySelector('video')
        Object.assign(window, { firstStream: video?.srcObject })
      })
      for (const [cut, seconds] of outages) {
        const { backMs } = await goThrough(watched, cut, seconds)
        assert.ok(backMs < boundMs, `${seconds} s with the ${cut}: frames after ${Math.round(backMs)} ms`)
        await expectLive(parent)
      }
      const isSame = await parent.page.evaluate(
        () => document.querySelector('video')?.srcObject === (window as Window & { firstStream?: unknown }).firstStream,
      )
      assert.equal(isSame, true, 'the picture never was another one')
      await parent.find('button', commonText.recording.stop)
      assert.deepEqual([...baby.faults(), ...parent.faults()], [])
    } finally {
      await watched.close()
    }
  },
)
