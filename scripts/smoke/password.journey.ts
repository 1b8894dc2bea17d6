// A password that is changed on one phone ends what the others do, at once.

import assert from 'node:assert/strict'
import { en } from '../../public/text/en.ts'
import { createHouse } from './house.ts'
import { expectCaptureOff, expectLive, openParent, startBaby, status } from './stations.ts'
import { measure, until } from './wait.ts'

const house = createHouse()
const promisedMs = 2000

house.journey('a changed password ends the stream between the other phones within 2 s', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  const owner = await family.phone('owner', { path: '/account' })
  await owner.fill(en.account.currentPassword, family.account.password)
  await owner.fill(en.account.newPassword, 'five other words in a row')

  await owner.tap('button', en.account.changePassword)
  const tookMs = await measure(async () => {
    const open = () =>
      parent.page.evaluate(
        () => window.observed.connections.filter(({ connectionState }) => connectionState === 'connected').length,
      )
    await until('the stream has ended at the parent', open, (count) => count === 0)
  })
  assert.ok(tookMs < promisedMs, `it took ${tookMs} ms`)
  await owner.sees(en.account.passwordChanged)
  await parent.sees(en.parent.explanations['logged-out'])
  assert.notDeepEqual(await status(parent), ['Live'])
  await expectCaptureOff(baby)
})
