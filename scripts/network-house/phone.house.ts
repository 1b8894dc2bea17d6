// What phones in the house see of the box: real browsers, each in a room of its own, that know its name and nothing else.

import assert from 'node:assert/strict'
import { expectLive, openParent } from '../smoke/stations.ts'
import { openBoxIn } from './box-in-room.ts'
import { openPhoneIn, signIn, startBabyIn } from './phone-in-room.ts'
import { inHouse } from './walk.ts'

inHouse(
  'two phones open the box by name, and one sees and hears the other',
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
    } finally {
      await Promise.all(closing.map((close) => close()))
    }
    assert.equal(house.room('box').refusedPackets(), 0)
    assert.deepEqual(box.complaints(), [])
  },
)
