// A browser that trusts the root of the house, on the way from the welcome page to the app; and what that root cannot do.

import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'puppeteer'
import { issueLeaf } from '../../server/trust/issue.ts'
import { openBox } from './box.ts'
import type { Box } from './box.ts'
import { openBrowser } from './browser.ts'
import { trustRoot } from './root-store.ts'
import { until } from './wait.ts'

const house = 'nursery.local'
const foreign = 'bank.example'
const timeout = 60_000
let home = ''
let box: Box
let browser: Browser

before(async () => {
  box = await openBox({ BEDDYBYTES_HOSTNAME: house })
  home = mkdtempSync(join(tmpdir(), 'beddybytes-home-'))
  await trustRoot(home, join(box.dataFolder, 'root.pem'))
  browser = await openBrowser({ acceptsCertificate: false, home, names: [house, foreign] })
})
after(async () => {
  await browser.close()
  await box.close()
  rmSync(home, { recursive: true })
})

const at = (url: string, host: string): string => url.replace('localhost', host)

/** A page of its own profile that collects whatever a person would see go wrong. */
async function visit(walk: (page: Page, faults: string[], context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.createBrowserContext()
  try {
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? ''
      if (reason !== 'net::ERR_ABORTED') faults.push(`${reason} ${request.url()}`)
    })
    await walk(page, faults, context)
  } finally {
    await context.close()
  }
}

const status = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.querySelector('[role=status]')?.textContent).catch(() => null)
const isGreen = (page: Page): Promise<string | null | undefined> =>
  until(
    'the page says that this phone trusts the box',
    () => status(page),
    (text) => text === 'This phone trusts the box',
    30_000,
  )
const rows = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-part]')].map((row) => row.dataset['state']))

for (const host of [house, '127.0.0.1']) {
  test(
    `a phone that trusts the root gets from http://${host} to a green check and into the app without an error`,
    { timeout },
    () =>
      visit(async (page, faults) => {
        await page.goto(at(box.welcomeUrl, host))
        await isGreen(page)
        assert.deepEqual(await rows(page), ['good', 'good', 'good'])
        // A secure context counts its ancestors: by name, only the page itself over HTTPS can register a service worker.
        if (host === house) assert.equal(page.url(), `${at(box.url, house)}/trust`)
        await page.evaluate(() => document.querySelector<HTMLAnchorElement>('#check a')?.click())
        await page.waitForSelector('input[type=password]')
        assert.equal(new URL(page.url()).origin, at(box.url, host))
        assert.deepEqual(faults, [])
      }),
  )
}

test('the connection is secure by the root of the house', { timeout }, () =>
  visit(async (page) => {
    const answer = await page.goto(`${at(box.url, house)}/`)
    const details = answer?.securityDetails()
    assert.match(details?.issuer() ?? '', /^BeddyBytes nursery\.local [0-9A-F]{4}$/)
    assert.ok(details?.subjectAlternativeNames().includes(house))
    assert.ok(await page.evaluate(() => isSecureContext))
  }),
)

test('a phone that does not trust the box waits, and turns green by itself when it does', { timeout }, async () => {
  const stranger = await openBox({ BEDDYBYTES_HOSTNAME: house })
  try {
    await visit(async (page, faults) => {
      await page.goto(at(stranger.welcomeUrl, house))
      await until(
        'the box was tried and refused',
        () => faults.length,
        (count) => count > 0,
      )
      assert.match(faults.join('\n'), /ERR_CERT_AUTHORITY_INVALID/)
      assert.match((await status(page)) ?? '', /^Waiting for this phone/)
      assert.equal(new URL(page.url()).protocol, 'http:')
      await stranger.kill()
      for (const file of ['root.pem', 'root-key.pem'])
        copyFileSync(join(box.dataFolder, file), join(stranger.dataFolder, file))
      await stranger.start()
      await isGreen(page)
    })
  } finally {
    await stranger.close()
  }
})

test('whoever clicks through the warning is told that not everything works', { timeout }, async () => {
  const stranger = await openBox({ BEDDYBYTES_HOSTNAME: house })
  try {
    await visit(async (page) => {
      await page.goto(`${at(stranger.url, house)}/trust`).catch(() => undefined)
      await page.locator('#details-button').click()
      await page.locator('#proceed-link').click()
      await until(
        'the page says so',
        () => status(page),
        (text) => text?.startsWith('Not everything works yet') === true,
      )
      assert.deepEqual(await rows(page), ['good', 'good', 'bad'])
    })
  } finally {
    await stranger.close()
  }
})

test('a leaf for a public name, signed by the same root, is refused', { timeout }, async () => {
  const root = {
    certificate: readFileSync(join(box.dataFolder, 'root.pem'), 'utf8'),
    key: readFileSync(join(box.dataFolder, 'root-key.pem'), 'utf8'),
  }
  for (const [names, host, isTrusted] of [
    [[house], house, true],
    [[foreign], foreign, false],
    [[house, foreign], house, false],
    [[house, '8.8.8.8'], house, false],
    [[house, 'nas'], house, false],
  ] as const) {
    const leaf = await issueLeaf({ root, names, now: Date.now() })
    const server = createServer({ cert: leaf.certificate, key: leaf.key }, (_, answer) => void answer.end('hello'))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    await visit(async (page) => {
      const outcome = await page.goto(`https://${host}:${port}/`).then(
        (answer) => answer?.status(),
        (error: Error) => error.message,
      )
      if (isTrusted) assert.equal(outcome, 200)
      else assert.match(String(outcome), /net::ERR_CERT_/, names.join(' '))
    })
    server.closeAllConnections()
    server.close()
  }
})

test('an iPad, which says that it is a Mac, gets the steps of an iPad; a Mac those of a Mac', { timeout }, async () => {
  const userAgent =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15'
  for (const [hasTouch, expected] of [
    [true, 'iphone'],
    [false, 'mac'],
  ] as const) {
    await visit(async (page) => {
      await page.setUserAgent({ userAgent })
      const session = await page.createCDPSession()
      // An iPad tells of five fingers; Puppeteer's own touch screen takes one.
      if (hasTouch) await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 })
      // By this name it stays on plain HTTP, where the check does not lead it on.
      await page.goto(at(box.welcomeUrl, '127.0.0.1'))
      const open = await page.$$eval('details[open]', (all) => all.map(({ id }) => id))
      assert.deepEqual(open, [expected])
    })
  }
})

test('with JavaScript off the page still has the steps, the root, the addresses and the way on', { timeout }, () =>
  visit(async (page, faults) => {
    await page.setJavaScriptEnabled(false)
    await page.setUserAgent({
      userAgent: 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
    })
    await page.goto(at(box.welcomeUrl, house))
    const text = await page.$eval('main', (main) => main.innerText)
    for (const part of ['Welcome to BeddyBytes', 'Install anyway', 'SHA-256 fingerprint', box.welcomeUrl, box.url]) {
      assert.ok(text.includes(part), part)
    }
    assert.ok(!text.includes('Waiting for this phone') && !text.includes('Certificate Trust Settings'))
    assert.equal(await page.$eval('noscript a', (link) => (link as HTMLAnchorElement).href), `${at(box.url, house)}/`)
    await page.click('#iphone summary')
    assert.ok((await page.$eval('main', (main) => main.innerText)).includes('Certificate Trust Settings'))
    assert.deepEqual(faults, [])
  }),
)
