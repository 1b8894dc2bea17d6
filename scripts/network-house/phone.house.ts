// What phones in the house see of the box: real browsers, each in a room of its own, that know its name and nothing else.

import assert from 'node:assert/strict'
import { expectLive, expectStatus, longestGapMs, markPicture, openParent } from '../smoke/stations.ts'
import { until } from '../smoke/wait.ts'
import { answersWithTrust, openBoxIn } from './box-in-room.ts'
import { boxUrl, openPhoneIn, signIn, startBabyIn } from './phone-in-room.ts'
import { inHouse } from './walk.ts'

/** Shorter ones a busy machine has by itself; rotation.journey.ts looks closer. */
const interruptionMs = 1000

inHouse(
  'two phones open the box by name, one sees and hears the other, and the box may change its address meanwhile',
  ['box', 'baby', 'parent'],
  async (house) => {
    const box = await openBoxIn(house.room('box'))
    const closing: (() => Promise<void>)[] = []
    const open = async (room: string) => {
      const { phone, close } = await openPhoneIn(house.room(room))
      closing.push(close)
      return phone
    }
    try {
      const baby = await open('baby')
      await signIn(baby, 'Create account')
      await startBabyIn(baby, 'Nursery')

      const parent = await open('parent')
      await signIn(parent, 'Log in')
      await openParent(parent)
      await expectLive(parent)
      assert.deepEqual([...baby.faults(), ...parent.faults()], [])

      const avahi = house.room('parent')
      const moved = '10.77.0.99'
      await markPicture(parent)
      house.room('box').setAddress(moved)
      await until(
        'The name leads to the new address',
        () => avahi.run('avahi-resolve', '-4', '-n', new URL(boxUrl).hostname),
        (answer) => answer.includes(moved),
      )
      await until('It has a certificate for it', () => answersWithTrust(avahi, moved))
      const gapMs = await longestGapMs(parent)
      assert.ok(gapMs < interruptionMs, `a gap of ${gapMs} ms`)
      await expectStatus(parent, 'Live')
    } finally {
      await Promise.all(closing.map((close) => close()))
    }
    assert.equal(house.room('box').refusedPackets(), 0)
    assert.deepEqual(box.complaints(), [])
  },
)
