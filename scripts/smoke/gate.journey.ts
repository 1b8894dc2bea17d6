// The gate that keeps the parent's room quiet, with a real call in a real browser.

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
  part = await openPart('gate.page.ts')
  browser = await openBrowser()
  page = await browser.newPage()
  // The test's own ear is of an old kind.
  page.on('console', (message) => {
    if (!message.text().includes('ScriptProcessorNode')) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(part.url)
  await page.click('button')
  await page.waitForFunction(() => 'gatePage' in window)
})

after(async () => {
  await browser.close()
  await part.close()
  assert.deepEqual(faults, [])
})

const state = (): Promise<string> => page.evaluate(() => window.gatePage.state())
const expectState = (wanted: string): Promise<string> => until(`The gate is ${wanted}`, state, (now) => now === wanted)
const elementIsHeard = (): Promise<boolean> => page.evaluate(() => window.gatePage.elementIsHeard())
const playedDb = (): Promise<number> => page.evaluate(() => window.gatePage.playedDb())

/** The loudness of at least half a second from now on. */
async function listen(isRight: (db: number) => boolean, what: string): Promise<void> {
  await playedDb()
  await until(what, playedDb, isRight)
}

test('nobody asked for it: the element plays by itself', async () => {
  await until('The element plays', elementIsHeard)
  assert.equal(await state(), 'off')
})

test('switched on it is open first, and closes after a while of quiet: a soft hiss instead of the room', async () => {
  await page.evaluate(() => window.gatePage.setGate(true))
  await expectState('open')
  assert.equal(await elementIsHeard(), false)
  await expectState('closed')
  await listen((db) => db > -72 && db < -45, 'A soft hiss')
})

test('a sound of a fifth of a second is heard from its beginning, although the gate was closed', async () => {
  await page.evaluate(() => {
    window.gatePage.playedBeeps()
    window.gatePage.beep(200)
  })
  await expectState('open')
  let heardS = 0
  await until('The beep is heard', async () => {
    heardS += await page.evaluate(() => window.gatePage.playedBeeps())
    return heardS > 0.17
  })
  const openedAfterMs = await page.evaluate(() => window.gatePage.openedAfterMs())
  assert.ok(heardS < 0.25, String(heardS))
  // From microphone to microphone through the call, of which the gate itself has one look and a message.
  assert.ok(openedAfterMs !== null && openedAfterMs < 400, String(openedAfterMs))
  console.log(`# open ${Math.round(openedAfterMs)} ms after the sound in the microphone, by way of the call`)
})

test('without reports it is open', async () => {
  await expectState('closed')
  await page.evaluate(() => window.gatePage.setReports(false))
  await expectState('open')
  await page.evaluate(() => window.gatePage.setReports(true))
})

test('muted is muted: no room, no hiss, and it says so', async () => {
  await page.evaluate(() => window.gatePage.setMuted(true))
  await listen((db) => db < -100, 'Nothing at all')
  assert.equal(await elementIsHeard(), false)
  assert.equal(await page.evaluate(() => window.gatePage.isMuted()), true)
  await page.evaluate(() => window.gatePage.setMuted(false))
  assert.equal(await page.evaluate(() => window.gatePage.isMuted()), false)
})

test('switched off, the element plays by itself again', async () => {
  await page.evaluate(() => window.gatePage.setGate(false))
  await expectState('off')
  await until('The element plays', elementIsHeard)
})

test('while somebody talks it is softer on phones that let no page change their volume, too', async () => {
  await page.evaluate(() => window.gatePage.setLoudness(0.1))
  await until('The element is silent', async () => !(await elementIsHeard()))
  await playedDb()
  await page.evaluate(() => window.gatePage.beep(1000))
  // A tenth of 0.2, as a sine.
  await until('The beep is 20 dB softer', playedDb, (db) => db > -40 && db < -33)
  await page.evaluate(() => window.gatePage.setLoudness(1))
  await until('The element plays', elementIsHeard)
  await listen((db) => db < -100, 'Nothing beside it')
})
