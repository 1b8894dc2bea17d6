// Sound and picture go from the Baby Station to every parent, straight.

import assert from 'node:assert/strict'
import { babyText } from '../../public/text/en-baby.ts'
import { parentText } from '../../public/text/en-parent.ts'
import { createHouse } from './house.ts'
import {
  captured,
  expectLive,
  expectMovingPicture,
  expectSound,
  expectStatus,
  openParent,
  startBaby,
} from './stations.ts'
import { until } from './wait.ts'

const house = createHouse({ camera: 'large' })

house.journey(
  'two parents see and hear the baby, straight and as it is, and neither takes anything from the other',
  async (family) => {
    const baby = await family.phone('baby')
    await startBaby(baby, family.account)
    const settings = await baby.page.evaluate(() => window.observed.captured.map((track) => track.getSettings()))
    // The fake camera has 1920 by 1080. What arrives begins small and takes its time, so that is not looked at.
    assert.ok(settings.some(({ width = 0, height = 0 }) => Math.max(width, height) >= 1280))
    assert.deepEqual(
      settings
        .filter(({ echoCancellation }) => echoCancellation !== undefined)
        .map(({ echoCancellation, noiseSuppression, autoGainControl }) => [
          echoCancellation,
          noiseSuppression,
          autoGainControl,
        ]),
      [[false, false, false]],
    )
    const parent = await family.phone('parent')
    await openParent(parent)
    await expectLive(parent)

    const servers = await parent.page.evaluate(() =>
      window.observed.connections.flatMap((connection) => connection.getConfiguration().iceServers ?? []),
    )
    assert.deepEqual(servers, [])
    for (const phone of [baby, parent]) {
      const types = await phone.page.evaluate(() => window.observed.candidateTypes())
      assert.ok(types.length > 0)
      // A host candidate that arrives before it is announced counts as peer-reflexive: it is as direct.
      assert.deepEqual(
        types.filter((type) => type !== 'host' && type !== 'prflx'),
        [],
      )
    }
    assert.equal(await parent.page.evaluate(() => window.observed.asked.length), 0, 'a parent is asked for nothing')

    await parent.tap('button', parentText.mute)
    await until('nothing is to be heard', async () => !(await parent.page.evaluate(() => window.observed.playsAloud())))
    await expectStatus(parent, 'Live')

    const second = await family.phone('second parent')
    await openParent(second)
    await expectLive(second)
    await baby.sees(babyText.watching(2))
    await parent.tap('button', parentText.mute)
    await expectSound(parent)
    await expectMovingPicture(parent)
    await second.close()
    await baby.sees(babyText.watching(1))
    await expectLive(parent)
  },
)

house.journey('a Parent Station that no tap has opened plays sound after Tap to listen', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent', { path: '/parent' })
  // Looking into a page by Puppeteer counts as a tap there; the other phone tells when this one is connected.
  await baby.sees(babyText.watching(1))
  await parent.find('button', parentText.tapToListen)
  await expectStatus(parent, 'Live')
  await expectMovingPicture(parent)
  assert.ok(!(await parent.page.evaluate(() => window.observed.playsAloud())))
  await parent.tap('button', parentText.tapToListen)
  await expectSound(parent)
  assert.ok(!(await parent.has('button', parentText.tapToListen)))

  const fills = (): Promise<boolean> =>
    parent.page.evaluate(() => document.fullscreenElement?.contains(document.querySelector('video')) === true)
  const isBack = async (): Promise<boolean> => !(await fills())
  await parent.tap('button', parentText.fullScreen)
  await until('the picture fills the screen', fills)
  await parent.page.click('video')
  await until('a tap on it brings the page back', isBack)
  await (await parent.find('button', parentText.fullScreen)).focus()
  await parent.page.keyboard.press('Enter')
  await until('by keyboard, too', fills)
  // Escape is the browser's own, and no driver can press it.
  await parent.page.click('video')
  await until('the page is back', isBack)
})

house.journey('a parent hears a Baby Station without a camera, which is never asked for', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account, { camera: false })
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectStatus(parent, 'Live')
  await expectSound(parent)
  const level = () =>
    parent.page.$eval('::-p-aria([role="meter"])', (meter) => Number(meter.getAttribute('aria-valuenow')))
  await until('the level meter moves', level, (value) => value > 0)

  const asked = await baby.page.evaluate(() => window.observed.asked.map((wanted) => wanted?.video ?? false))
  assert.ok(asked.length > 0)
  assert.ok(
    asked.every((video) => video === false),
    'the camera is never asked for',
  )
  assert.deepEqual(await captured(baby), ['audio live'])
})
