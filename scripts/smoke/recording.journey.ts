// A recording lands in Downloads as a file that players play: right name, right length, picture and sound.

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { recordingText } from '../../public/text/en-recording.ts'
import { expectAudible, expectLasts, expectSeekable, expectVisible, probe } from './file.ts'
import type { Span } from './file.ts'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import type { Phone } from './phone.ts'
import { expectLive, expectSound, expectStatus, openParent, pressStart, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()
const fileName = /^BeddyBytes-Nursery-\d{4}-\d{2}-\d{2}-\d{6}\.(mp4|webm|m4a)$/
const partName = /^BeddyBytes-Nursery-\d{4}-\d{2}-\d{2}-\d{6}-part2\.(mp4|webm)$/
const wantedS = 4

/** Gives the file and how long it should be. */
async function record(family: Family, parent: Phone): Promise<Span & { file: string }> {
  const tappedMs = performance.now()
  await parent.tap('button', 'Record')
  await parent.find('button', 'Stop recording')
  const startedMs = performance.now()
  await until(
    'enough is recorded',
    () => performance.now() - startedMs,
    (ms) => ms >= wantedS * 1000,
  )
  const leastS = (performance.now() - startedMs) / 1000
  await parent.tap('button', 'Stop recording')
  const mostS = (performance.now() - tappedMs) / 1000
  const [name = ''] = await until(
    'the file is there',
    () => readdir(family.downloads),
    (files) => files.some((file) => fileName.test(file)),
  )
  await parent.sees(name)
  await parent.find('button', 'Record')
  assert.deepEqual((await readdir(family.downloads)).length, 1)
  return { file: join(family.downloads, name), leastS, mostS }
}

async function openSettings(parent: Phone): Promise<void> {
  await parent.find('button', 'Save last minute')
  await parent.page.locator(`summary::-p-text(${recordingText.options})`).click()
}

async function tick(parent: Phone, name: string): Promise<void> {
  await parent.page.locator(`::-p-aria([name=${JSON.stringify(name)}][role="checkbox"])`).click()
}

house.journey('a recording with picture', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  const { file, ...span } = await record(family, parent)
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio', 'video'])
  expectLasts(found.seconds, span)
  await expectSeekable(file, found.seconds)
  await expectVisible(file, found.seconds)
  await expectAudible(file)
  await expectLive(parent)
})

house.journey('a recording of sound alone', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account, { camera: false })
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectStatus(parent, 'Live')
  await expectSound(parent)
  const { file, ...span } = await record(family, parent)
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio'])
  expectLasts(found.seconds, span)
  await expectAudible(file)
})

house.journey('a recording is kept when the Baby Station stops', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  await parent.tap('button', 'Record')
  await parent.find('button', 'Stop recording')
  await expectLive(parent)
  await baby.tap('button', 'Stop')
  await expectStatus(parent, 'Baby Station stopped')
  const [name = ''] = await until(
    'the file is there',
    () => readdir(family.downloads),
    (files) => files.some((file) => fileName.test(file)),
  )
  const found = await probe(join(family.downloads, name))
  assert.ok(found.seconds > 0.5)
})

house.journey('a recording goes on in a second part when the Baby Station was lost and is back', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  await parent.tap('button', 'Record')
  await parent.find('button', 'Stop recording')
  await expectLive(parent)
  await baby.page.reload()
  await expectStatus(parent, 'Reconnecting')
  await pressStart(baby, family.account)
  await expectLive(parent)
  await parent.tap('button', 'Stop recording')
  const files = await until(
    'both parts are there',
    () => readdir(family.downloads),
    (all) => all.length === 2 && all.some((file) => fileName.test(file)) && all.some((file) => partName.test(file)),
  )
  for (const file of files) {
    const found = await probe(join(family.downloads, file))
    assert.deepEqual(found.kinds, ['audio', 'video'])
    await expectAudible(join(family.downloads, file))
  }
})

house.journey('only the sound is recorded when the parent says so', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  await openSettings(parent)
  await tick(parent, 'Record sound only')
  const { file, ...span } = await record(family, parent)
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio'])
  expectLasts(found.seconds, span)
  await expectAudible(file)
})
