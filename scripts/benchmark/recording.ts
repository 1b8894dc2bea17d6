// What a long recording costs the parent's phone in memory, and how long its file takes after Stop; beside a MediaRecorder that keeps all
// of it in memory. Both record at the same time, each in a browser of its own: an hour is long.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBox } from '../smoke/box.ts'
import { probe } from '../smoke/file.ts'
import { processOf } from '../smoke/phone.ts'
import type { Phone } from '../smoke/phone.ts'
import { writeCamera } from './camera.ts'
import { createHousehold } from './child.ts'
import { openBarePair, openOwnPair } from './pairs.ts'
import type { Pair } from './pairs.ts'
import { residentMiB, treeMiB } from './process.ts'
import type { References } from './references.ts'
import type { Measured } from './report.ts'

/** Until the last minute is full, which is kept whether anybody records or not. */
const mostWarmUpS = 70
const fileMs = 120_000
const toleranceS = 5

declare global {
  interface Window {
    endRecording(): void
  }
}

interface Recording {
  readonly tabMiB: number
  readonly browserMiB: number
  readonly fileMs: number
}

export async function measureRecording(references: References, minutes: number): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
  const household = await createHousehold(references)
  const bare = await household.openReference('bare')
  const box = await openBox()
  const pairs: Pair[] = []
  try {
    const options = { cameraFile: await writeCamera('whole', { width: 640, height: 480 }, folder), parents: 1 }
    const ownPair = await openOwnPair(box, options)
    pairs.push(ownPair)
    const barePair = await openBarePair(bare.url, options)
    pairs.push(barePair)
    await pause(Math.min(mostWarmUpS, minutes * 60))
    const recordings = [
      await begin(ownPair, expectDuration, async (parent) => {
        await parent.tap('button', 'Record')
        await parent.find('button', 'Stop recording')
        return () => parent.tap('button', 'Stop recording')
      }),
      await begin(barePair, expectBytes, async ({ page }) => {
        await page.evaluate(() => {
          window.endRecording = window.recordInMemory()
        })
        return () => page.evaluate(() => window.endRecording())
      }),
    ]
    await pause(minutes * 60)
    const [own, reference] = [await recordings[0]?.(), await recordings[1]?.()]
    if (own === undefined || reference === undefined) throw new Error('Nothing was recorded.')
    return figuresOf(minutes, own, reference)
  } finally {
    for (const pair of pairs) await pair.close()
    await box.close()
    await bare.close()
    household.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns what ends it and tells what it has cost */
async function begin(
  pair: Pair,
  check: (file: string, seconds: number) => Promise<void>,
  start: (parent: Phone) => Promise<() => Promise<void>>,
): Promise<() => Promise<Recording>> {
  const [parent] = pair.parents
  if (parent === undefined) throw new Error('There is no parent.')
  const { id } = await processOf(parent)
  const memory = async () => {
    await collectGarbage(parent)
    return { tab: residentMiB(id), browser: treeMiB(pair.parentsProcess) }
  }
  const before = await memory()
  const stop = await start(parent)
  const startedMs = performance.now()
  return async () => {
    const after = await memory()
    const leastS = (performance.now() - startedMs) / 1000
    const stoppedMs = performance.now()
    await stop()
    const file = await wholeFile(pair.downloads)
    const tookMs = performance.now() - stoppedMs
    await check(file, leastS)
    return { tabMiB: after.tab - before.tab, browserMiB: after.browser - before.browser, fileMs: tookMs }
  }
}

async function expectDuration(file: string, wantedS: number): Promise<void> {
  const { seconds } = await probe(file)
  if (Math.abs(seconds - wantedS) > toleranceS) throw new Error(`${file} has ${seconds} s instead of ${wantedS}.`)
}

/** A WebM of MediaRecorder tells no duration. */
async function expectBytes(file: string): Promise<void> {
  const { size } = await stat(file)
  if (size === 0) throw new Error(`${file} is empty.`)
}

const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** What is kept counts, not when the browser last tidied up. */
async function collectGarbage({ page }: Phone): Promise<void> {
  const session = await page.createCDPSession()
  for (const { client } of [{ client: session }, ...page.workers()]) {
    // A worker may have ended meanwhile.
    await client.send('HeapProfiler.collectGarbage').catch(() => undefined)
  }
  await session.detach()
}

async function wholeFile(folder: string): Promise<string> {
  for (const untilMs = performance.now() + fileMs; performance.now() < untilMs;) {
    const [name] = readdirSync(folder)
    if (name !== undefined && !name.endsWith('.crdownload')) return join(folder, name)
    await pause(0.005)
  }
  throw new Error(`There is no file after ${fileMs} ms.`)
}

function figuresOf(minutes: number, own: Recording, reference: Recording): readonly Measured[] {
  const figure = (
    name: string,
    unit: string,
    digits: number,
    of: (one: Recording) => number,
    atMost: number | null,
  ) => ({
    name: `Recording for ${minutes} min: ${name}`,
    unit,
    digits,
    beside: 'MediaRecorder into memory',
    own: [of(own)],
    reference: [of(reference)],
    goal: atMost === null ? null : { of: 'value' as const, atMost },
  })
  return [
    figure("growth of the parent's tab (VmRSS)", 'MiB', 1, ({ tabMiB }) => tabMiB, 20),
    figure("growth of the parent's whole browser (PSS)", 'MiB', 1, ({ browserMiB }) => browserMiB, null),
    figure('from Stop to the file', 's', 2, ({ fileMs: ms }) => ms / 1000, 2),
  ]
}
