// A Baby Station that goes without a word is lost, not stopped; parents know within 10 s, and it comes back into its session. Those that
// stand still are proof.journey.ts's.

import assert from 'node:assert/strict'
import { babyText } from '../../public/text/en-baby.ts'
import { nightText } from '../../public/text/en-night.ts'
import { parentText } from '../../public/text/en-parent.ts'
import { createHouse } from './house.ts'
import { openTab } from './phone.ts'
import { expectLive, expectStatus, listedStations, openParent, pressStart, startBaby, status } from './stations.ts'
import { measure } from './wait.ts'

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
  await newcomer.sees(parentText.noneRunning.family)
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
