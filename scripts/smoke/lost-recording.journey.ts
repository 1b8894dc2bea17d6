// A recording outlives what ends it or its tab: a full phone, a crash, a closed tab.

import assert from 'node:assert/strict'
import { readdir, stat } from 'node:fs/promises'
import { recordingText } from '../../public/text/en-recording.ts'
import { expectAudible, expectSeekable, expectPictures, probe } from './file.ts'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import { openTab, processOf } from './phone.ts'
import type { Phone } from './phone.ts'
import { names, savedFiles, tapRecord, told } from './recorder.ts'
import { expectLive, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()
/** MP4 is written from key frame to key frame, every 2 s, and handed out each second. */
const mostLostS = 3.5

/** What stands on buttons of such a name. */
async function buttons(phone: Phone, name: RegExp): Promise<string[]> {
  const all = await phone.page.$$eval('button', (found) => found.map(({ textContent }) => textContent.trim()))
  return all.filter((one) => name.test(one))
}

/** The name of the button that saves what was left behind. */
const offered = (phone: Phone): Promise<string[]> => buttons(phone, /^Save the recording of \d\d:\d\d$/)

function expectOfferedNoMore(phone: Phone): Promise<string[]> {
  return until(
    'it is offered no more',
    () => offered(phone),
    ({ length }) => length === 0,
  )
}

async function recordUntil(beganMs: number, seconds: number): Promise<number> {
  const ms = await until(
    'enough is recorded',
    () => performance.now() - beganMs,
    (passedMs) => passedMs >= seconds * 1000,
  )
  return ms / 1000
}

async function visitAnew(phone: Phone): Promise<void> {
  await phone.page.reload()
  await phone.find('button', 'Save last minute')
}

house.journey('what was recorded outlives a full phone, a killed tab and a closed one', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  const full = await expectSavedWhenFull(family, parent)
  const other = await expectOfferedAfterCrash(family, parent, full)
  await expectDeleted(family, other)
})

async function expectSavedWhenFull(family: Family, parent: Phone): Promise<string> {
  const beganMs = await tapRecord(parent)
  await recordUntil(beganMs, 4)
  const session = await parent.page.createCDPSession()
  const { origin } = new URL(parent.page.url())
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin })
  // Not even the next chunk fits.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 1000 })
  await parent.sees(recordingText.failures.full)
  await parent.sees(recordingText.rest('BeddyBytes-Nursery-'))
  const recordedS = (performance.now() - beganMs) / 1000
  const [file = ''] = await savedFiles(family, names.whole)
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio', 'video'])
  assert.ok(found.seconds > 3 && found.seconds < recordedS + 3, `${found.seconds} s`)
  await expectSeekable(file, found.seconds)
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await expectLive(parent)
  return file
}

/** Gives another tab of the same phone, which has watched all along and saved what was lost. */
async function expectOfferedAfterCrash(family: Family, parent: Phone, full: string): Promise<Phone> {
  const renderer = await processOf(parent)
  const atClock = clock()
  const beganMs = await tapRecord(parent)
  const other = family.adopt(await openTab(parent, 'other tab'))
  await other.go('/parent')
  await other.find('button', 'Save last minute')
  await parent.page.bringToFront()
  const recordedS = await recordUntil(beganMs, 8)
  // What a tab is recording is nothing to be saved by another, which has looked long ago.
  assert.deepEqual(await offered(other), [])
  parent.expectErrors(/^crash/)
  renderer.kill()
  await other.page.bringToFront()
  await parent.close()
  await visitAnew(other)
  const [name = ''] = await until(
    'it is offered',
    () => offered(other),
    ({ length }) => length === 1,
  )
  assert.ok([atClock, clock()].map(recordingText.saveLost).includes(name), name)
  const megabytes = Number(/Nursery, .*\d{4}, ([\d.]+) MB/.exec(await other.text())?.[1])
  assert.deepEqual(await savedFiles(family, names.whole), [full])
  await other.tap('button', name)
  const [file = ''] = await savedFiles(family, names.whole, 1, [full])
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio', 'video'])
  assert.ok(found.seconds > recordedS - mostLostS, `${found.seconds} s of ${recordedS} s`)
  assert.ok(found.seconds < recordedS + 3, `${found.seconds} s of ${recordedS} s`)
  const savedMegabytes = (await stat(file)).size / 1_000_000
  assert.ok(
    Math.abs(megabytes - savedMegabytes) < 0.2 * savedMegabytes + 0.1,
    `${megabytes} MB of ${savedMegabytes} MB`,
  )
  await expectSeekable(file, found.seconds)
  await expectPictures(file, found.seconds)
  await expectAudible(file)
  // It is in Downloads: offered no more, kept as a copy, as the one before.
  await expectOfferedNoMore(other)
  await other.page.locator(`summary::-p-text(${recordingText.options})`).click()
  assert.equal((await buttons(other, /^Save the recording of .* again$/)).length, 2)
  return other
}

async function expectDeleted(family: Family, tab: Phone): Promise<void> {
  const files = await readdir(family.downloads)
  await expectLive(tab)
  await tapRecord(tab)
  await until('something is recorded', async () => ((await told(tab))?.megabytes ?? 0) > 0)
  const next = family.adopt(await openTab(tab, 'next tab'))
  // In the middle, as a swipe does it.
  await tab.close()
  await next.go('/parent')
  await next.find('button', 'Save last minute')
  const [name = ''] = await until(
    'what the closed tab recorded is offered',
    async () => {
      // The browser may let go of it a moment later.
      if ((await offered(next)).length === 0) await visitAnew(next)
      return offered(next)
    },
    ({ length }) => length === 1,
  )
  const remove = name.replace('Save', 'Delete')
  await next.tap('button', remove)
  await next.tap('button', recordingText.deleteNo)
  await next.tap('button', remove)
  await next.tap('button', recordingText.deleteYes)
  await expectOfferedNoMore(next)
  await visitAnew(next)
  assert.deepEqual(await offered(next), [])
  assert.deepEqual(await readdir(family.downloads), files)
}

function clock(): string {
  return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
