// One phone of the family: a browser profile of its own with one page. Things are found by their accessible names only.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Browser, BrowserContext, ElementHandle, Page } from 'puppeteer'
import { observe } from './in-page.ts'
import { patienceMs, until } from './wait.ts'

export type Role = 'button' | 'link' | 'textbox' | 'combobox' | 'list' | 'heading'

export interface Phone {
  readonly label: string
  readonly page: Page
  readonly context: BrowserContext
  /** Opens a path of the box by the address bar. */
  go(path: string): Promise<void>
  /** Waits for the one thing of that name. */
  find(role: Role, name: string, withinMs?: number): Promise<ElementHandle>
  has(role: Role, name: string): Promise<boolean>
  tap(role: Role, name: string): Promise<void>
  fill(name: string, value: string): Promise<void>
  /** Takes the option of that visible text. */
  choose(name: string, option: string): Promise<void>
  text(): Promise<string>
  sees(text: string, withinMs?: number): Promise<void>
  /** From now on, an error that fits is no fault: the journey brings it about. */
  expectErrors(...patterns: RegExp[]): void
  /** What went wrong in the page and was not expected. */
  faults(): readonly string[]
  /** Goes away as a phone does whose browser is swiped off the screen. */
  close(): Promise<void>
}

export interface PhoneOptions {
  readonly url: string
  /** `NAME=VALUE` of a log-in, or null for a stranger. */
  readonly cookie: string | null
  readonly downloads: string
  /** False leaves the page alone (in-page.ts): what it costs is being measured. */
  readonly isObserved?: boolean
  /** A profile that is there already, in place of one of its own. */
  readonly context?: BrowserContext
}

const viewport = { width: 390, height: 844, deviceScaleFactor: 1, isMobile: true, hasTouch: true }

export async function openPhone(browser: Browser, label: string, options: PhoneOptions): Promise<Phone> {
  const downloadBehavior = { policy: 'allow', downloadPath: options.downloads } as const
  const context = options.context ?? (await browser.createBrowserContext({ downloadBehavior }))
  if (options.cookie !== null) await keepLogIn(context, options.url, options.cookie)
  return createPhone(await context.newPage(), label, options.url, options.isObserved)
}

/** @param cookie `NAME=VALUE` */
export async function keepLogIn(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=', 2)
  const { hostname } = new URL(url)
  await context.setCookie({
    name,
    value,
    domain: hostname,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Strict',
  })
}

/** A second tab of the same browser. */
export async function openTab(phone: Phone, label: string): Promise<Phone> {
  return createPhone(await phone.context.newPage(), label, new URL(phone.page.url()).origin)
}

async function createPhone(page: Page, label: string, url: string, isObserved = true): Promise<Phone> {
  const context = page.browserContext()
  const seen: string[] = []
  const expected: RegExp[] = []
  const { host } = new URL(url)
  await page.setViewport(viewport)
  // tsx names functions by a helper that the page does not have.
  await page.evaluateOnNewDocument('globalThis.__name = (target) => target')
  if (isObserved) await page.evaluateOnNewDocument(observe)
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()} ${message.location().url ?? ''}`)
  })
  page.on('pageerror', (error) => seen.push(`page: ${String(error instanceof Error ? error.stack : error)}`))
  page.on('error', (error) => seen.push(`crash: ${error.message}`))
  page.on('request', (request) => {
    const to = new URL(request.url())
    if (to.host !== host && !['blob:', 'data:'].includes(to.protocol)) seen.push(`foreign request: ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A page that is left, and a download, abort what they asked for.
    if (reason !== 'net::ERR_ABORTED') seen.push(`failed request: ${reason} ${request.url()}`)
  })

  const select = (role: Role, name: string): string => `::-p-aria([name=${JSON.stringify(name)}][role="${role}"])`
  const all = (role: Role, name: string): Promise<ElementHandle[]> => page.$$(select(role, name))
  const text = (): Promise<string> => page.evaluate(() => document.body.innerText)
  const phone: Phone = {
    label,
    page,
    context,
    text,
    async go(path) {
      await page.goto(`${url}${path}`, { waitUntil: 'domcontentloaded' })
    },
    async find(role, name, withinMs = patienceMs) {
      const found = await until(
        `${label} has one ${role} "${name}"`,
        () => all(role, name),
        (list) => list.length > 0,
        withinMs,
      )
      assert.equal(found.length, 1, `${label} has ${found.length} of ${role} "${name}"`)
      return found[0] as ElementHandle
    },
    has: async (role, name) => (await all(role, name)).length > 0,
    async tap(role, name) {
      await phone.find(role, name)
      await page.locator(select(role, name)).setTimeout(patienceMs).click()
    },
    async fill(name, value) {
      await phone.find('textbox', name)
      await page.locator(select('textbox', name)).setTimeout(patienceMs).fill(value)
    },
    async choose(name, option) {
      const field = await phone.find('combobox', name)
      const value = await field.evaluate(
        (element, wanted) =>
          [...(element as HTMLSelectElement).options].find(({ label: is }) => is.trim() === wanted)?.value,
        option,
      )
      assert.notEqual(value, undefined, `${label}: "${name}" offers no "${option}"`)
      await field.select(value as string)
    },
    async sees(wanted, withinMs = patienceMs) {
      const flat = (value: string): string => value.replaceAll(/\s+/g, ' ')
      await until(`${label} sees "${wanted}"`, text, (shown) => flat(shown).includes(flat(wanted)), withinMs)
    },
    expectErrors(...patterns) {
      expected.push(...patterns)
    },
    faults: () =>
      seen.filter((line) => !expected.some((pattern) => pattern.test(line))).map((line) => `${label}: ${line}`),
    async close() {
      if (!page.isClosed()) await page.close()
    },
  }
  return phone
}

/** The process that runs the page of this phone; freezing it freezes the page, its camera and its connections. */
export async function processOf(phone: Phone): Promise<{ id: number; stop(): void; goOn(): void; kill(): void }> {
  const browser = await phone.context.browser().target().createCDPSession()
  const renderers = async (): Promise<Map<number, number>> => {
    const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
    return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]))
  }
  // Nothing tells which process is whose, but the one that works when the page works is the page's.
  const before = await renderers()
  await phone.page.evaluate(() => {
    for (const end = performance.now() + 500; performance.now() < end;);
  })
  const after = await renderers()
  await browser.detach()
  const worked = [...after].map(([id, seconds]) => ({ id, seconds: seconds - (before.get(id) ?? 0) }))
  const [busiest] = worked.toSorted((a, b) => b.seconds - a.seconds)
  assert.ok(busiest)
  return {
    id: busiest.id,
    stop: () => void process.kill(busiest.id, 'SIGSTOP'),
    goOn: () => void process.kill(busiest.id, 'SIGCONT'),
    kill: () => void process.kill(busiest.id, 'SIGKILL'),
  }
}

/** What a person would want to see of a phone when a journey fails. */
export async function portray(phone: Phone, folder: string): Promise<string> {
  if (phone.page.isClosed()) return `${phone.label}: its page is closed.`
  const path = join(folder, `${phone.label.replaceAll(/\W+/g, '-')}.png`) as `${string}.png`
  try {
    await phone.page.screenshot({ path })
    return `${phone.label} at ${phone.page.url()}, see ${path}:\n${await phone.text()}`
  } catch (error) {
    return `${phone.label} cannot be looked at: ${String(error)}`
  }
}
