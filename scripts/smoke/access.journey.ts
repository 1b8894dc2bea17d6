// Every page before the stations, as a stranger and as one of the family: axe finds nothing in either theme, the keyboard gets
// everywhere, nothing is cut, covered or too small for a thumb on any screen.

import assert from 'node:assert/strict'
import { accountText } from '../../public/text/en-account.ts'
import { commonText } from '../../public/text/en-common.ts'
import { helpText } from '../../public/text/en-help.ts'
import { joiningText } from '../../public/text/en-joining.ts'
import { themeText } from '../../public/text/en-theme.ts'
import { createHouse } from './house.ts'
import { scrutinize } from './scrutiny.ts'
import { until } from './wait.ts'

const house = createHouse()
const { titles } = commonText.shell

house.journey('everybody can use what a stranger sees', async (family) => {
  const faults: string[] = []
  const stranger = await family.phone('stranger', { account: null })
  stranger.expectErrors(/status of 40[14]/)
  await stranger.fill(accountText.username, 'nobody')
  await stranger.fill(accountText.password, 'a wrong password')
  await stranger.tap('button', accountText.logIn)
  await stranger.sees(accountText.errors.wrongCredentials)
  faults.push(...(await scrutinize(stranger, 'sign-in')))

  await stranger.go('/join')
  await stranger.find('textbox', joiningText.phoneName)
  faults.push(...(await scrutinize(stranger, 'join')))
  await stranger.go('/find')
  await stranger.find('heading', commonText.finding.title)
  faults.push(...(await scrutinize(stranger, 'find')))
  await stranger.go('/guest')
  await stranger.find('heading', joiningText.guestOverTitle)
  faults.push(...(await scrutinize(stranger, 'guest-over')))

  await stranger.go('/help')
  await stranger.find('heading', helpText.title)
  faults.push(...(await scrutinize(stranger, 'help')))

  const welcome = await family.phone('welcome', { account: null, url: family.box.welcomeUrl })
  // Its hidden frame looks whether this phone trusts the box.
  welcome.expectErrors(/foreign request: .*\/trust\/check/)
  faults.push(...(await scrutinize(welcome, 'welcome')))
  assert.deepEqual(faults, [])
})

house.journey('everybody can use what is around the stations', async (family) => {
  const faults: string[] = []
  const phone = await family.phone('phone')
  await phone.find('link', commonText.shell.babyStation)
  faults.push(...(await scrutinize(phone, 'home')))
  await phone.go('/account')
  await phone.sees(accountText.thisDevice)
  faults.push(...(await scrutinize(phone, 'account')))
  await phone.tap('button', accountText.deleteOpen)
  await phone.find('textbox', accountText.deletePassword)
  faults.push(...(await scrutinize(phone, 'account-delete')))
  await phone.go('/guests')
  await phone.sees(joiningText.noStation)
  faults.push(...(await scrutinize(phone, 'guests-none')))
  await phone.go('/licence')
  await phone.find('heading', titles.licence)
  faults.push(...(await scrutinize(phone, 'licence')))
  await phone.go('/add-phone')
  await phone.sees(joiningText.orType)
  faults.push(...(await scrutinize(phone, 'add-phone')))
  assert.deepEqual(faults, [])
})

house.journey('day is chosen once, and stays on this phone', async (family) => {
  const phone = await family.phone('phone')
  const paper = 'rgb(247, 244, 238)'
  const background = () => phone.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  assert.equal(await background(), 'rgb(11, 15, 23)')
  await phone.choose(themeText.label, themeText.themes.day)
  await until('it is day', background, (colour) => colour === paper)
  await phone.go('/account')
  await phone.find('combobox', themeText.label)
  assert.equal(await background(), paper)
  assert.equal(await phone.page.$eval('meta[name=theme-color]', (meta) => meta.getAttribute('content')), paper)
  await phone.choose(themeText.label, themeText.themes.phone)
  for (const [value, colour] of [
    ['light', paper],
    ['dark', 'rgb(11, 15, 23)'],
  ] as const) {
    await phone.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
    await until(`a phone that is ${value} is followed`, background, (shown) => shown === colour)
  }
})
