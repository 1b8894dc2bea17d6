// Makes the pictures of the manual from the real pages, as a family would see them on its phones.
// Usage: scripts/start or scripts/test has built the app; then node --import tsx scripts/manual/pictures.ts. Run it again when the
// pages look otherwise.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { pictureSize } from '../../public/help/page.ts'
import type { HelpSection } from '../../public/help/page.ts'
import { accountText } from '../../public/text/en-account.ts'
import { nightText } from '../../public/text/en-night.ts'
import { filmTheCot } from '../readme/film.ts'
import { createAccount } from '../smoke/account.ts'
import { openBox } from '../smoke/box.ts'
import type { Box } from '../smoke/box.ts'
import { openBrowser } from '../smoke/browser.ts'
import { verifyPhone } from '../smoke/household.ts'
import { allowNotifications } from '../smoke/notifications.ts'
import { openPhone } from '../smoke/phone.ts'
import type { Phone } from '../smoke/phone.ts'
import { trustRoot } from '../smoke/root-store.ts'
import { expectLive, openParent, startBaby } from '../smoke/stations.ts'
import { until } from '../smoke/wait.ts'

const pictures = join(import.meta.dirname, '../../public/help/pictures')
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const sharp = { ...pictureSize, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

/** @param at what the picture begins with; without it, the top of the page */
async function shoot({ page }: Phone, section: HelpSection, at?: string): Promise<void> {
  await page.setViewport(sharp)
  await page.evaluate((selector) => {
    const element = selector === undefined ? null : document.querySelector(selector)
    if (element === null) window.scrollTo(0, 0)
    else element.scrollIntoView({ block: 'start' })
  }, at)
  // Two frames later the page has drawn itself in its new size.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await page.screenshot({ path: `${join(pictures, section)}.webp`, quality: 60 })
}

async function photograph(browser: Browser, box: Box, downloads: string): Promise<void> {
  const account = await createAccount(box)
  const phone = async (label: string) => {
    const opened = await openPhone(browser, label, { url: box.url, cookie: null, downloads })
    await opened.go('/')
    // By its page and not by the journeys' short cut, so that the account knows what kind of phone it is.
    await opened.fill(accountText.username, account.username)
    await opened.fill(accountText.password, account.password)
    await opened.tap('button', accountText.logIn)
    await opened.find('link', 'Parent Station')
    return opened
  }
  const [baby, parent] = [await phone('baby'), await phone('parent')]
  await allowNotifications(parent, box.url)
  await shoot(parent, 'first-evening')

  const newcomer = await phone('iPhone')
  await newcomer.page.setUserAgent({ userAgent: iphone })
  await newcomer.go('/trust')
  await shoot(newcomer, 'iphone', '#iphone')
  await newcomer.close()

  await startBaby(baby, account)
  await verifyPhone(baby, parent, account)
  await openParent(parent)
  await expectLive(parent)
  // The picture begins small and sharpens within seconds.
  await parent.page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) >= 640, {
    timeout: 30_000,
  })
  await shoot(baby, 'screen-and-battery')

  await parent.page.click('.trust summary')
  await shoot(parent, 'private', '.panel')

  await parent.tap('button', nightText.ready.title)
  await parent.tap('button', nightText.ready.yes)
  await until(
    'the check is over',
    () => parent.text(),
    (text) => !text.includes(nightText.ready.hint),
    20_000,
  )
  await shoot(parent, 'android')
  await parent.tap('button', nightText.ready.close)

  await parent.page.evaluate((title) => {
    const summaries = [...document.querySelectorAll('summary')]
    summaries.find(({ textContent }) => textContent.trim() === title)?.click()
  }, nightText.noise.title)
  await parent.page.waitForSelector('details[open] canvas, details[open] svg')
  await shoot(parent, 'night-sound', '.night details[open]')

  await baby.context.close()
  await parent.find('button', nightText.alarm.awake, 30_000)
  await parent.page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === 'finished'))
  await shoot(parent, 'no-promise')
}

mkdirSync(pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'beddybytes-manual-'))
const box = await openBox()
await trustRoot(folder, join(box.dataFolder, 'root.pem'))
const browser = await openBrowser({ acceptsCertificate: false, home: folder, cameraFile: await filmTheCot(folder) })
try {
  await photograph(browser, box, folder)
} finally {
  await browser.close()
  await box.close()
  rmSync(folder, { recursive: true })
}
