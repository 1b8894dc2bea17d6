// The languages as a person meets them: what the browser asks for, what was chosen instead, and two stations that speak two of them.

import assert from 'node:assert/strict'
import { accountText as german } from '../../public/text/de/account.ts'
import { babyText as germanBaby } from '../../public/text/de/baby.ts'
import { commonText as de } from '../../public/text/de/common.ts'
import { languageText as deChoice } from '../../public/text/de/language.ts'
import { commonText as es } from '../../public/text/es/common.ts'
import { parentText as spanishParent } from '../../public/text/es/parent.ts'
import { welcomeText as spanishWelcome } from '../../public/text/es/welcome.ts'
import { commonText as fr } from '../../public/text/fr/common.ts'
import { languageText as frChoice } from '../../public/text/fr/language.ts'
import { languageCookie } from '../../public/shared/languages.ts'
import { createHouse } from './house.ts'
import type { Phone } from './phone.ts'

const house = createHouse()

const languageOf = (phone: Phone): Promise<string> => phone.page.evaluate(() => document.documentElement.lang)

/** The page is loaded anew in the other language. */
async function chooseLanguage(phone: Phone, field: string, language: string): Promise<void> {
  const loaded = phone.page.waitForNavigation({ waitUntil: 'domcontentloaded' })
  await phone.choose(field, language)
  await loaded
}

house.journey('a page speaks as its browser asks, until the person chooses another language', async (family) => {
  const phone = await family.phone('phone', { account: null, path: null })
  await phone.page.setExtraHTTPHeaders({ 'Accept-Language': 'de-AT,de;q=0.9,en;q=0.5' })
  await phone.go('/')
  await phone.find('heading', de.shell.titles.signIn)
  assert.equal(await languageOf(phone), 'de')
  await phone.fill(german.username, family.account.username)
  await phone.fill(german.password, family.account.password)
  await phone.tap('button', german.logIn)
  await phone.find('link', de.shell.parentStation)
  await phone.find('link', de.shell.babyStation)

  await chooseLanguage(phone, deChoice.label, 'Français')
  await phone.find('link', fr.shell.parentStation)
  assert.equal(await languageOf(phone), 'fr')
  await phone.go('/account')
  await phone.find('heading', fr.shell.titles.account)
  await chooseLanguage(phone, frChoice.label, 'Español')
  await phone.find('heading', es.shell.titles.account)
  assert.equal(await languageOf(phone), 'es')

  // The page on plain HTTP, which has nothing of the app, follows.
  const page = await phone.context.newPage()
  await page.goto(family.box.welcomeUrl, { waitUntil: 'domcontentloaded' })
  assert.equal(await page.title(), spanishWelcome.title)
  await page.close()
})

house.journey('two stations in two languages understand each other', async (family) => {
  const inLanguage = async (label: string, language: string, path: string): Promise<Phone> => {
    const phone = await family.phone(label, { path: null })
    await phone.context.setCookie({ name: languageCookie, value: language, domain: 'localhost', path: '/' })
    await phone.go(path)
    return phone
  }
  const baby = await inLanguage('baby', 'de', '/baby')
  await baby.tap('button', germanBaby.start)
  await baby.sees(germanBaby.on)
  const parent = await inLanguage('parent', 'es', '/parent')
  await parent.sees(spanishParent.status.live)
  await baby.sees(germanBaby.watching(1))
  assert.equal(await languageOf(parent), 'es')
})
