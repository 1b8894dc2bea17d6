// A house for the journeys of one file: one box, one browser; each journey gets an account and phones of its own, and fails on
// any error that it did not name beforehand and on anything that stays open.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { TargetType } from 'puppeteer'
import type { Browser } from 'puppeteer'
import { createAccount } from './account.ts'
import type { Account } from './account.ts'
import { openBox } from './box.ts'
import type { Box } from './box.ts'
import { openBrowser } from './browser.ts'
import type { BrowserOptions } from './browser.ts'
import { openPhone, portray } from './phone.ts'
import type { Phone } from './phone.ts'
import { writePicture } from './picture.ts'
import type { PictureKind } from './picture.ts'
import { until } from './wait.ts'

export interface Family {
  readonly box: Box
  readonly browser: Browser
  readonly account: Account
  /** Where the phones' downloads go. */
  readonly downloads: string
  newAccount(): Promise<Account>
  /** Another phone, at the box's home page and logged in to the journey's account if nothing else is said. */
  phone(label: string, options?: { account?: Account | null; url?: string; path?: string | null }): Promise<Phone>
  /** Looks after a phone that was opened otherwise. */
  adopt(phone: Phone): Phone
}

export interface House {
  journey(name: string, walk: (family: Family) => Promise<void>): void
}

const journeyMs = 120_000

export interface HouseOptions extends Omit<BrowserOptions, 'cameraFile'> {
  /** Chromium's own camera has 1920 by 1080, which takes all of a small machine; the others have 640 by 480. */
  readonly camera?: PictureKind | 'large'
  readonly environment?: Readonly<Record<string, string>>
  /** Why the journeys cannot be walked on this machine; they are reported as skipped. */
  readonly skip?: string | false
}

export function createHouse({ camera = 'moving', environment, skip = false, ...options }: HouseOptions = {}): House {
  const pictures = mkdtempSync(join(tmpdir(), 'beddybytes-picture-'))
  let box: Box
  let browser: Browser
  before(async () => {
    const picture = camera === 'large' ? {} : { cameraFile: await writePicture(camera, pictures) }
    box = await openBox(environment)
    browser = await openBrowser({ ...options, ...picture })
  })
  after(async () => {
    const chromium = browser.process()
    await browser.close()
    await until('Chromium ends', () => chromium?.exitCode !== null || chromium.signalCode !== null)
    await box.close()
    rmSync(pictures, { recursive: true })
  })

  return {
    journey(name, walk) {
      test(name, { timeout: journeyMs, skip }, async () => {
        const folder = mkdtempSync(join(tmpdir(), 'beddybytes-journey-'))
        const phones: Phone[] = []
        const adopt = (phone: Phone): Phone => {
          phones.push(phone)
          return phone
        }
        const account = await createAccount(box)
        const family: Family = {
          box,
          browser,
          account,
          downloads: folder,
          newAccount: () => createAccount(box),
          adopt,
          async phone(label, { account: owner = account, url = box.url, path = '/' } = {}) {
            const cookie = owner === null ? null : await owner.logIn()
            const phone = adopt(await openPhone(browser, label, { url, cookie, downloads: folder }))
            if (path !== null) await phone.go(path)
            return phone
          },
        }
        let failed = true
        try {
          await walk(family)
          failFor(phones)
          await leave(browser, phones)
          // What breaks while a page closes counts too.
          failFor(phones)
          failed = false
        } catch (error) {
          const views = await Promise.all(phones.map((phone) => portray(phone, folder)))
          const faults = phones.flatMap((phone) => phone.faults())
          throw new Error([String(error), ...faults, ...views].join('\n\n'), { cause: error })
        } finally {
          await leave(browser, phones)
          if (!failed) rmSync(folder, { recursive: true, force: true })
        }
      })
    },
  }
}

function failFor(phones: readonly Phone[]): void {
  const faults = phones.flatMap((phone) => phone.faults())
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

async function leave(browser: Browser, phones: readonly Phone[]): Promise<void> {
  const contexts = new Set(phones.map(({ context }) => context))
  for (const context of contexts) if (browser.browserContexts().includes(context)) await context.close()
  await until(
    'All phones are closed',
    () =>
      browser.browserContexts().length + browser.targets().filter((target) => target.type() === TargetType.PAGE).length,
    (left) => left <= 2,
  )
}
