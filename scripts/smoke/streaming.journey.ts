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

house.journey('a parent sees and hears the baby', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
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
})

house.journey('Mute silences the phone and nothing else, and gives the sound back', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  await parent.tap('button', 'Mute')
  await until('nothing is to be heard', async () => !(await parent.page.evaluate(() => window.observed.playsAloud())))
  await expectStatus(parent, 'Live')
  await parent.tap('button', 'Mute')
  await expectSound(parent)
})

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
  await parent.tap('button', 'Full screen')
  await until('the picture fills the screen', () => parent.page.evaluate(() => document.fullscreenElement !== null))
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

house.journey('the microphone comes as it is, and the camera as sharp as it can', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const sharpness = await baby.page.evaluate(() =>
    window.observed.captured.filter(({ kind }) => kind === 'video').map((track) => track.getSettings()),
  )
  // The fake camera has 1920 by 1080. What arrives begins small and takes its time, so that is not looked at.
  assert.deepEqual(
    sharpness.map(({ width = 0, height = 0 }) => Math.max(width, height) >= 1280),
    [true],
  )
  const settings = await baby.page.evaluate(() =>
    window.observed.captured.filter(({ kind }) => kind === 'audio').map((track) => track.getSettings()),
  )
  assert.deepEqual(
    settings.map(({ echoCancellation, noiseSuppression, autoGainControl }) => [
      echoCancellation,
      noiseSuppression,
      autoGainControl,
    ]),
    [[false, false, false]],
  )
})

house.journey('two parents watch one baby, and one that leaves takes nothing from the other', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const first = await family.phone('first parent')
  await openParent(first)
  await expectLive(first)
  const second = await family.phone('second parent')
  await openParent(second)
  await expectLive(second)
  await expectMovingPicture(first)
  await baby.sees(babyText.watching(2))

  await second.close()
  await baby.sees(babyText.watching(1))
  await expectLive(first)
})
