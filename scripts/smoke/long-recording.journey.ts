// An hour of recording, told in half a minute: the memory of the tab stays flat, and the file has its hour.

import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { recordingText } from '../../public/text/en-recording.ts'
import { expectSeekable, probe } from './file.ts'
import { createHouse } from './house.ts'
import { installHurriedRecorder, makeHour } from './hour.ts'
import { processOf } from './phone.ts'
import type { Phone } from './phone.ts'
import { told } from './recorder.ts'
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

/** Writes down what the progress bar says, 0 to 100, each time that it says something else. */
async function watchProgress(phone: Phone): Promise<() => Promise<readonly number[]>> {
  const handle = await phone.page.evaluateHandle(() => {
    const values: number[] = []
    const look = (): void => {
      const bar = document.querySelector('progress')
      if (bar !== null && values.at(-1) !== bar.value) values.push(bar.value)
    }
    const changes: MutationObserverInit = { subtree: true, childList: true, attributeFilter: ['value'] }
    new MutationObserver(look).observe(document.body, changes)
    return values
  })
  return () => handle.jsonValue()
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
  // To collect garbage takes longer than to record.
  const apart = 0.05
  let measuredAt = 0
  await until(
    'the hour is recorded',
    async () => {
      const share = await parent.page.evaluate(() => window.hurried.share)
      if (share >= measuredAt + apart) {
        measuredAt = share
        stages[share < 0.3 ? 'early' : 'late'].push(await memoryOf(parent, renderer.id))
      }
      return share
    },
    (share) => share === 1,
    patienceMs,
  )
  const recorded = hour.bytesPerFragment * hour.fragments
  await until(
    'the parent is told how much it is',
    () => told(parent),
    (now) => Math.abs((now?.megabytes ?? 0) - recorded / 1_000_000) < 2,
  )
  const progress = await watchProgress(parent)
  await parent.tap('button', 'Stop recording')
  await parent.page.waitForSelector(`::-p-aria([name="${recordingText.progress}"][role="progressbar"])`)
  const apartMs = 500
  let measuredMs = 0
  const [name = ''] = await until(
    'the file is there',
    async () => {
      if (performance.now() >= measuredMs + apartMs) {
        stages.finishing.push(await memoryOf(parent, renderer.id))
        measuredMs = performance.now()
      }
      return (await readdir(family.downloads)).filter((file) => file.endsWith('.mp4'))
    },
    (files) => files.length > 0,
    patienceMs,
  )
  assert.ok(Object.values(stages).every(({ length }) => length > 2))
  const [early, late, finishing] = [stages.early, stages.late, stages.finishing].map((all) => Math.max(...all))
  assert.ok(recorded > 150 * mebibyte)
  const said = `${(recorded / mebibyte).toFixed(0)} MiB recorded; ${early?.toFixed(0)} early, ${late?.toFixed(0)} late, ${finishing?.toFixed(0)} MiB finishing`
  assert.ok((late ?? Infinity) < (early ?? 0) + 24, said)
  assert.ok((finishing ?? Infinity) < (early ?? 0) + 64, said)
  const shown = await progress()
  assert.ok(shown.length > 10, `the progress bar went ${shown.join()}`)
  assert.deepEqual(
    shown,
    shown.toSorted((a, b) => a - b),
  )
  const file = join(family.downloads, name)
  const found = await probe(file)
  assert.ok(Math.abs(found.seconds - seconds) < 2, `${found.seconds} s`)
  await expectSeekable(file, found.seconds)
})
