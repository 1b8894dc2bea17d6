// Movement in a picture, in a real browser.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'puppeteer'
import { openBrowser } from './browser.ts'
import { openPart } from './part.ts'
import type { PartPage } from './part.ts'
import { until } from './wait.ts'

let browser: Browser
let part: PartPage
let page: Page
const faults: string[] = []

before(async () => {
  part = await openPart('movement.page.ts')
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('console', (message) => faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(part.url)
  await page.waitForFunction(() => 'movementPage' in window)
})

after(async () => {
  await browser.close()
  await part.close()
  assert.deepEqual(faults, [])
})

const level = (): Promise<number | null> => page.evaluate(() => window.movementPage.level())
const show = (scene: 'still' | 'moving'): Promise<void> =>
  page.evaluate((wanted) => window.movementPage.show(wanted), scene)
const isMoving = (found: number | null): boolean => found !== null && found > 0.02

test('a still picture has no movement, a moving one has, and then none again', async () => {
  await until('Nothing moves', level, (found) => found === 0)
  await show('moving')
  await until('Something moves', level, isMoving)
  await show('still')
  await until('Nothing moves again', level, (found) => found === 0)
})

test('what moves outside of the region does not count', async () => {
  await show('moving')
  await until('Something moves', level, isMoving)
  await page.evaluate(() => window.movementPage.setRegion({ x: 0, y: 0.5, width: 1, height: 0.5 }))
  await until('Nothing moves in the lower half', level, (found) => found === 0)
  await page.evaluate(() => window.movementPage.setRegion({ x: 0, y: 0, width: 1, height: 0.5 }))
  await until('Something moves in the upper half', level, isMoving)
})

test('without a picture nothing is claimed, and a camera that comes back is looked at', async () => {
  await page.evaluate(() => window.movementPage.unplug())
  await until('Nothing is known', level, (found) => found === null)
  await page.evaluate(() => window.movementPage.plug())
  await until('Something moves', level, isMoving)
})

test('in a hidden page nothing is claimed, and it goes on when it is shown again', async () => {
  const other = await browser.newPage()
  await other.bringToFront()
  await until('Nothing is known', level, (found) => found === null)
  await other.close()
  await page.bringToFront()
  await until('Something moves', level, isMoving)
})

test('nothing is claimed after closing', async () => {
  await page.evaluate(() => window.movementPage.close())
  assert.equal(await level(), null)
})
