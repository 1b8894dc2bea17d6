// What phones in the house see of the box: real browsers, each in a room of its own, that know its name and nothing else.

import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { password } from '../smoke/account.ts'
import { openBrowser } from '../smoke/browser.ts'
import { openPhone, type Phone } from '../smoke/phone.ts'
import { expectLive, expectStatus, longestGapMs, markPicture, openParent } from '../smoke/stations.ts'
import { until } from '../smoke/wait.ts'
import { openAvahi } from './avahi.ts'
import { answersWithTrust, openBoxIn } from './box-in-room.ts'
import type { House } from './house.ts'
import { inHouse } from './walk.ts'

const url = 'https://beddybytes.local'

inHouse(
  'two phones open the box by name, one sees and hears the other, and the box may change its address meanwhile',
  ['box', 'baby', 'parent', 'late'],
  async (house) => {
    const box = await openBoxIn(house.room('box'))
    const closing: (() => Promise<void>)[] = []
    const open = async (room: string) => {
      const { phone, close } = await openPhoneIn(house, room)
      closing.push(close)
      return phone
    }
    try {
      const baby = await open('baby')
      await signIn(baby, 'Create account')
      await baby.tap('link', 'Baby Station')
      await baby.fill('Station name', 'Nursery')
      await baby.tap('button', 'Start')
      await baby.find('button', 'Stop')

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
        () => avahi.run('avahi-resolve', '-4', '-n', new URL(url).hostname),
        (answer) => answer.includes(moved),
      )
      await until('It has a certificate for it', () => answersWithTrust(avahi, moved))
      const gapMs = await longestGapMs(parent)
      assert.ok(gapMs < 200, `a gap of ${gapMs} ms`)
      await expectStatus(parent, 'Live')
      const late = await open('late')
      await signIn(late, 'Log in')
      await openParent(late)
      // Until then the baby is not found: Chromium keeps an address that it has looked up for a minute.
      await expectStatus(late, 'Live', 100_000)
    } finally {
      await Promise.all(closing.map((close) => close()))
    }
    assert.equal(house.room('box').refusedPackets(), 0)
    assert.deepEqual(box.complaints(), [])
  },
)

async function openPhoneIn(house: House, room: string): Promise<{ phone: Phone; close(): Promise<void> }> {
  const avahi = await openAvahi(house.room(room))
  await until('The name is known', () => avahi.resolve(new URL(url).hostname))
  const browser = await openBrowser({ program: house.room(room).program('chromium') })
  const phone = await openPhone(browser, room, { url, cookie: null, downloads: tmpdir() })
  // Behind a certificate of one's own that was only clicked through, a browser takes no service worker.
  phone.expectErrors(/service ?worker|SSL certificate/i)
  await phone.go('/')
  return { phone, close: () => browser.close() }
}

async function signIn(phone: Phone, button: 'Create account' | 'Log in'): Promise<void> {
  await phone.fill('Username', 'family')
  await phone.fill('Password', password)
  await phone.tap('button', button)
  await phone.find('link', 'Parent Station')
}
