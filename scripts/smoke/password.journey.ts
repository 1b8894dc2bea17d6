// A password that is changed on one phone ends what the others do, at once.

import assert from 'node:assert/strict'
import { accountText } from '../../public/text/en-account.ts'
import { explainingText } from '../../public/text/en-explaining.ts'
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
  await owner.fill(accountText.currentPassword, family.account.password)
  await owner.fill(accountText.newPassword, 'five other words in a row')

  await owner.tap('button', accountText.changePassword)
  const tookMs = await measure(async () => {
    const open = () =>
      parent.page.evaluate(
        () => window.observed.connections.filter(({ connectionState }) => connectionState === 'connected').length,
      )
    await until('the stream has ended at the parent', open, (count) => count === 0)
  })
  assert.ok(tookMs < promisedMs, `it took ${tookMs} ms`)
  await owner.sees(accountText.passwordChanged)
  await parent.sees(explainingText.explanations['logged-out'])
  assert.notDeepEqual(await status(parent), ['Live'])
  await expectCaptureOff(baby)
})
