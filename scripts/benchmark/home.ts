// A home to measure in: a house of network namespaces with the box in one room and a phone in each of two others. The bare relay runs
// beside the box, under its name and certificate, and both phones open both kinds of pages in the same browsers.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { whyNoAvahi, openAvahi } from '../network-house/avahi.ts'
import { answers, openBoxIn } from '../network-house/box-in-room.ts'
import { openHouse, usualRooms, whyNoHouse } from '../network-house/house.ts'
import type { House, Room } from '../network-house/house.ts'
import { boxUrl, lostNetwork, signIn, startBabyIn } from '../network-house/phone-in-room.ts'
import { openBrowser } from '../smoke/browser.ts'
import { openPhone } from '../smoke/phone.ts'
import type { Phone } from '../smoke/phone.ts'
import { trustRoot } from '../smoke/root-store.ts'
import { until } from '../smoke/wait.ts'
import { closeBrowser, isReady } from './pairs.ts'
import type { References } from './references.ts'

export interface Home {
  readonly house: House
  /** The Baby Station, which runs, and the bare page that waits for parents; both have camera and microphone on. */
  readonly baby: Phone
  readonly bareBaby: Phone
  /** A new tab of the parent's browser, logged in and before the tap; of the bare page that is all there is. */
  openParent(): Promise<Phone>
  openBareParent(): Promise<Phone>
  close(): Promise<void>
}

export interface HomeOptions {
  readonly cameraFile: string
  readonly soundFile?: string
  /** Runs in the babies' pages or in the parents' before their own code, in both kinds alike. */
  readonly beforeBaby?: () => void
  readonly beforeParent?: () => void
  /** Whether the pages are watched as in the journeys (scripts/smoke/in-page.ts). */
  readonly isObserved?: boolean
}

const barePort = 8443
const bareUrl = `${boxUrl}:${barePort}`
const quietMs = 300

/** Null, and a line on the error stream, where there can be no house. */
export async function inHome<Result>(
  references: References,
  options: HomeOptions,
  work: (home: Home) => Promise<Result>,
): Promise<Result | null> {
  const reason = whyNoHouse() ?? whyNoAvahi()
  if (reason !== null) {
    process.stderr.write(`  left out: it needs a house of network namespaces, and there can be none here: ${reason}.\n`)
    return null
  }
  const home = await openHome(references, options)
  try {
    return await work(home)
  } finally {
    await home.close()
  }
}

async function openHome(references: References, options: HomeOptions): Promise<Home> {
  const { cameraFile, soundFile, beforeBaby, beforeParent, isObserved = false } = options
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
  const house = await openHouse({ rooms: usualRooms })
  const browsers: Browser[] = []
  const phones: Phone[] = []
  const close = async (): Promise<void> => {
    const faults = phones.flatMap((phone) => phone.faults())
    await Promise.all(browsers.map(closeBrowser))
    house.close()
    rmSync(folder, { recursive: true, force: true })
    if (faults.length > 0) throw new Error(faults.join('\n'))
  }
  const openIn = async (room: Room, before: (() => void) | undefined): Promise<(bare: boolean) => Promise<Phone>> => {
    const avahi = await openAvahi(room)
    await until('The name is known', () => avahi.resolve(new URL(boxUrl).hostname))
    const home = join(folder, room.name)
    // A browser keeps nothing of a page whose certificate it does not trust.
    await trustRoot(home, join(folder, 'data/root.pem'))
    const browser = await openBrowser({
      home,
      acceptsCertificate: false,
      // Both kinds would first spend some 50 ms on it.
      allowsLoopback: false,
      program: room.program('chromium'),
      cameraFile,
      ...(soundFile === undefined ? {} : { soundFile }),
    })
    browsers.push(browser)
    // Of each kind a window of its own: a page behind another one is hidden.
    const contexts = { own: await browser.createBrowserContext(), bare: await browser.createBrowserContext() }
    let opened = 0
    return async (bare) => {
      opened += 1
      const label = `${bare ? 'bare ' : ''}${room.name} ${opened}`
      const url = bare ? bareUrl : boxUrl
      const context = contexts[bare ? 'bare' : 'own']
      const phone = await openPhone(browser, label, { url, cookie: null, downloads: folder, context, isObserved })
      phone.expectErrors(...lostNetwork)
      phones.push(phone)
      if (before !== undefined) await phone.page.evaluateOnNewDocument(before)
      return phone
    }
  }
  try {
    const boxRoom = house.room('box')
    await openBoxIn(boxRoom, { BEDDYBYTES_DATA: join(folder, 'data') })
    boxRoom.spawn([process.execPath, references.programs.bare], {
      env: {
        PATH: process.env['PATH'],
        REFERENCE_PORT: String(barePort),
        REFERENCE_CERTIFICATE: join(folder, 'data/certificate.pem'),
        REFERENCE_KEY: join(folder, 'data/certificate-key.pem'),
        REFERENCE_PAGES: references.pages,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const atBaby = await openIn(house.room('baby'), beforeBaby)
    const baby = await atBaby(false)
    await until('The bare relay is up', () => answers(house.room('baby'), new URL(bareUrl).host))
    await baby.go('/')
    await signIn(baby, 'Create account')
    await startBabyIn(baby)
    const bareBaby = await atBaby(true)
    await bareBaby.go('/?seat=0')
    await isReady(bareBaby)

    const atParent = await openIn(house.room('parent'), beforeParent)
    const first = await atParent(false)
    await first.go('/')
    await signIn(first, 'Log in')
    await until('The parent has kept the pages', () => first.page.evaluate(isKept))
    await first.close()
    const open = async (bare: boolean, path: string): Promise<Phone> => {
      const phone = await atParent(bare)
      await phone.go(path)
      if (bare) await isReady(phone)
      await phone.page.waitForNetworkIdle({ idleTime: quietMs })
      return phone
    }
    return {
      house,
      baby,
      bareBaby,
      openParent: () => open(false, '/'),
      openBareParent: () => open(true, '/?seat=1'),
      close,
    }
  } catch (error) {
    await close().catch(() => undefined)
    throw error
  }
}

/** Says goodbye first, as when a page is left: what it says while it really goes may be lost. */
export async function leave(parent: Phone): Promise<void> {
  await parent.page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
  await parent.close()
}

/** Is sent to the page as text. */
async function isKept(): Promise<boolean> {
  const [registration] = await navigator.serviceWorker.getRegistrations()
  return registration?.active?.state === 'activated'
}
