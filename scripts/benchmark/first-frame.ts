// From the parent's tap to the first frame on the screen, beside two pages that do nothing else; and on the way what each
// station loads until then. The phones are those of the journeys.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { babyText } from '../../public/text/en-baby.ts'
import { createAccount } from '../smoke/account.ts'
import { openBox } from '../smoke/box.ts'
import { openBrowser } from '../smoke/browser.ts'
import { openPhone } from '../smoke/phone.ts'
import type { Phone } from '../smoke/phone.ts'
import { startBaby } from '../smoke/stations.ts'
import { until } from '../smoke/wait.ts'
import { writeCameraFile } from './camera.ts'
import type { Household } from './child.ts'
import type { Measured } from './report.ts'
import { weigh } from './weight.ts'
import type { Weight } from './weight.ts'

const tries = 12

declare global {
  interface Window {
    firstFrame: { tappedMs: number | null; shownMs: number | null }
  }
}

/** Runs in each page before its own code. */
function watchFirstFrame(): void {
  const seen = (window.firstFrame = { tappedMs: null, shownMs: null } as Window['firstFrame'])
  const hooked = new WeakSet<HTMLVideoElement>()
  // The finger comes down; the click follows when it goes up.
  document.addEventListener('pointerdown', ({ timeStamp }) => (seen.tappedMs = timeStamp), { capture: true })
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
  readonly weight: () => Weight
}

export async function measureStations(household: Household): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
  const bare = await household.openBare()
  const box = await openBox()
  const browser = await openBrowser({ cameraFile: writeCameraFile(folder) })
  const open = async (label: string, url: string, path: string, cookie: string | null): Promise<Opened> => {
    const phone = await openPhone(browser, label, { url, cookie, downloads: folder })
    await phone.page.evaluateOnNewDocument(watchFirstFrame)
    const weight = await weigh(phone.page, new URL(url).host)
    await phone.go(path)
    return { ...phone, weight }
  }
  try {
    const account = await createAccount(box)
    const baby = await open('baby', box.url, '/', await account.logIn())
    await startBaby(baby, account)
    const bareBaby = await open('bare baby', bare.url, '/?side=baby', null)
    await isReady(bareBaby)

    const pair = async () => {
      const parent = await open('parent', box.url, '/', await account.logIn())
      await parent.page.waitForNetworkIdle({ idleTime: 300 })
      const ownMs = await tapToFrame(parent, 'link', 'Parent Station')
      const weights = { baby: baby.weight(), parent: parent.weight() }
      await leave(parent)
      await baby.sees(babyText.watching(0))

      const bareParent = await open('bare parent', bare.url, '/?side=parent', null)
      await isReady(bareParent)
      await bareParent.page.waitForNetworkIdle({ idleTime: 300 })
      const bareMs = await tapToFrame(bareParent, 'button', 'Watch')
      const bareWeights = { baby: bareBaby.weight(), parent: bareParent.weight() }
      await leave(bareParent)
      await isReady(bareBaby)
      return { ownMs, bareMs, weights, bareWeights }
    }
    // The first pair warms the browser up, and is what is weighed: later ones might find something in a cache.
    const first = await pair()
    const pairs: Awaited<ReturnType<typeof pair>>[] = []
    while (pairs.length < tries) pairs.push(await pair())
    const { weights, bareWeights } = first
    return [
      {
        name: "From the parent's tap to the first frame",
        unit: 'ms',
        digits: 0,
        beside: 'bare RTCPeerConnection',
        own: pairs.map(({ ownMs }) => ownMs),
        reference: pairs.map(({ bareMs }) => bareMs),
        goal: { of: 'ratio', atMost: 1.5 },
      },
      ...weightOf('Baby Station', weights.baby, bareWeights.baby),
      ...weightOf('Parent Station', weights.parent, bareWeights.parent),
    ]
  } finally {
    await close(browser)
    await box.close()
    await bare.close()
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
    { ...common, ...pick(({ requests }) => requests), name: `${station}: these files`, unit: 'requests', goal: null },
    {
      ...common,
      ...pick(({ foreignHosts }) => foreignHosts.length),
      name: `${station}: other hosts asked`,
      unit: 'hosts',
      goal: { of: 'value', atMost: 0 },
    },
  ]
}

/** From the finger's touch to the first frame, in milliseconds of the page's own clock. */
async function tapToFrame(phone: Phone, role: 'link' | 'button', name: string): Promise<number> {
  const target = await phone.find(role, name)
  await target.tap()
  const ms = await until(
    `${phone.label} sees a frame`,
    () =>
      phone.page.evaluate(() => {
        const { tappedMs, shownMs } = window.firstFrame
        return tappedMs === null || shownMs === null ? null : shownMs - tappedMs
      }),
    (value) => value !== null,
  )
  const faults = phone.faults()
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return ms ?? Number.NaN
}

/** The bare pages tell by their title when nothing is left to do. */
async function isReady(phone: Phone): Promise<void> {
  await until(`${phone.label} is ready`, async () => (await phone.page.title()) === 'ready')
}

/** Says goodbye first, as when a page is left; what it says while it really goes may be lost, and the next try waits for it. */
async function leave(phone: Phone): Promise<void> {
  await phone.page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
  await phone.context.close()
}

async function close(browser: Browser): Promise<void> {
  const chromium = browser.process()
  await browser.close()
  await until('Chromium ends', () => chromium?.exitCode !== null || chromium.signalCode !== null)
}
