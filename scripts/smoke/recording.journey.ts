// A recording lands in Downloads as a file that players play: right name, right length, picture and sound.

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { createHouse } from './house.ts'
import type { Family } from './house.ts'
import type { Phone } from './phone.ts'
import { expectLive, expectSound, expectStatus, openParent, pressStart, startBaby } from './stations.ts'
import { runTool } from './tool.ts'
import { until } from './wait.ts'

const house = createHouse()
const fileName = /^BeddyBytes-Nursery-\d{4}-\d{2}-\d{2}-\d{6}\.(mp4|webm|m4a)$/
const partName = /^BeddyBytes-Nursery-\d{4}-\d{2}-\d{2}-\d{6}-part2\.(mp4|webm)$/
const wantedS = 4

/** Records until the page's own clock says that it is enough; gives the file and how long it should be. */
async function record(family: Family, parent: Phone): Promise<{ file: string; seconds: number }> {
  await parent.tap('button', 'Record')
  await parent.find('button', 'Stop recording')
  const startedMs = performance.now()
  await until(
    'enough is recorded',
    () => performance.now() - startedMs,
    (ms) => ms >= wantedS * 1000,
  )
  const seconds = (performance.now() - startedMs) / 1000
  await parent.tap('button', 'Stop recording')
  const [name = ''] = await until(
    'the file is there',
    () => readdir(family.downloads),
    (files) => files.some((file) => fileName.test(file)),
  )
  await parent.sees(name)
  await parent.find('button', 'Record')
  assert.deepEqual((await readdir(family.downloads)).length, 1)
  return { file: join(family.downloads, name), seconds }
}

const probeSchema = v.object({
  format: v.object({ duration: v.pipe(v.string(), v.transform(Number)) }),
  streams: v.array(v.object({ codec_type: v.string() })),
})

async function probe(file: string): Promise<{ seconds: number; kinds: string[] }> {
  const said = await runTool('ffprobe', ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', file])
  const { format, streams } = v.parse(probeSchema, JSON.parse(said))
  return { seconds: format.duration, kinds: streams.map(({ codec_type: kind }) => kind).toSorted() }
}

async function expectAudible(file: string): Promise<void> {
  const said = await runTool('ffmpeg', [
    '-hide_banner',
    '-nostats',
    '-i',
    file,
    '-vn',
    '-af',
    'volumedetect',
    '-f',
    'null',
    '-',
  ])
  const loudest = Number(/max_volume: (-?[\d.]+) dB/.exec(said)?.[1])
  assert.ok(loudest > -40, `the loudest sound is at ${loudest} dB`)
}

async function expectVisible(file: string, seconds: number): Promise<void> {
  const said = await runTool('ffmpeg', [
    '-hide_banner',
    '-nostats',
    '-i',
    file,
    '-an',
    '-vf',
    'blackdetect=d=0.1:pic_th=0.98,freezedetect=d=1',
    '-f',
    'null',
    '-',
  ])
  assert.ok(!said.includes('black_start'), said)
  assert.ok(!said.includes('freeze_start'), said)
  const frames = Number([...said.matchAll(/frame=\s*(\d+)/g)].at(-1)?.[1])
  assert.ok(frames > 5 * seconds, `it has ${frames} frames in ${seconds} s`)
}

house.journey('a recording with picture', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent')
  await openParent(parent)
  await expectLive(parent)
  const { file, seconds } = await record(family, parent)
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio', 'video'])
  assert.ok(Math.abs(found.seconds - seconds) < 0.5, `${found.seconds} s instead of ${seconds} s`)
  await expectVisible(file, seconds)
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
  const { file, seconds } = await record(family, parent)
  const found = await probe(file)
  assert.deepEqual(found.kinds, ['audio'])
  assert.ok(Math.abs(found.seconds - seconds) < 0.5, `${found.seconds} s instead of ${seconds} s`)
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
