// From the camera to the parent's screen and from the microphone to the parent's loudspeaker, with picture and sound on, across the
// rooms of a house, beside two pages with an RTCPeerConnection and nothing else in the same rooms.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Phone } from '../smoke/phone.ts'
import { until } from '../smoke/wait.ts'
import { inHome, leave } from './home.ts'
import type { Home } from './home.ts'
import type { References } from './references.ts'
import type { Measured } from './report.ts'
import { beginStamps, roundMs, stamp, takeStamps, writeNumbered } from './stamps.ts'
import type { Stamps } from './stamps.ts'
import { median, percentile } from './statistics.ts'
import { clickEveryMs, writeTone } from './tone.ts'

/** For the picture to reach its size and for the buffers to find theirs. */
const settleMs = 8000
const watchMs = 12_000
const wholeWidth = 640
/** What is later is taken for the next round. */
const mostClickMs = 0.8 * clickEveryMs
/** Of 360 and of 12; on a busy machine some are never shown, or not looked at. */
const enough = { pictures: 100, clicks: 8 }

interface Delays {
  readonly pictureMs: number
  readonly slowPictureMs: number
  readonly soundMs: number
}

export async function measureGlass(references: References, runs: number): Promise<readonly Measured[] | null> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
  try {
    const options = {
      cameraFile: await writeNumbered(folder),
      soundFile: await writeTone('clicks', folder),
      beforeBaby: stamp,
      beforeParent: stamp,
    }
    return await inHome(references, options, async (home) => {
      const own: Delays[] = []
      const reference: Delays[] = []
      while (own.length < runs) {
        own.push(await watch(home, false))
        reference.push(await watch(home, true))
      }
      const figure = (name: string, of: (delays: Delays) => number): Omit<Measured, 'goal'> => ({
        name,
        unit: 'ms',
        digits: 1,
        beside: 'bare RTCPeerConnection',
        own: own.map(of),
        reference: reference.map(of),
      })
      return [
        {
          ...figure('Glass to glass, with sound: the picture', ({ pictureMs }) => pictureMs),
          goal: { of: 'ratio', atMost: 1.05 },
          note: 'Between two browsers in two rooms; a page that calls itself would have no network between, and one processor less busy.',
        },
        {
          ...figure(
            'Glass to glass, with sound: the slowest 5 % of the pictures',
            ({ slowPictureMs }) => slowPictureMs,
          ),
          goal: null,
        },
        {
          ...figure('From a click at the microphone to the parent', ({ soundMs }) => soundMs),
          goal: { of: 'value', atMost: 100 },
          note: 'Until the browser hands it to the loudspeaker: what a phone adds by itself is not in it.',
        },
      ]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One that breaks, for instance because the machine has shown too little, is no reason to begin anew with all. */
async function watch(home: Home, bare: boolean): Promise<Delays> {
  return watchOnce(home, bare).catch((error: unknown) => {
    process.stderr.write(`  again, because of ${String(error)}\n`)
    return watchOnce(home, bare)
  })
}

async function watchOnce(home: Home, bare: boolean): Promise<Delays> {
  const baby = bare ? home.bareBaby : home.baby
  const parent = await (bare ? home.openBareParent() : home.openParent())
  try {
    return await look(baby, parent, bare)
  } finally {
    await leave(parent)
  }
}

async function look(baby: Phone, parent: Phone, bare: boolean): Promise<Delays> {
  await (bare ? parent.tap('button', 'Watch') : parent.tap('link', 'Parent Station'))
  await until(
    `${parent.label} sees the whole picture`,
    () => parent.page.evaluate(() => document.querySelector('video')?.videoWidth ?? 0),
    (width) => width >= wholeWidth,
    30_000,
  )
  await pause(settleMs)
  await Promise.all([beginStamps(baby), beginStamps(parent)])
  await pause(watchMs)
  // The parent's first: what it has seen, the baby has sent.
  const shown = await takeStamps(parent)
  const captured = await takeStamps(baby)
  return delaysOf(captured, shown)
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function delaysOf(captured: Stamps, shown: Stamps): Delays {
  const after = (times: readonly number[], atMs: number, mostMs: number): readonly number[] => {
    const ms = atMs - Math.max(...times.filter((time) => time <= atMs))
    return ms < mostMs ? [ms] : []
  }
  const pictures = shown.pictures.flatMap(({ number, atMs }) => {
    const same = captured.pictures.filter((one) => one.number === number)
    return after(
      same.map((one) => one.atMs),
      atMs,
      roundMs / 2,
    )
  })
  const clicks = shown.clicks.flatMap((atMs) => after(captured.clicks, atMs, mostClickMs))
  if (pictures.length < enough.pictures || clicks.length < enough.clicks) {
    throw new Error(`Only ${pictures.length} pictures and ${clicks.length} clicks were found again.`)
  }
  return { pictureMs: median(pictures), slowPictureMs: percentile(pictures, 0.95), soundMs: median(clicks) }
}
