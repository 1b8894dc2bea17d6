// The alarm on a real link: gaps of 5 s in a Wi-Fi that loses packets wake nobody, and a link that stays away wakes the parent
// within 10 s, whichever phone has lost it.

import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { nightText } from '../../public/text/en-night.ts'
import { keepDiary } from '../smoke/diary.ts'
import { hearsTone, listen } from '../smoke/loudspeaker.ts'
import type { Phone } from '../smoke/phone.ts'
import { expectStatus } from '../smoke/stations.ts'
import { measure, until } from '../smoke/wait.ts'
import type { Room } from './house.ts'
import { inHouse } from './walk.ts'
import { watchBaby } from './watched-baby.ts'

const promisedMs = 10_000
const gapMs = 5000
const gaps = Number(process.env['GAPS'] ?? 2)
const lossPercent = 2

const over = 'Was silent from '
const sound = (phone: Phone) => phone.page.evaluate(() => window.tone())

async function openNight(house: Parameters<typeof watchBaby>[0]) {
  const watched = await watchBaby(house, async (phone) => {
    await listen(phone.page)
    await phone.go('/')
  })
  await watched.parent.find('button', nightText.ready.title)
  return watched
}

inHouse(`${gaps} gaps of 5 s with ${lossPercent} % loss wake nobody`, ['box', 'baby', 'parent'], async (house) => {
  const watched = await openNight(house)
  let woken = 0
  const notLive: number[] = []
  try {
    for (let gap = 0; gap < gaps; gap += 1) {
      const room: Room = house.room(gap % 2 === 0 ? 'baby' : 'parent')
      const unplugs = gap % 4 < 2
      const diary = await keepDiary(watched.parent)
      const sinceMs = Date.now()
      room.lose(lossPercent)
      if (unplugs) room.unplug()
      else room.silence()
      await pause(gapMs)
      if (unplugs) room.plugIn()
      room.hearAgain()
      room.lose(lossPercent)
      await expectStatus(watched.parent, 'Live')
      notLive.push(await diary.gapMs(sinceMs))
      // An alarm that has sounded leaves its line.
      if ((await watched.parent.text()).includes(over)) {
        woken += 1
        await watched.parent.tap('button', nightText.alarm.seen)
      }
    }
  } finally {
    await watched.close()
  }
  console.log(`# ${woken} of ${gaps} gaps of ${gapMs} ms woke somebody; not live for ${notLive.join(', ')} ms`)
  // One in thirty nights is what is promised; on a busy machine frames may come back too late for a gap here and there.
  assert.ok(woken < Math.max(2, gaps / 2), `${woken} of ${gaps}`)
})

inHouse('a link that stays away wakes the parent within 10 s', ['box', 'baby', 'parent'], async (house) => {
  const watched = await openNight(house)
  try {
    for (const name of ['baby', 'parent'] as const) {
      const room = house.room(name)
      room.silence()
      const tookMs = await measure(() => until('the alarm sounds', () => sound(watched.parent), hearsTone))
      console.log(`# the ${name}'s link is silent: woken after ${Math.round(tookMs)} ms`)
      assert.ok(tookMs <= promisedMs, `${tookMs} ms`)
      room.hearAgain()
      await expectStatus(watched.parent, 'Live')
      await watched.parent.tap('button', nightText.alarm.seen)
    }
  } finally {
    await watched.close()
  }
})
