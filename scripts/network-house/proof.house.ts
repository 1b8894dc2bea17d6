// A real link that goes: how soon the Parent Station says so, whose link it says it was, and that a blip wakes nobody.

import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { nightText } from '../../public/text/en-night.ts'
import { keepDiary } from '../smoke/diary.ts'
import { expectStatus } from '../smoke/stations.ts'
import { cuts, goThrough } from './outage.ts'
import type { Cut } from './outage.ts'
import { inHouse } from './walk.ts'
import { watchBaby } from './watched-baby.ts'

const { causes } = nightText.alarm
const promisedMs = 2000
/** A busy machine looks late. */
const busyMs = 500
/** A fault of this age sounds the alarm (public/alarm). */
const graceMs = 5000
const blipMs = 3000
const blips = Number(process.env['BLIPS'] ?? 2)
/** One of each end and of each kind; `CUTS=all` tests all four. */
const testedCuts: readonly Cut[] = process.env['CUTS'] === 'all' ? cuts : ['parent silenced', 'baby unplugged']

/** By now the phone without a link knows that it has none: the box is missed, too. */
const sentences: Readonly<Record<Cut, string>> = {
  'parent unplugged': causes['parent-offline'].sentence,
  'parent silenced': causes['parent-offline'].sentence,
  'baby unplugged': causes['baby-unreachable'].sentence,
  'baby silenced': causes['baby-unreachable'].sentence,
}

inHouse(
  'a link that is gone is not called live after 2 s, is named, and is live again when it is back',
  ['box', 'baby', 'parent'],
  async (house) => {
    const watched = await watchBaby(house)
    try {
      for (const cut of testedCuts) {
        const diary = await keepDiary(watched.parent)
        const sinceMs = Date.now()
        await goThrough(watched, cut, 14)
        const notLiveMs = await diary.notLive(sinceMs, promisedMs)
        const namedMs = await diary.says(sentences[cut], sinceMs, promisedMs)
        await expectStatus(watched.parent, 'Live')
        console.log(`# ${cut}: not live after ${notLiveMs} ms, named after ${namedMs} ms`)
        assert.ok(notLiveMs <= promisedMs + busyMs, `${cut}: ${notLiveMs} ms`)
      }
    } finally {
      await watched.close()
    }
  },
)

inHouse(`${blips} blips of 3 s are too short for an alarm`, ['box', 'baby', 'parent'], async (house) => {
  const watched = await watchBaby(house)
  const gaps: number[] = []
  try {
    for (let blip = 0; blip < blips; blip++) {
      const diary = await keepDiary(watched.parent)
      const sinceMs = Date.now()
      const room = house.room(blip % 2 === 0 ? 'baby' : 'parent')
      const unplugs = blip % 4 < 2
      if (unplugs) room.unplug()
      else room.silence()
      await pause(blipMs)
      if (unplugs) room.plugIn()
      else room.hearAgain()
      await expectStatus(watched.parent, 'Live')
      gaps.push(await diary.gapMs(sinceMs))
    }
  } finally {
    await watched.close()
  }
  console.log(`# not live for ${gaps.toSorted((a, b) => a - b).join(', ')} ms`)
  assert.ok(Math.max(...gaps) < graceMs, `${Math.max(...gaps)} ms`)
})
