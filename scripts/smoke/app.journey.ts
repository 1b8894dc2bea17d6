// The pages as an app, on phones that trust the box: installed, without the box, and through an update of it.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import type { Browser } from 'puppeteer'
import { appText } from '../../public/text/en-app.ts'
import { commonText } from '../../public/text/en-common.ts'
import { helpText } from '../../public/text/en-help.ts'
import { nightText } from '../../public/text/en-night.ts'
import { createAccount } from './account.ts'
import type { Account } from './account.ts'
import { openBrowser } from './browser.ts'
import { allowNotifications, tapNotification } from './notifications.ts'
import { keepLogIn, openPhone, openTab } from './phone.ts'
import type { Phone } from './phone.ts'
import { trustRoot } from './root-store.ts'
import { expectLive, expectMovingPicture, longestGapMs, markPicture, openParent, startBaby } from './stations.ts'
import { openUpdatedBox } from './updated-box.ts'
import type { UpdatedBox } from './updated-box.ts'
import { until } from './wait.ts'

const timeout = 120_000
const { unreachableTitle, question } = commonText.shell
const newQuestion = 'Which phone is this one?'
const home = mkdtempSync(join(tmpdir(), 'beddybytes-home-'))
const downloads = join(home, 'downloads')
let updated: UpdatedBox
let browser: Browser
let account: Account
let phones: Phone[] = []

before(async () => {
  updated = await openUpdatedBox({ from: question, to: newQuestion })
  await trustRoot(home, join(updated.box.dataFolder, 'root.pem'))
  browser = await openBrowser({ acceptsCertificate: false, home })
  account = await createAccount(updated.box)
})
afterEach(async () => {
  const faults = phones.flatMap((phone) => phone.faults())
  for (const { context } of phones) if (browser.browserContexts().includes(context)) await context.close()
  phones = []
  assert.deepEqual(faults, [])
})
after(async () => {
  await browser.close()
  await updated.close()
  rmSync(home, { recursive: true })
})

async function phone(label: string): Promise<Phone> {
  const cookie = await account.logIn()
  const opened = await openPhone(browser, label, { url: updated.box.url, cookie, downloads })
  phones.push(opened)
  await opened.go('/')
  return opened
}

/** What a browser says of a box that does not answer. */
function expectAbsence(...all: readonly Phone[]): void {
  for (const one of all)
    one.expectErrors(/ERR_(CONNECTION|EMPTY|INCOMPLETE|FAILED)|WebSocket connection|Failed to fetch|net::ERR/)
}

/** The versions that a phone keeps, each with its paths. */
const kept = ({ page }: Phone): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const paths = names.map(async (name) =>
      (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
    )
    return Object.fromEntries((await Promise.all(paths)).map((all, index) => [names[index], all]))
  })

/** As another box at this address might have done it. */
const leaveBehind = ({ page }: Phone, path: string, content: string): Promise<void> =>
  page.evaluate(
    async (at, text) => {
      for (const name of await caches.keys()) await (await caches.open(name)).put(at, new Response(text))
    },
    path,
    content,
  )

/** Titles of what the service worker shows. */
const notified = ({ page }: Phone): Promise<string[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    return (await registration.getNotifications()).map(({ title }) => title)
  })

async function expectInstalled(one: Phone): Promise<void> {
  await until(`${one.label} has a service worker and one whole version`, async () => {
    const controlled = await one.page.evaluate(() => navigator.serviceWorker.controller !== null)
    const all = Object.values(await kept(one))
    return controlled && all.length === 1 && all[0]?.includes('/app-files.json')
  })
}

test(
  'the app can be installed, with icons and shortcuts to both stations, by whoever gets here',
  { timeout },
  async () => {
    // Browsers offer it only outside of their private windows, which the other phones are.
    const context = browser.defaultBrowserContext()
    const { url } = updated.box
    const stranger = await openPhone(browser, 'stranger', { url, cookie: null, downloads, context })
    await stranger.go('/')
    await expectInstalled(stranger)
    const session = await stranger.page.createCDPSession()
    const { errors, data = '' } = await session.send('Page.getAppManifest')
    assert.deepEqual(errors, [])
    const { shortcuts, start_url: start } = JSON.parse(data) as { shortcuts: { url: string }[]; start_url: string }
    assert.deepEqual([start, ...shortcuts.map(({ url }) => url)], ['/', '/baby', '/parent'])
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    assert.deepEqual(installabilityErrors, [])

    await keepLogIn(context, url, await account.logIn())
    await stranger.page.evaluateOnNewDocument(() => {
      addEventListener('beforeinstallprompt', (event) => {
        const offer = event as Event & { prompt(): Promise<unknown> }
        const prompt = offer.prompt.bind(offer)
        offer.prompt = () => {
          Object.assign(window, { isAsked: event.isTrusted })
          return prompt()
        }
      })
    })
    await stranger.go('/')
    await stranger.tap('button', appText.install)
    await until('the browser asks', () => stranger.page.evaluate(() => 'isAsked' in window && window.isAsked))
    assert.equal(await stranger.has('button', appText.install), false, 'each offer is good for one question')
    assert.deepEqual(stranger.faults(), [])
    await stranger.close()
  },
)

test('without the box the app opens, says so, and goes on by itself when it is back', { timeout }, async () => {
  const parent = await phone('parent')
  await expectInstalled(parent)
  const paths = Object.values(await kept(parent)).flat()
  assert.deepEqual(
    paths.filter((path) => /^\/(api|signal|trust|healthz)/.test(path)),
    [],
  )
  expectAbsence(parent)
  await updated.box.kill()
  for (const path of ['/', '/parent']) {
    await parent.go(path)
    await parent.find('heading', unreachableTitle)
  }
  await parent.page.locator(`::-p-text(${commonText.shell.trustAgain})`).click()
  await parent.find('link', updated.box.welcomeUrl)
  const manual = await openTab(parent, 'manual')
  await manual.go('/help')
  for (const { title, picture } of Object.values(helpText.sections)) {
    const heading = await manual.find('heading', title)
    await heading.scrollIntoView()
    await until(`the picture of "${title}" is there`, () =>
      manual.page.$eval(`img[alt=${JSON.stringify(picture)}]`, (image) => image.complete && image.naturalWidth > 0),
    )
  }
  assert.deepEqual(manual.faults(), [])
  await manual.close()
  await updated.box.start()
  await parent.find('heading', commonText.shell.parentStation)
})

test(
  'an update interrupts no station, which finds the rest of its own version; who comes later has the new one',
  { timeout },
  async () => {
    const baby = await phone('baby')
    await startBaby(baby, account)
    const parent = await phone('parent')
    await expectInstalled(parent)
    await allowNotifications(parent, updated.box.url)
    await parent.page.evaluate(() => {
      const constructor = (): never => {
        throw new TypeError('Illegal constructor')
      }
      window.Notification = Object.assign(constructor, { permission: 'granted' }) as never
    })
    const later = await openTab(parent, 'home page')
    await later.go('/')
    await later.find('heading', question)
    await parent.page.bringToFront()
    await openParent(parent)
    await expectLive(parent)
    const [earlier] = Object.keys(await kept(parent))
    await parent.page.evaluate(() => Object.assign(window, { isSameDocument: true }))
    expectAbsence(baby, parent, later)
    await markPicture(parent)
    await updated.update()
    const gone = Object.values(await kept(parent))
      .flat()
      .filter((path) => path.startsWith('/assets/') && !updated.files().includes(path))
    assert.ok(gone.length > 10, `${gone.length} files have another name`)
    assert.equal((await updated.box.ask('GET', gone[0] ?? '')).status, 404)
    const picture = updated.files().find((path) => path.endsWith('.webp')) ?? ''
    await leaveBehind(parent, picture, 'changed')
    assert.ok((await longestGapMs(parent)) < 2000, 'frames never stopped')
    await expectMovingPicture(parent)

    // The page that was put aside shows the new version when somebody looks at it again.
    await Promise.all([later.page.waitForNavigation(), later.page.bringToFront()])
    await later.find('heading', newQuestion)
    await until(
      'both versions are kept',
      async () => Object.values(await kept(later)).filter((paths) => paths.includes('/app-files.json')).length === 2,
    )

    const shown = await later.page.evaluate(async (path) => (await fetch(path)).text(), picture)
    assert.notEqual(shown, 'changed', 'what another box had left is not taken over')

    // The page is not in front now, and as on Android it may make no notification itself.
    await baby.context.close()
    await until(
      'the service worker shows the alarm',
      async () => (await notified(parent)).length === 1,
      Boolean,
      30_000,
    )
    // The other page is in front.
    assert.deepEqual(await tapNotification(parent), { isClosed: true, inFront: ['hidden'] })
    await parent.page.bringToFront()
    await parent.tap('button', nightText.alarm.awake)
    await until('it is taken back', async () => (await notified(parent)).length === 0)

    // Neither page has loaded the code of this one yet.
    await parent.tap('link', commonText.shell.home)
    await parent.tap('link', commonText.shell.account)
    await parent.find('heading', commonText.shell.titles.account)
    assert.ok(await parent.page.evaluate(() => 'isSameDocument' in window), 'it was not reloaded')
    await parent.close()
    await later.go('/')
    await until('the old version is gone', async () => {
      const names = Object.keys(await kept(later))
      return names.length === 1 && names[0] !== earlier
    })
    assert.deepEqual(later.faults(), [])
  },
)
