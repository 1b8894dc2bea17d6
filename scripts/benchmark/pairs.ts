// Two browsers, the baby's and the parents', with as many phones as are wanted, of the box's pages or of the bare ones. Nothing else runs
// in their pages.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { createAccount } from '../smoke/account.ts'
import type { Box } from '../smoke/box.ts'
import { openBrowser } from '../smoke/browser.ts'
import { openPhone } from '../smoke/phone.ts'
import type { Phone } from '../smoke/phone.ts'
import { expectStatus, openParent, startBaby } from '../smoke/stations.ts'
import { until } from '../smoke/wait.ts'

export interface Pair {
  readonly baby: Phone
  readonly parents: readonly Phone[]
  /** The processes that all the others of a browser descend from. */
  readonly babysProcess: number
  readonly parentsProcess: number
  /** Where the phones' files go. */
  readonly downloads: string
  close(): Promise<void>
}

export interface PairOptions {
  readonly cameraFile: string
  readonly parents: number
  /** Runs in the baby's page or in the parents' before its own code. */
  readonly beforeBaby?: () => void
  readonly beforeParent?: () => void
}

/** The parents see the picture when it is there. */
export function openOwnPair(box: Box, options: PairOptions): Promise<Pair> {
  return openPair(options, async (open) => {
    const account = await createAccount(box)
    const baby = await open('baby', 'baby', box.url, await account.logIn())
    await baby.go('/')
    await startBaby(baby, account)
    const parents: Phone[] = []
    while (parents.length < options.parents) {
      const parent = await open('parents', `parent ${parents.length + 1}`, box.url, await account.logIn())
      await parent.go('/')
      await openParent(parent)
      await expectStatus(parent, 'Live')
      parents.push(parent)
    }
    return { baby, parents }
  })
}

export function openBarePair(url: string, options: PairOptions): Promise<Pair> {
  return openPair(options, async (open) => {
    const baby = await open('baby', 'bare baby', url, null)
    await baby.go('/?seat=0')
    await isReady(baby)
    const parents: Phone[] = []
    while (parents.length < options.parents) {
      const seat = parents.length + 1
      const parent = await open('parents', `bare parent ${seat}`, url, null)
      await parent.go(`/?seat=${seat}`)
      await isReady(parent)
      await parent.tap('button', 'Watch')
      await until('A frame arrives', () => parent.page.$eval('video', (video) => video.videoWidth > 0))
      parents.push(parent)
    }
    return { baby, parents }
  })
}

/** The bare pages tell by their title when nothing is left to do. */
export async function isReady(phone: Phone): Promise<void> {
  await until(`${phone.label} is ready`, async () => (await phone.page.title()) === 'ready')
}

type Open = (whose: 'baby' | 'parents', label: string, url: string, cookie: string | null) => Promise<Phone>

async function openPair(
  { cameraFile, beforeBaby, beforeParent }: PairOptions,
  populate: (open: Open) => Promise<Pick<Pair, 'baby' | 'parents'>>,
): Promise<Pair> {
  const downloads = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
  const browsers = { baby: await openBrowser({ cameraFile }), parents: await openBrowser() }
  const close = async (): Promise<void> => {
    await Promise.all(Object.values(browsers).map(closeBrowser))
    rmSync(downloads, { recursive: true, force: true })
  }
  try {
    const phones = await populate(async (whose, label, url, cookie) => {
      const phone = await openPhone(browsers[whose], label, { url, cookie, downloads, isObserved: false })
      const before = whose === 'baby' ? beforeBaby : beforeParent
      if (before !== undefined) await phone.page.evaluateOnNewDocument(before)
      return phone
    })
    const processOf = (browser: Browser): number => browser.process()?.pid ?? Number.NaN
    return {
      ...phones,
      downloads,
      babysProcess: processOf(browsers.baby),
      parentsProcess: processOf(browsers.parents),
      async close() {
        const faults = [phones.baby, ...phones.parents].flatMap((phone) => phone.faults())
        await close()
        if (faults.length > 0) throw new Error(faults.join('\n'))
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

export async function closeBrowser(browser: Browser): Promise<void> {
  const chromium = browser.process()
  await browser.close()
  await until('Chromium ends', () => chromium?.exitCode !== null || chromium.signalCode !== null)
}
