// Every page before the stations, as a stranger and as one of the family: axe finds nothing in either theme, the keyboard gets
// everywhere, nothing is cut, covered or too small for a thumb on any screen, and on the narrowest not in any language.

import assert from 'node:assert/strict'
import { accountText } from '../../public/text/en-account.ts'
import { commonText } from '../../public/text/en-common.ts'
import { guestText } from '../../public/text/en-guest.ts'
import { helpText } from '../../public/text/en-help.ts'
import { joiningText } from '../../public/text/en-joining.ts'
import { themeText } from '../../public/text/en-theme.ts'
import { showTrouble } from '../../server/trouble/page.ts'
import { expectAbsence } from './absence.ts'
import { freePort } from './box.ts'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import { otherLanguages, phoneIn, wordsIn } from './in-language.ts'
import type { Phone } from './phone.ts'
import { scrutinize, squeeze } from './scrutiny.ts'
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
  await stranger.find('heading', guestText.guestOverTitle)
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

house.journey('on the narrowest screens the words of every language have room', async (family) => {
  const walks = otherLanguages.map(async (language) => {
    const faults: string[] = []
    const look = async (phone: Phone, name: string): Promise<void> => {
      faults.push(...(await squeeze(phone, `${name} in ${language}`)))
    }
    const { accountText: words } = await wordsIn(language)
    const stranger = await phoneIn(language, family, 'stranger', { account: null, path: null })
    stranger.expectErrors(/status of 40[14]/, /foreign request/)
    for (const path of ['/', '/join', '/find', '/guest', '/help']) {
      await stranger.go(path)
      await look(stranger, path)
    }
    await stranger.page.goto(family.box.welcomeUrl)
    await look(stranger, 'welcome')

    const member = await phoneIn(language, family, 'member', { path: null })
    for (const path of ['/', '/guests', '/licence', '/add-phone', '/account']) {
      await member.go(path)
      await look(member, `${path} of a member`)
    }
    await member.tap('button', words.deleteOpen)
    await look(member, 'account-delete')
    return faults
  })
  assert.deepEqual((await Promise.all(walks)).flat(), [])
})

house.journey('everybody can read what is wrong when the box is away or cannot start', async (family) => {
  const { unreachableTitle, trustAgain } = commonText.shell
  const inEnglish = await family.phone('at home')
  const others = await Promise.all(otherLanguages.map((language) => phoneIn(language, family, 'at home')))
  const all = [inEnglish, ...others]
  for (const { page } of all) await page.waitForSelector('a[href="/account"]')
  expectAbsence(...all)
  await family.box.kill()
  const faults: string[] = []
  try {
    // The code of that page was not wanted before, and cannot be had now.
    for (const { page } of all) await page.click('a[href="/account"]')
    await inEnglish.find('heading', unreachableTitle)
    await inEnglish.page.locator(`::-p-text(${trustAgain})`).click()
    faults.push(...(await scrutinize(inEnglish, 'unreachable')))
    for (const phone of others) {
      await phone.page.waitForSelector('[role=alert]')
      faults.push(...(await squeeze(phone, `unreachable, ${phone.label}`)))
    }
  } finally {
    await family.box.start()
  }
  faults.push(...(await troubleFaults(family)))
  assert.deepEqual(faults, [])
})

async function troubleFaults(family: Family): Promise<string[]> {
  const [httpPort, httpsPort] = [Number(await freePort()), Number(await freePort())]
  const reason =
    'The database cannot be opened: file is not a database (/var/lib/docker/volumes/beddybytes_data/_data/beddybytes.db)'
  const close = await showTrouble({ reason, httpPort, httpsPort, bind: '127.0.0.1', tls: null })
  try {
    const options = { account: null, url: `http://localhost:${httpPort}`, path: null }
    const faults: string[] = []
    for (const language of ['en', ...otherLanguages] as const) {
      const phone = await (language === 'en'
        ? family.phone('trouble', options)
        : phoneIn(language, family, 'trouble', options))
      phone.expectErrors(/status of 503/)
      await phone.go('/')
      faults.push(...(await (language === 'en' ? scrutinize : squeeze)(phone, `trouble in ${language}`)))
    }
    return faults
  } finally {
    close()
  }
}

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
