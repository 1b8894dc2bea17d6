// Makes the picture of the README: both stations as they really look, with a drawn cot before the camera.
// Usage: node --import tsx scripts/readme/picture.ts, after scripts/test has installed Chromium and ffmpeg.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { createAccount } from '../smoke/account.ts'
import { openBox } from '../smoke/box.ts'
import { openBrowser } from '../smoke/browser.ts'
import { openPhone } from '../smoke/phone.ts'
import { expectLive, openParent, startBaby } from '../smoke/stations.ts'
import { filmTheCot } from './film.ts'

const here = import.meta.dirname
const folder = mkdtempSync(join(tmpdir(), 'beddybytes-readme-'))

async function photograph(browser: Browser): Promise<string[]> {
  const box = await openBox()
  const account = await createAccount(box)
  const phone = async (label: string) => {
    const opened = await openPhone(browser, label, { url: box.url, cookie: await account.logIn(), downloads: folder })
    await opened.go('/')
    return opened
  }
  const [baby, parent] = [await phone('baby'), await phone('parent')]
  await startBaby(baby, account)
  await openParent(parent)
  await expectLive(parent)
  // The picture begins small and sharpens within seconds; the README shows what a parent looks at.
  await parent.page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) >= 640, {
    timeout: 30_000,
  })
  const shots = await Promise.all([shoot(baby.page), shoot(parent.page)])
  await box.close()
  return shots
}

const shoot = async (page: Page) => `data:image/png;base64,${await page.screenshot({ encoding: 'base64' })}`

const browser = await openBrowser({ cameraFile: await filmTheCot(folder) })
try {
  const phones = (await photograph(browser)).map((shot) => `<img src="${shot}">`)
  const page = await browser.newPage()
  await page.setViewport({ width: 900, height: 900 })
  const style =
    'body { margin: 0; display: flex; gap: 40px; padding: 28px 40px; background: #2a3547 } img { border-radius: 28px }'
  await page.setContent(`<style>${style}</style>${phones.join('')}`)
  await page.screenshot({ path: `${join(here, 'stations')}.png` })
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
