// One minute at the Parent Station: a picture of it, what was recorded in it, and at its end the minute itself.

import assert from 'node:assert/strict'
import { recordingText } from '../../public/text/en-recording.ts'
import {
  expectAudible,
  expectLasts,
  expectPictures,
  expectSeekable,
  expectSeekableTo,
  expectVisible,
  pixels,
  probe,
} from './file.ts'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import type { Phone } from './phone.ts'
import { nearest } from './picture.ts'
import { names, record, savedFiles } from './recorder.ts'
import { expectLive, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse({ camera: 'moving quarters' })
/** Long enough to see that time and size grow. */
const pictureS = 12
const soundS = 4

house.journey('Snapshot and Record, and then the last minute, which goes on through both', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  await parent.find('button', 'Save last minute')
  const beganMs = performance.now()
  const passedS = (): number => (performance.now() - beganMs) / 1000

  await expectSnapshot(family, parent)
  await parent.page.locator(`summary::-p-text(${recordingText.options})`).click()
  await tickSoundOnly(parent)
  const sound = await expectRecordingOfSound(family, parent)
  await tickSoundOnly(parent)
  const recordedS = passedS() + pictureS / 2
  const picture = await expectRecording(family, parent)

  await until('a minute is over', passedS, (seconds) => seconds > 61.5, 62_000)
  await parent.tap('button', 'Save last minute')
  const tappedS = passedS()
  const [file = ''] = await savedFiles(family, names.whole, 1, [sound, picture])
  await parent.sees(recordingText.saved(nameOf(file)))
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio', 'video'])
  assert.ok(found.seconds >= 59.5 && found.seconds < 65, `${found.seconds} s`)
  // Without the time of the recordings it could not be as long.
  assert.ok(tappedS - pictureS < 58, `tapped after ${tappedS} s`)
  await expectSeekable(file, found.seconds)
  await expectSeekableTo(file, found.seconds - tappedS + recordedS)
  await expectPictures(file, found.seconds)
  await expectAudible(file)
  await expectLive(parent)
})

async function expectSnapshot(family: Family, parent: Phone): Promise<void> {
  const before = await size(parent)
  await parent.tap('button', 'Snapshot')
  const [file = ''] = await savedFiles(family, names.picture)
  await parent.sees(recordingText.saved(nameOf(file)))
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
}

async function tickSoundOnly(parent: Phone): Promise<void> {
  await parent.page.locator(`::-p-aria([name="${recordingText.soundOnly}"][role="checkbox"])`).click()
}

/** The picture goes into the last minute all the same. */
async function expectRecordingOfSound(family: Family, parent: Phone): Promise<string> {
  const { file, ...span } = await record(family, parent, soundS)
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio'])
  expectLasts(found.seconds, span)
  await expectAudible(file)
  return file
}

async function expectRecording(family: Family, parent: Phone): Promise<string> {
  const { file, ...span } = await record(family, parent, pictureS)
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio', 'video'])
  expectLasts(found.seconds, span)
  await expectSeekable(file, found.seconds)
  await expectVisible(file, found.seconds)
  await expectAudible(file)
  return file
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

function size(phone: Phone): Promise<string> {
  return phone.page.$eval('video', ({ videoWidth, videoHeight }) => `${videoWidth} x ${videoHeight}`)
}
