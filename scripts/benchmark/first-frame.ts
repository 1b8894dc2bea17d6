// From the parent's tap to the first frame on the screen, beside two pages that do nothing else; and on the way what each
// station loads until then. The phones are those of the journeys.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { en } from '../../public/text/en.ts'
import { createAccount } from '../smoke/account.ts'
import { openBox } from '../smoke/box.ts'
import { openBrowser } from '../smoke/browser.ts'
import { openPhone } from '../smoke/phone.ts'
import type { Phone } from '../smoke/phone.ts'
import { startBaby } from '../smoke/stations.ts'
import { until } from '../smoke/wait.ts'
import { writeCameraFile } from './camera.ts'
import type { Child } from './child.ts'
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
      video.requestVideoFrameCallback(() => (seen.shownMs ??= performance.now()))
    }
  }).observe(document, { childList: true, subtree: true })
}

export async function measureStations(bare: Child): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
  const box = await openBox()
  const browser = await openBrowser({ cameraFile: writeCameraFile(folder) })
  const open = async (label: string, url: string, path: string, cookie: string | null): Promise<Phone> => {
    const phone = await openPhone(browser, label, { url, cookie, downloads: folder })
    await phone.page.evaluateOnNewDocument(watchFirstFrame)
    const weight = await weigh(phone.page)
    weights.set(phone, weight)
    await phone.go(path)
    return phone
  }
  const weights = new Map<Phone, Weight>()
  try {
    const account = await createAccount(box)
    const baby = await open('baby', box.url, '/', await account.logIn())
    await startBaby(baby, account)
    const bareBaby = await open('bare baby', bare.url, '/?side=baby', null)
    await isReady(bareBaby)

    const own: number[] = []
    const reference: number[] = []
    const loaded: Weight[] = []
    for (let run = 0; run <= tries; run += 1) {
      const parent = await open('parent', box.url, '/', await account.logIn())
      const ownMs = await tapToFrame(parent, 'link', 'Parent Station')
      failFor(baby, parent)
      if (run === 0) loaded.push(...[baby, parent].flatMap((phone) => weights.get(phone) ?? []))
      await leave(parent)
      await baby.sees(en.baby.nobodyWatches)

      const bareParent = await open('bare parent', bare.url, '/?side=parent', null)
      await isReady(bareParent)
      const bareMs = await tapToFrame(bareParent, 'button', 'Watch')
      failFor(bareBaby, bareParent)
      await leave(bareParent)
      await isReady(bareBaby)
      // The first of each warms the browser up.
      if (run === 0) continue
      own.push(ownMs)
      reference.push(bareMs)
    }
    return []
  } finally {
    await close(browser)
    await box.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
