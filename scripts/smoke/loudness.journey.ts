// The loudness that the Baby Station measures, in a real browser's sound thread.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'puppeteer'
import { aWeightingDb } from '../../public/noise/a-weighting.ts'
import { openBrowser } from './browser.ts'
import { openPart } from './part.ts'
import type { PartPage } from './part.ts'
import { until } from './wait.ts'

let browser: Browser
let part: PartPage
let page: Page
const faults: string[] = []

before(async () => {
  part = await openPart('loudness.page.ts')
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('console', (message) => faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(part.url)
  await page.click('button')
  await page.waitForFunction(() => 'loudnessPage' in window)
})

after(async () => {
  await browser.close()
  await part.close()
})

/** The levels of a second, once the tone before has gone. */
async function levelsOf(tone: { hz: number; amplitude: number } | null): Promise<readonly number[]> {
  await page.evaluate((wanted) => window.loudnessPage.sound(wanted), tone)
  let levels: readonly number[] = []
  await until('levels come', async () => {
    levels = [...levels, ...(await page.evaluate(() => window.loudnessPage.take()))]
    return levels.length >= 15
  })
  return levels.slice(-10)
}

test("tones have the level that they should have, by the ear's curve", async () => {
  for (const [hz, amplitude] of [
    [1000, 0.5],
    [1000, 0.01],
    [100, 0.5],
    [4000, 0.05],
  ] as const) {
    const wanted = 20 * Math.log10(amplitude) - 10 * Math.log10(2) + aWeightingDb(hz, 48_000)
    const levels = await levelsOf({ hz, amplitude })
    for (const level of levels)
      assert.ok(Math.abs(level - wanted) < 1, `${hz} Hz, ${amplitude}: ${level}, not ${wanted}`)
  }
})

test('zeros are -120, and each new track is measured', async () => {
  assert.deepEqual(new Set(await levelsOf(null)), new Set([-120]))
  const [level] = await levelsOf({ hz: 1000, amplitude: 0.1 })
  assert.ok(level !== undefined && Math.abs(level + 23) < 1, String(level))
})

test('it ticks ten times a second, also while another tab is in front', async () => {
  const perSecond = async (): Promise<number> => {
    const [fromMs, from] = await page.evaluate(() => [performance.now(), window.loudnessPage.ticks()] as const)
    await until(
      'thirty ticks',
      () => page.evaluate(() => window.loudnessPage.ticks()),
      (now) => now >= from + 30,
    )
    const [toMs, to] = await page.evaluate(() => [performance.now(), window.loudnessPage.ticks()] as const)
    return ((to - from) * 1000) / (toMs - fromMs)
  }
  const shown = await perSecond()
  const other = await browser.newPage()
  await other.bringToFront()
  await until('The page is hidden', () => page.evaluate(() => document.visibilityState === 'hidden'))
  const hidden = await perSecond()
  const [level] = await levelsOf({ hz: 1000, amplitude: 0.1 })
  await other.close()
  for (const rate of [shown, hidden]) assert.ok(rate > 9 && rate < 11, String(rate))
  assert.ok(level !== undefined && Math.abs(level + 23) < 1, String(level))
})

test('without a track it ticks on and measures nothing', async () => {
  await page.evaluate(() => window.loudnessPage.unplug())
  await page.evaluate(() => window.loudnessPage.take())
  const from = await page.evaluate(() => window.loudnessPage.ticks())
  await until(
    'ten ticks',
    () => page.evaluate(() => window.loudnessPage.ticks()),
    (now) => now >= from + 10,
  )
  assert.deepEqual(await page.evaluate(() => window.loudnessPage.take()), [])
})

test('it says nothing on the console, and nothing more once it is closed', async () => {
  await page.evaluate(() => window.loudnessPage.close())
  const from = await page.evaluate(() => window.loudnessPage.ticks())
  await page.evaluate(() => window.loudnessPage.sound({ hz: 1000, amplitude: 0.1 }))
  assert.equal(await page.evaluate(() => window.loudnessPage.ticks()), from)
  assert.deepEqual(faults, [])
})
