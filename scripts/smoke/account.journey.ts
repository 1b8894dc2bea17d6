// An account is made, left and entered again; a wrong password is refused in words.

import assert from 'node:assert/strict'
import { accountText } from '../../public/text/en-account.ts'
import { parentText } from '../../public/text/en-parent.ts'
import { password } from './account.ts'
import { createHouse } from './house.ts'
import { expectLive, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()

house.journey('a person makes an account, logs out, is refused with a wrong password and logs in', async (family) => {
  const phone = await family.phone('phone', { account: null })
  await phone.fill('Username', 'Grandma Ada')
  await phone.fill('Password', password)
  await phone.tap('button', 'Create account')
  await phone.find('link', 'Parent Station')
  assert.ok(await phone.has('link', 'Baby Station'))

  await phone.tap('button', 'Log out')
  await phone.find('button', 'Log in')
  const cookies = await phone.context.cookies()
  assert.ok(!cookies.some(({ name }) => name === '__Host-beddybytes'), 'nothing of the log-in stays on the phone')

  phone.expectErrors(/status of 401.*\/api\/login/)
  await phone.fill('Username', 'Grandma Ada')
  await phone.fill('Password', 'five words in no row')
  await phone.tap('button', 'Log in')
  await phone.sees(accountText.errors.wrongCredentials)
  assert.ok(!(await phone.has('link', 'Parent Station')))

  await phone.fill('Password', password)
  await phone.tap('button', 'Log in')
  await phone.find('link', 'Parent Station')
})

house.journey('a name that is taken and a password that is too short are said so', async (family) => {
  const phone = await family.phone('phone', { account: null })
  phone.expectErrors(/status of 409.*\/api\/accounts/, /status of 400.*\/api\/accounts/)
  await phone.fill('Username', family.account.username)
  await phone.fill('Password', 'too short')
  await phone.tap('button', 'Create account')
  await phone.sees(accountText.errors.passwordLength)
  await phone.fill('Password', password)
  await phone.tap('button', 'Create account')
  await phone.sees(accountText.errors.nameTaken)
})

house.journey('a stranger who opens a station logs in and is there', async (family) => {
  const phone = await family.phone('phone', { account: null, path: '/parent' })
  await phone.fill('Username', family.account.username)
  await phone.fill('Password', family.account.password)
  await phone.tap('button', 'Log in')
  await phone.find('list', 'Baby Stations')
  await until('the path stays', () => new URL(phone.page.url()).pathname === '/parent')
  await phone.sees(parentText.noneRunning.family)
})

house.journey('whoever logs in after somebody else on the same phone sees their own Baby Station', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const other = await family.newAccount()
  const phone = await family.phone('phone', { account: other })
  await phone.tap('button', 'Log out')
  await phone.fill('Username', family.account.username)
  await phone.fill('Password', family.account.password)
  await phone.tap('button', 'Log in')
  await openParent(phone)
  await expectLive(phone)
})
