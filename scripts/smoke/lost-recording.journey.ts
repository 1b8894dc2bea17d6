// A recording outlives what ends its tab: a crash, another tab, a full phone.

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { recordingText } from '../../public/text/en-recording.ts'
import { expectAudible, expectSeekable, expectPictures, probe } from './file.ts'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import { openTab, processOf } from './phone.ts'
import type { Phone } from './phone.ts'
import { expectLive, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()
/** MP4 is written from key frame to key frame, every 2 s, and handed out each second. */
const mostLostS = 3.5

/** The name of the button that saves what a crash left behind. */
async function offered(phone: Phone): Promise<string[]> {
  const names = await phone.page.$$eval('button', (buttons) => buttons.map(({ innerText }) => innerText.trim()))
  return names.filter((name) => /^Save the recording of \d\d:\d\d$/.test(name))
}

async function watching(family: Family): Promise<Phone> {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  return parent
}

async function startRecording(parent: Phone): Promise<number> {
  await parent.tap('button', 'Record')
  await parent.find('button', 'Stop recording')
  return performance.now()
}

async function recordFor(beganMs: number, seconds: number): Promise<void> {
  await until(
    'enough is recorded',
    () => performance.now() - beganMs,
    (ms) => ms >= seconds * 1000,
  )
}

async function savedFile(family: Family): Promise<string> {
  const [name = ''] = await until(
    'the file is there',
    () => readdir(family.downloads),
    (files) => files.some((file) => /^BeddyBytes-Nursery-[\d-]+\.(mp4|webm)$/.test(file)),
  )
  return join(family.downloads, name)
}

house.journey('what was recorded when the tab was killed is offered at the next visit, and plays', async (family) => {
  const parent = await watching(family)
  const renderer = await processOf(parent)
  const atClock = clock()
  const beganMs = await startRecording(parent)
  await recordFor(beganMs, 8)
  const recordedS = (performance.now() - beganMs) / 1000
  parent.expectErrors(/^crash/)
  renderer.kill()
  const again = family.adopt(await openTab(parent, 'parent again'))
  await parent.close()
  await again.go('/parent')
  const [name = ''] = await until(
    'it is offered',
    () => offered(again),
    (names) => names.length > 0,
  )
  assert.ok([`Save the recording of ${atClock}`, `Save the recording of ${clock()}`].includes(name), name)
  assert.deepEqual(await readdir(family.downloads), [])
  await again.tap('button', name)
  const file = await savedFile(family)
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio', 'video'])
  assert.ok(found.seconds > recordedS - mostLostS, `${found.seconds} s of ${recordedS} s`)
  assert.ok(found.seconds < recordedS + 3, `${found.seconds} s of ${recordedS} s`)
  await expectSeekable(file, found.seconds)
  await expectPictures(file, found.seconds)
  await expectAudible(file)
  // It is in Downloads: offered no more, kept as a copy.
  await until(
    'it is offered no more',
    () => offered(again),
    (names) => names.length === 0,
  )
  await again.page.locator(`summary::-p-text(${recordingText.options})`).click()
  await again.find('button', `${name} again`)
})

house.journey(
  'what another tab records is not offered, and what it left is deleted after a question',
  async (family) => {
    const parent = await watching(family)
    const other = family.adopt(await openTab(parent, 'other tab'))
    await other.go('/parent')
    await other.find('button', 'Save last minute')
    await parent.page.bringToFront()
    const beganMs = await startRecording(parent)
    await recordFor(beganMs, 4)
    await other.page.bringToFront()
    await other.page.reload()
    await other.find('button', 'Save last minute')
    assert.deepEqual(await offered(other), [])
    // Closed in the middle, as a swipe does it.
    await parent.close()
    const [name = ''] = await until(
      'it is offered',
      async () => {
        await other.page.reload()
        await other.find('button', 'Save last minute')
        return offered(other)
      },
      (names) => names.length > 0,
    )
    await other.tap('button', name.replace('Save', 'Delete'))
    await other.tap('button', 'Keep it')
    await other.tap('button', name.replace('Save', 'Delete'))
    await other.tap('button', 'Delete for ever')
    await until(
      'it is gone',
      () => offered(other),
      (names) => names.length === 0,
    )
    await other.page.reload()
    await other.find('button', 'Save last minute')
    assert.deepEqual(await offered(other), [])
    assert.deepEqual(await readdir(family.downloads), [])
  },
)

house.journey('a full phone ends the recording in words, and what there was is saved', async (family) => {
  const parent = await watching(family)
  const beganMs = await startRecording(parent)
  await recordFor(beganMs, 6)
  const session = await parent.page.createCDPSession()
  const { origin } = new URL(parent.page.url())
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin })
  // Not even the next chunk fits.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 1000 })
  await parent.sees('This phone is full, so the recording has ended.')
  await parent.sees('What there was is in Downloads: BeddyBytes-Nursery-')
  const recordedS = (performance.now() - beganMs) / 1000
  const file = await savedFile(family)
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio', 'video'])
  assert.ok(found.seconds > 5 && found.seconds < recordedS + 3, `${found.seconds} s`)
  await expectSeekable(file, found.seconds)
  await expectLive(parent)
  await session.send('Storage.overrideQuotaForOrigin', { origin })
})

function clock(): string {
  return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
