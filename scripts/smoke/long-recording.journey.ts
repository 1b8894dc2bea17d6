// An hour of recording, told in half a minute: the memory of the tab stays flat, and the file has its hour.

import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expectSeekable, probe } from './file.ts'
import { createHouse } from './house.ts'
import { installHurriedRecorder, makeHour } from './hour.ts'
import { processOf } from './phone.ts'
import type { Phone } from './phone.ts'
import { expectStatus, openParent, startBaby } from './stations.ts'
import { until } from './wait.ts'

const house = createHouse()
const seconds = 3600
const patienceMs = 100_000
const mebibyte = 1024 * 1024

/**
 * Of the tab's own, in MiB: what it shares with the browser's other processes grows with each picture shown, recorded or not.
 * Browsers collect garbage by the clock, too, which runs too slowly here: an hour has many such collections.
 */
async function memoryOf(phone: Phone, process: number): Promise<number> {
  const page = await phone.page.createCDPSession()
  for (const { client } of [{ client: page }, ...phone.page.workers()]) {
    // A worker may have ended meanwhile.
    await client.send('HeapProfiler.collectGarbage').catch(() => undefined)
  }
  await page.detach()
  const status = await readFile(`/proc/${process}/status`, 'utf8')
  return Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}

house.journey('an hour costs no more memory than a minute', async (family) => {
  const baby = await family.phone('baby')
  await startBaby(baby, family.account)
  const parent = await family.phone('parent', { path: null })
  const hour = await makeHour(seconds)
  // Without the ring: its minute would be the whole hour here.
  await parent.page.evaluateOnNewDocument(() => localStorage.setItem('beddybytes.last-minute-picture', 'no'))
  await parent.page.evaluateOnNewDocument(installHurriedRecorder, hour)
  await parent.go('/')
  await openParent(parent)
  await expectStatus(parent, 'Live')
  await parent.find('button', 'Snapshot')
  const renderer = await processOf(parent)
  await parent.tap('button', 'Record')

  const stages: Record<'early' | 'late' | 'finishing', number[]> = { early: [], late: [], finishing: [] }
  await until(
    'the hour is recorded',
    async () => {
      const share = await parent.page.evaluate(() => window.hurried.share)
      if (share > 0.05) stages[share < 0.3 ? 'early' : 'late'].push(await memoryOf(parent, renderer.id))
      return share
    },
    (share) => share === 1,
    patienceMs,
  )
  await parent.tap('button', 'Stop recording')
  const [name = ''] = await until(
    'the file is there',
    async () => {
      stages.finishing.push(await memoryOf(parent, renderer.id))
      return (await readdir(family.downloads)).filter((file) => file.endsWith('.mp4'))
    },
    (files) => files.length > 0,
    patienceMs,
  )
  const [early, late, finishing] = [stages.early, stages.late, stages.finishing].map((all) => Math.max(...all))
  const recorded = (hour.bytesPerFragment * hour.fragments) / mebibyte
  assert.ok(recorded > 150)
  const said = `${recorded.toFixed(0)} MiB recorded; ${early?.toFixed(0)} early, ${late?.toFixed(0)} late, ${finishing?.toFixed(0)} MiB finishing`
  assert.ok((late ?? Infinity) < (early ?? 0) + 24, said)
  assert.ok((finishing ?? Infinity) < (early ?? 0) + 64, said)
  const file = join(family.downloads, name)
  const found = await probe(file)
  assert.ok(Math.abs(found.seconds - seconds) < 2, `${found.seconds} s`)
  await expectSeekable(file, found.seconds)
})
