// A Baby Station that goes without a word is lost, not stopped; parents know within 10 s, and it comes back into its session.

import assert from 'node:assert/strict'
import { babyText } from '../../public/text/en-baby.ts'
import { explainingText } from '../../public/text/en-explaining.ts'
import { nightText } from '../../public/text/en-night.ts'
import { createHouse } from './house.ts'
import { openTab, processOf } from './phone.ts'
import {
  expectLive,
  expectMovingPicture,
  expectStatus,
  listedStations,
  openParent,
  pressStart,
  startBaby,
  status,
} from './stations.ts'
import { measure, until } from './wait.ts'

const house = createHouse()
const promisedMs = 10_000
const { causes } = nightText.alarm

house.journey('a Baby Station whose page is closed is lost within 10 s, and never called stopped', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  await baby.close()
  const tookMs = await measure(async () => {
    await expectStatus(parent, 'Reconnecting', promisedMs)
    await parent.sees(causes['baby-closed'].sentence, promisedMs)
  })
  assert.ok(tookMs < promisedMs, `it took ${tookMs} ms`)

  const newcomer = await family.phone('newcomer')
  await openParent(newcomer)
  await newcomer.sees(explainingText.explanations['none-running'])
  assert.deepEqual(await listedStations(newcomer).catch(() => []), [], 'no ghost is listed')
  assert.deepEqual(await status(parent), ['Reconnecting'])
})

house.journey('a Baby Station that is reloaded comes back into the same session', async (family) => {
  const baby = await family.phone('baby')
  const session = await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  await baby.page.reload()
  await expectStatus(parent, 'Reconnecting')
  await baby.sees(babyText.resumable)
  assert.equal(await pressStart(baby, family.account), session)
  await expectLive(parent)
})

house.journey('a second tab runs a session of its own and takes nothing from the first', async (family) => {
  const baby = await family.phone('baby')
  const session = await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  const tab = family.adopt(await openTab(baby, 'second tab'))
  await tab.go('/')
  const second = await startBaby(tab, family.account, { name: 'Second tab', camera: false })
  assert.notEqual(second, session)
  assert.deepEqual((await family.account.sessions()).map(({ id }) => id).toSorted(), [session, second].toSorted())
  await expectLive(parent)
})

house.journey('a Baby Station whose page is frozen is not called live, and heals when it thaws', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  // Chromium cuts a frozen page's socket. Its picture and sound are not made by the page and go on, but nobody minds them.
  baby.expectErrors(/WebSocket connection to .* failed: Page entered Back-Forward Cache/)
  const devtools = await baby.page.createCDPSession()
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  await parent.sees(causes['baby-frozen'].sentence, promisedMs)
  await expectStatus(parent, 'Reconnecting')
  await expectMovingPicture(parent)
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  await until(
    'it is found again',
    () => parent.text(),
    (shown) => !shown.includes(causes['baby-frozen'].sentence),
  )
  await expectLive(parent)
})

house.journey(
  'a Baby Station that stands still altogether is lost within 10 s, and comes back by itself',
  async (family) => {
    const baby = await family.phone('baby')
    await startBaby(baby, family.account)
    const process = await processOf(baby)
    const parent = await family.phone('parent')
    await openParent(parent)
    await expectLive(parent)
    process.stop()
    try {
      await expectStatus(parent, 'Reconnecting', promisedMs)
      await parent.sees(causes['baby-unreachable'].sentence, promisedMs)
    } finally {
      process.goOn()
    }
    await expectLive(parent)
  },
)
