// Phones of one household know each other: by the code that was scanned, never by the password alone.

import assert from 'node:assert/strict'
import { joiningText } from '../../public/text/en-joining.ts'
import { nightText } from '../../public/text/en-night.ts'
import { expectVerified, letIn, secretOf, showCode, verifyPhone } from './household.ts'
import { createHouse } from './house.ts'
import { openTab } from './phone.ts'
import { expectMovingPicture, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()
const words = nightText.household

house.journey('a phone that joined by the QR code is verified, and the secret is in no request', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const tab = await openTab(baby, 'second tab of the baby')
  const scanned = await showCode(tab, family.account)
  const [, secret = ''] = scanned.split('.')
  assert.match(secret, /^[\w-]{43}$/)
  const parent = await family.phone('parent', { account: null, path: null })
  const asked: string[] = []
  // A request's URL is told here with its fragment, which is not sent.
  parent.page.on('request', (request) => asked.push(`${request.url().split('#')[0]} ${request.postData() ?? ''}`))
  const wire = await parent.page.createCDPSession()
  await wire.send('Network.enable')
  wire.on('Network.webSocketFrameSent', ({ response }) => asked.push(response.payloadData))
  await parent.go(`/join#${scanned}`)
  await until('the secret leaves the address bar', () => !parent.page.url().includes('#'))
  await parent.fill(joiningText.phoneName, 'Kitchen')
  await parent.tap('button', joiningText.join)
  await letIn(tab, 'Kitchen')
  await tab.close()
  await openParent(parent)
  await expectMovingPicture(parent)
  await expectVerified(parent, true)
  await expectVerified(baby, true)
  assert.ok(
    asked.some((sent) => sent.includes('"answer"')),
    'the signalling is among it',
  )
  assert.ok(!asked.some((request) => request.includes(secret)))
})

house.journey('a phone that logged in by password is not verified, until it scans the code', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectMovingPicture(parent)
  await expectVerified(parent, false)
  await expectVerified(baby, false)
  await parent.page.click('.trust summary')
  await parent.sees(words.unverifiedHint.parent['no-secret-here'])
  // It has nothing to hand on, and says so.
  const tab = await openTab(parent, 'second tab of the parent')
  assert.ok(!(await showCode(tab, family.account)).includes('.'))
  await tab.sees(words.notVerifiedItself)
  await tab.close()
  await verifyPhone(baby, parent, family.account)
  await openParent(parent)
  await expectMovingPicture(parent)
  await expectVerified(parent, true)
  await expectVerified(baby, true)
})

house.journey('a guest is verified by a secret of its own, also after a reload', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const owner = await openTab(baby, 'owner')
  await owner.go('/guests')
  await owner.fill(joiningText.guestName, 'Grandma')
  await owner.tap('button', 'Invite a guest')
  await owner.page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void (document.title = text)
  })
  await owner.tap('button', joiningText.copyLink.name)
  await owner.sees(joiningText.copied)
  const fragment = (await owner.page.title()).split('#')[1] ?? ''
  assert.match(fragment, /^[\w-]{43}\.[\w-]{65}$/)
  const secret = (await secretOf(owner, family.account)) ?? ''
  assert.ok(secret !== '' && !fragment.includes(secret), 'the household’s own is not in it')
  await owner.close()
  const guest = await family.phone('guest', { account: null, path: `/guest#${fragment}` })
  await expectMovingPicture(guest)
  await expectVerified(guest, true)
  await expectVerified(baby, true)
  await guest.page.reload()
  await expectMovingPicture(guest)
  await expectVerified(guest, true)
})

house.journey('the phone that makes the account makes the secret, and it is not asked for twice', async (family) => {
  const phone = await family.phone('phone', { account: null })
  await phone.fill('Username', 'grace')
  await phone.fill('Password', 'four words in a row')
  await phone.tap('button', 'Create account')
  await phone.find('link', 'Baby Station')
  const grace = { ...family.account, username: 'grace' }
  const made = await until('the secret is made', () => secretOf(phone, grace))
  assert.match(made ?? '', /^[\w-]{43}$/)
  await phone.tap('link', 'Baby Station')
  await phone.tap('button', 'Start')
  await phone.find('button', 'Stop')
  assert.equal(await secretOf(phone, grace), made)
})
