// What each station loads until its first frame is on the screen, the first time and with what the browser has kept, beside two pages
// that do nothing else. The phones are those of the journeys.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccount } from '../smoke/account.ts'
import { openBox } from '../smoke/box.ts'
import { openBrowser } from '../smoke/browser.ts'
import { openPhone, openTab } from '../smoke/phone.ts'
import type { Phone } from '../smoke/phone.ts'
import { trustRoot } from '../smoke/root-store.ts'
import { pressStart, startBaby } from '../smoke/stations.ts'
import { until } from '../smoke/wait.ts'
import { writeCamera } from './camera.ts'
import { createHousehold } from './child.ts'
import { closeBrowser, isReady } from './pairs.ts'
import type { References } from './references.ts'
import type { Measured } from './report.ts'
import { weigh } from './weight.ts'
import type { Weigh, Weight } from './weight.ts'

declare global {
  interface Window {
    firstFrame: { shownMs: number | null }
  }
}

/** Runs in each page before its own code. */
function watchFirstFrame(): void {
  const seen = (window.firstFrame = { shownMs: null } as Window['firstFrame'])
  const hooked = new WeakSet<HTMLVideoElement>()
  new MutationObserver(() => {
    for (const video of document.querySelectorAll('video')) {
      if (hooked.has(video)) continue
      hooked.add(video)
      video.requestVideoFrameCallback(() => {
        seen.shownMs ??= performance.now()
      })
    }
  }).observe(document, { childList: true, subtree: true })
}

interface Opened extends Phone {
  readonly weigh: Weigh
}

export async function measureStations(references: References): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
  const household = await createHousehold(references)
  const box = await openBox()
  const bare = await household.openReference('bare', box)
  // A browser keeps nothing of a page whose certificate it does not trust.
  const home = join(folder, 'home')
  await trustRoot(home, join(box.dataFolder, 'root.pem'))
  const browser = await openBrowser({
    home,
    acceptsCertificate: false,
    cameraFile: await writeCamera('whole', { width: 640, height: 480 }, folder),
  })
  const watched = async (phone: Phone, path: string): Promise<Opened> => {
    await phone.page.evaluateOnNewDocument(watchFirstFrame)
    const { origin, host } = new URL(phone.label.startsWith('bare') ? bare.url : box.url)
    const opened = { ...phone, weigh: await weigh(phone.page, host) }
    await phone.page.goto(origin + path, { waitUntil: 'domcontentloaded' })
    return opened
  }
  const open = async (label: string, path: string, cookie: string | null): Promise<Opened> => {
    const { url } = cookie === null ? bare : box
    return watched(await openPhone(browser, label, { url, cookie, downloads: folder }), path)
  }
  /** The same phone, when it has kept the pages. */
  const again = async (phone: Phone, path: string): Promise<Opened> => {
    await until(`${phone.label} has kept the pages`, () => isKept(phone))
    const tab = await openTab(phone, `${phone.label} again`)
    await phone.close()
    return watched(tab, path)
  }
  try {
    const account = await createAccount(box)
    const coldBaby = await open('baby', '/', await account.logIn())
    await startBaby(coldBaby, account)
    const coldBareBaby = await open('bare baby', '/?seat=0', null)
    await isReady(coldBareBaby)

    const tryOwn = async (parent: Opened): Promise<void> => {
      await parent.page.waitForNetworkIdle({ idleTime: 300 })
      await tapToFrame(parent, 'link', 'Parent Station')
    }
    const tryBare = async (parent: Opened): Promise<void> => {
      await isReady(parent)
      await parent.page.waitForNetworkIdle({ idleTime: 300 })
      await tapToFrame(parent, 'button', 'Watch')
    }
    // The first pair warms the browser up, and with the second one it is what is weighed.
    const coldParent = await open('parent', '/', await account.logIn())
    await tryOwn(coldParent)
    const cold = { baby: await untilFirstFrame(coldBaby), parent: await untilFirstFrame(coldParent) }
    const coldBareParent = await open('bare parent', '/?seat=1', null)
    await tryBare(coldBareParent)
    const bareCold = { baby: await untilFirstFrame(coldBareBaby), parent: await untilFirstFrame(coldBareParent) }

    // As an installed app or a bookmark opens them, by another family.
    const others = await createAccount(box)
    const directBaby = await open('baby', '/baby', await others.logIn())
    await pressStart(directBaby, others)
    const directParent = await open('parent', '/parent', await others.logIn())
    await seesFrame(directParent)
    const direct = { baby: await untilFirstFrame(directBaby), parent: await untilFirstFrame(directParent) }
    for (const phone of [directParent, directBaby]) {
      await leave(phone)
      await phone.context.close()
    }

    await leave(coldParent)
    await coldBaby.tap('button', 'Stop')
    await coldBaby.find('button', 'Start')
    const baby = await again(coldBaby, '/')
    await startBaby(baby, account)
    const warmParent = await again(coldParent, '/')
    await tryOwn(warmParent)
    const warm = { baby: await untilFirstFrame(baby), parent: await untilFirstFrame(warmParent) }
    await leave(coldBareParent)
    await isReady(coldBareBaby)
    const bareBaby = await again(coldBareBaby, '/?seat=0')
    await isReady(bareBaby)
    const warmBareParent = await again(coldBareParent, '/?seat=1')
    await tryBare(warmBareParent)
    const bareWarm = { baby: await untilFirstFrame(bareBaby), parent: await untilFirstFrame(warmBareParent) }
    return [
      ...weightOf('Baby Station, by way of home', cold.baby, bareCold.baby),
      ...weightOf('Baby Station, opened directly', direct.baby, bareCold.baby),
      ...warmWeightOf('Baby Station', warm.baby, bareWarm.baby),
      ...weightOf('Parent Station, by way of home', cold.parent, bareCold.parent),
      ...weightOf('Parent Station, opened directly', direct.parent, bareCold.parent),
      ...warmWeightOf('Parent Station', warm.parent, bareWarm.parent),
    ]
  } finally {
    await closeBrowser(browser)
    await box.close()
    await bare.close()
    household.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function weightOf(station: string, own: Weight, reference: Weight): readonly Measured[] {
  const common = { digits: 0, beside: 'bare page' }
  const pick = (one: (weight: Weight) => number) => ({ own: [one(own)], reference: [one(reference)] })
  return [
    {
      ...common,
      ...pick(({ bodyBytes }) => bodyBytes / 1024),
      name: `${station}: HTML, CSS, JavaScript until the first frame`,
      unit: 'KiB',
      digits: 1,
      goal: { of: 'value', atMost: 40 },
    },
    {
      ...common,
      ...pick(({ wireBytes }) => wireBytes / 1024),
      name: `${station}: the same with HTTP headers`,
      unit: 'KiB',
      digits: 1,
      goal: null,
    },
    {
      ...common,
      ...pick(({ requests }) => requests),
      name: `${station}: these files`,
      unit: 'requests',
      goal: { of: 'value', atMost: 6 },
    },
    {
      ...common,
      ...pick(({ foreignHosts }) => foreignHosts.length),
      name: `${station}: other hosts asked`,
      unit: 'hosts',
      goal: { of: 'value', atMost: 0 },
    },
  ]
}

/** The second time, with what the browser has kept. */
function warmWeightOf(station: string, own: Weight, reference: Weight): readonly Measured[] {
  return [
    {
      name: `${station}: the same the second time`,
      unit: 'KiB',
      digits: 1,
      beside: 'bare page',
      own: [own.wireBytes / 1024],
      reference: [reference.wireBytes / 1024],
      goal: { of: 'value', atMost: 2 },
    },
  ]
}

/** What it has loaded when it shows its first frame: a Baby Station shows its own picture. A page that never does is weighed as it is. */
async function untilFirstFrame({ page, weigh: weighed }: Opened): Promise<Weight> {
  const shownMs = await page.evaluate(() => {
    const { shownMs: ms } = window.firstFrame
    return ms === null ? null : performance.timeOrigin + ms
  })
  return weighed(shownMs ?? Infinity)
}

async function tapToFrame(phone: Phone, role: 'link' | 'button', name: string): Promise<void> {
  await phone.tap(role, name)
  await until(`${phone.label} sees a frame`, () => phone.page.evaluate(() => window.firstFrame.shownMs !== null))
  const faults = phone.faults()
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

async function seesFrame({ page, label }: Phone): Promise<void> {
  const shown = (): Promise<boolean> => page.evaluate(() => window.firstFrame.shownMs !== null)
  await until(`${label} sees a frame`, shown)
}

/** The bare page has no service worker, and nothing to wait for. */
function isKept({ page }: Phone): Promise<boolean> {
  return page.evaluate(async () => {
    const [registration] = await navigator.serviceWorker.getRegistrations()
    return document.title === 'ready' || registration?.active?.state === 'activated'
  })
}

/** Says goodbye first, as when a page is left; what it says while it really goes may be lost, and the next try waits for it. */
async function leave(phone: Phone): Promise<void> {
  await phone.page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
}
