// A moment that is over already, and one picture of it.

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAudible, expectSeekable, pixels, probe } from './file.ts'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import type { Phone } from './phone.ts'
import { nearest } from './picture.ts'
import { expectSound, expectStatus, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse({ camera: 'quarters' })

async function watching(family: Family): Promise<Phone> {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectStatus(parent, 'Live')
  await expectSound(parent)
  await parent.find('button', 'Save last minute')
  return parent
}

async function saved(family: Family, ending: RegExp): Promise<string[]> {
  const files = await until(
    'the file is there',
    () => readdir(family.downloads),
    (all) => all.some((file) => ending.test(file)),
  )
  return files.filter((file) => ending.test(file)).map((file) => join(family.downloads, file))
}

async function waitFrom(beganMs: number, seconds: number): Promise<void> {
  await until(
    `${seconds} s are over`,
    () => performance.now() - beganMs,
    (ms) => ms >= seconds * 1000,
    seconds * 1000 + 1000,
  )
}

house.journey('the last minute is saved, up to the tap and without Record', async (family) => {
  const parent = await watching(family)
  const beganMs = performance.now()
  await waitFrom(beganMs, 70)
  await parent.tap('button', 'Save last minute')
  const [file = ''] = await saved(family, /^BeddyBytes-Nursery-[\d-]+\.(mp4|webm)$/)
  await parent.sees('Saved in Downloads: BeddyBytes-Nursery-')
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio', 'video'])
  assert.ok(found.seconds >= 59.5 && found.seconds < 65, `${found.seconds} s`)
  await expectSeekable(file, found.seconds)
  await expectAudible(file)
})

house.journey('the last minute goes on through Record, and is one file', async (family) => {
  const parent = await watching(family)
  const beganMs = performance.now()
  await waitFrom(beganMs, 5)
  await parent.tap('button', 'Record')
  await parent.find('button', 'Stop recording')
  await waitFrom(beganMs, 10)
  await parent.tap('button', 'Stop recording')
  const [recorded = ''] = await saved(family, /\.(mp4|webm)$/)
  await parent.sees('Saved in Downloads: BeddyBytes-Nursery-')
  await waitFrom(beganMs, 14)
  const elapsedS = (performance.now() - beganMs) / 1000
  await parent.tap('button', 'Save last minute')
  const files = await until(
    'a second file is there',
    () => saved(family, /\.(mp4|webm)$/),
    (all) => all.length === 2,
  )
  const found = await probe(files.find((file) => file !== recorded) ?? '')
  assert.ok(found.seconds > elapsedS - 1, `${found.seconds} s of ${elapsedS} s`)
  assert.ok(found.seconds < elapsedS + 5, `${found.seconds} s of ${elapsedS} s`)
})

house.journey('a snapshot has all pixels of the picture, and is the picture', async (family) => {
  const parent = await watching(family)
  const before = await size(parent)
  await parent.tap('button', 'Snapshot')
  const [file = ''] = await saved(family, /^BeddyBytes-Nursery-[\d-]+\.png$/)
  await parent.sees('Saved in Downloads: BeddyBytes-Nursery-')
  const found = await pixels(file)
  // The stream may grow in between, as every one does at its start.
  const after = await size(parent)
  assert.ok([before, after].includes(`${found.width} x ${found.height}`), `${found.width} x ${found.height}, ${after}`)
  const colours = [
    [0.3, 0.3],
    [0.7, 0.3],
    [0.3, 0.7],
    [0.7, 0.7],
    [0.05, 0.05],
  ].map(([x = 0, y = 0]) => nearest(found.at(x, y)))
  assert.deepEqual(colours, ['red', 'green', 'blue', 'yellow', 'white'])
})

function size(phone: Phone): Promise<string> {
  return phone.page.$eval('video', ({ videoWidth, videoHeight }) => `${videoWidth} x ${videoHeight}`)
}
