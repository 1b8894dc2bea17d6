// Firefox at one end and Chromium at the other: picture, sound and talk, each way round.

import { babyText } from '../../public/text/en-baby.ts'
import { talkText } from '../../public/text/en-talk.ts'
import { firefoxProgram, openFirefox } from './firefox.ts'
import type { Family } from './house.ts'
import { createHouse } from './house.ts'
import { openPhone } from './phone.ts'
import type { Phone } from './phone.ts'
import { expectLive, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse({ skip: firefoxProgram === null && 'for want of firefox-esr' })

/** The energy of what has arrived from parents, as the browser counts what it plays. */
const heardEnergy = (baby: Phone): Promise<number> => baby.page.evaluate(() => window.observed.soundEnergy())

async function watchAndTalk(family: Family, baby: Phone, parent: Phone): Promise<void> {
  await startBaby(baby, family.account)
  await openParent(parent)
  await expectLive(parent)

  const button = await parent.find('button', talkText.talk)
  await button.scrollIntoView()
  const { x, y } = await button.clickablePoint()
  await parent.page.mouse.move(x, y)
  await parent.page.mouse.down()
  await parent.sees(talkText.states.talking)
  const before = await heardEnergy(baby)
  await until(
    `${baby.label} plays what is said`,
    () => heardEnergy(baby),
    (now) => now - before > 0.001,
  )
  await parent.page.mouse.up()

  await parent.tap('button', 'Mute')
  await until('The picture is muted', () => parent.page.evaluate(() => document.querySelector('video')?.muted === true))
  await baby.tap('button', babyText.stop)
  await parent.sees('Baby Station stopped')
}

house.journey('Firefox as baby and as parent', async (family) => {
  const firefox = await openFirefox()
  try {
    const inFirefox = async (label: string): Promise<Phone> => {
      const cookie = await family.account.logIn()
      const phone = await openPhone(firefox, label, { url: family.box.url, cookie, downloads: family.downloads })
      await phone.go('/')
      return family.adopt(phone)
    }
    const baby = await inFirefox('baby in Firefox')
    const parent = await family.phone('parent')
    await watchAndTalk(family, baby, parent)
    await baby.close()
    await parent.close()
    await watchAndTalk(family, await family.phone('baby'), await inFirefox('parent in Firefox'))
  } finally {
    await firefox.close()
  }
})
