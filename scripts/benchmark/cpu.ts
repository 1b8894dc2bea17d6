// What the stations cost a phone's processor: of both browsers with all their processes, in percent of one core, beside the same picture
// sent by getUserMedia to RTCPeerConnection and nothing else.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cameraText } from '../../public/text/en-camera.ts'
import { roomText } from '../../public/text/en-room.ts'
import { cropOf, stepFactor } from '../../public/zoom/area.ts'
import type { Size } from '../../public/zoom/area.ts'
import { openBox } from '../smoke/box.ts'
import type { Box } from '../smoke/box.ts'
import type { Phone } from '../smoke/phone.ts'
import { until } from '../smoke/wait.ts'
import { writeCamera, zoomTaps } from './camera.ts'
import type { Scene } from './camera.ts'
import { createHousehold } from './child.ts'
import { openBarePair, openOwnPair } from './pairs.ts'
import type { Pair, PairOptions } from './pairs.ts'
import { treeCpuMs } from './process.ts'
import type { References } from './references.ts'
import type { Goal, Measured } from './report.ts'

const sizes: readonly (Size & { readonly name: string })[] = [
  { name: '480p30', width: 640, height: 480 },
  { name: '720p30', width: 1280, height: 720 },
]

interface Way {
  readonly scene: Scene
  readonly parents: number
  readonly open: 'bare' | 'own'
  /** What is sent is only as wide as what the camera gives for it. */
  readonly isCropped?: true
  readonly before?: Pick<PairOptions, 'beforeBaby' | 'beforeParent'>
  /** What is done when the picture is there. */
  set?(pair: Pair): Promise<void>
}

const ways = {
  bare: { open: 'bare', scene: 'part', parents: 1 },
  plain: { open: 'own', scene: 'part', parents: 1 },
  'by night': {
    open: 'own',
    scene: 'part',
    parents: 1,
    before: { beforeParent: () => localStorage.setItem('beddybytes.last-minute-picture', 'no') },
    set: ({ baby }) => baby.tap('button', roomText.dim.dim),
  },
  zoomed: { open: 'own', scene: 'whole', parents: 1, set: ({ baby }) => zoomIn(baby) },
  'zoomed on a canvas': {
    open: 'own',
    scene: 'whole',
    parents: 1,
    isCropped: true,
    before: { beforeBaby: () => void Reflect.deleteProperty(globalThis, 'MediaStreamTrackProcessor') },
    set: ({ baby }) => zoomIn(baby),
  },
  'night picture': { open: 'own', scene: 'dark part', parents: 1, set: setNightPicture },
  'bare, 2 parents': { open: 'bare', scene: 'part', parents: 2 },
  '2 parents': { open: 'own', scene: 'part', parents: 2 },
  'bare, 4 parents': { open: 'bare', scene: 'part', parents: 4 },
  '4 parents': { open: 'own', scene: 'part', parents: 4 },
} as const satisfies Readonly<Record<string, Way>>
type WayName = keyof typeof ways

interface Load {
  /** Percent of a core. */
  readonly baby: number
  readonly parents: number
  /** Of the parents the mean. */
  readonly framesPerSecond: number
  readonly width: number
}

/** For the bandwidth to be found and the picture to reach its size; a busy machine may never get there. */
const growingMs = 25_000
/** After that, until the encoder is at rest. */
const restMs = 4000

export async function measureCpu(
  references: References,
  rounds: number,
  seconds: number,
): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
  const household = await createHousehold(references)
  const bare = await household.openReference('bare')
  const box = await openBox()
  const measured: Measured[] = []
  try {
    for (const size of sizes) {
      const files = new Map<Scene, string>()
      for (const scene of ['whole', 'part', 'dark part'] as const) {
        files.set(scene, await writeCamera(scene, size, folder))
      }
      const loads = new Map<WayName, Load[]>()
      for (let round = 0; round < rounds; round += 1) {
        for (const [name, way] of Object.entries(ways) as [WayName, Way][]) {
          process.stderr.write(`  ${size.name}, ${name}, run ${round + 1} of ${rounds}\n`)
          const places = { box, bareUrl: bare.url, cameraFile: files.get(way.scene) ?? '' }
          const load = await measureWay(way, places, size, seconds).catch((error: unknown) => {
            process.stderr.write(`  again, because of ${String(error)}\n`)
            return measureWay(way, places, size, seconds)
          })
          loads.set(name, [...(loads.get(name) ?? []), load])
        }
      }
      measured.push(...figuresOf(size.name, croppedWidth(size), (name) => loads.get(name) ?? []))
      for (const file of files.values()) rmSync(file)
    }
  } finally {
    await box.close()
    await bare.close()
    household.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return measured
}

interface Places {
  readonly box: Box
  readonly bareUrl: string
  readonly cameraFile: string
}

/** Of the camera's pixels, after the taps on Zoom in. */
const croppedWidth = (size: Size): number => cropOf({ scale: stepFactor ** zoomTaps, x: 0.5, y: 0.5 }, size).width

/** One of sixty that breaks is no reason to begin anew with all. */
async function measureWay(way: Way, places: Places, size: Size, seconds: number): Promise<Load> {
  const pair = await openWay(way, places)
  try {
    return await watch(pair, way.isCropped === true ? croppedWidth(size) : size.width, seconds)
  } finally {
    await pair.close()
  }
}

async function openWay({ open, parents, before, set }: Way, { box, bareUrl, cameraFile }: Places): Promise<Pair> {
  const options = { cameraFile, parents, ...before }
  const pair = await (open === 'bare' ? openBarePair(bareUrl, options) : openOwnPair(box, options))
  try {
    await set?.(pair)
    return pair
  } catch (error) {
    await pair.close().catch(() => undefined)
    throw error
  }
}

async function watch(pair: Pair, width: number, seconds: number): Promise<Load> {
  const { parents, babysProcess, parentsProcess } = pair
  const widths = (): Promise<number[]> => Promise.all(parents.map(widthOf))
  const growing = performance.now()
  while ((await widths()).some((now) => now < width) && performance.now() - growing < growingMs) await pause(200)
  await pause(restMs)
  const read = async () => ({
    ms: performance.now(),
    babyMs: treeCpuMs(babysProcess),
    parentsMs: treeCpuMs(parentsProcess),
    frames: await Promise.all(parents.map(framesOf)),
  })
  const before = await read()
  await pause(seconds * 1000)
  const after = await read()
  const tookMs = after.ms - before.ms
  const frames = after.frames.reduce((sum, count, index) => sum + count - (before.frames[index] ?? 0), 0)
  return {
    baby: (100 * (after.babyMs - before.babyMs)) / tookMs,
    parents: (100 * (after.parentsMs - before.parentsMs)) / tookMs,
    framesPerSecond: (frames * 1000) / tookMs / parents.length,
    width: Math.min(...(await widths())),
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const widthOf = ({ page }: Phone): Promise<number> => page.$eval('video', (video) => video.videoWidth)
const framesOf = ({ page }: Phone): Promise<number> =>
  page.$eval('video', (video) => video.getVideoPlaybackQuality().totalVideoFrames)

async function zoomIn(baby: Phone): Promise<void> {
  for (let tap = 0; tap < zoomTaps; tap += 1) await baby.tap('button', cameraText.zoom.zoomIn)
  await baby.sees(cameraText.zoom.level('2.3'))
}

/** By a parent: the Baby Station has no switch for it. */
async function setNightPicture({ parents: [parent] }: Pair): Promise<void> {
  if (parent === undefined) return
  const title = parent.page.locator(`summary::-p-text(${cameraText.title})`)
  await title.click()
  const box = `::-p-aria([name="${cameraText.nightPicture}"][role="checkbox"])`
  await parent.page.locator(box).click()
  await until('It is night', () => parent.page.$eval(box, (input) => (input as HTMLInputElement).checked))
  await title.click()
}

function figuresOf(size: string, cropped: number, loads: (way: WayName) => readonly Load[]): readonly Measured[] {
  const figure = (
    [what, which, goal]: readonly [string, 'baby' | 'parents' | 'framesPerSecond' | 'width', Goal | null],
    own: WayName,
    reference: WayName,
    beside: string,
  ): Measured => ({
    name: `${size}, ${what}`,
    unit: { baby: '% of a core', parents: '% of a core', framesPerSecond: 'frames/s', width: 'pixels' }[which],
    digits: which === 'width' ? 0 : 1,
    beside,
    own: loads(own).map((load) => load[which]),
    reference: loads(reference).map((load) => load[which]),
    goal,
  })
  const bare = 'getUserMedia to RTCPeerConnection'
  const plain = 'without zoom'
  const times = (atMost: number): Goal => ({ of: 'ratio', atMost })
  const more = (atMost: number): Goal => ({ of: 'difference', atMost })
  const smooth: Goal = { of: 'value', atLeast: 25 }
  const several = ([own, reference]: readonly [WayName, WayName]): readonly Measured[] => [
    {
      ...figure([`${own}: the baby's browser`, 'baby', times(1.1)], own, reference, bare),
      note: 'Browsers encode for each connection; what a transform has got of one sender, no other sender takes.',
    },
    figure([`${own}: frames at each parent`, 'framesPerSecond', null], own, reference, bare),
    figure([`${own}: width at the parent who gets least`, 'width', null], own, reference, bare),
  ]
  return [
    figure(["the baby's browser, noise and movement measured", 'baby', times(1.1)], 'plain', 'bare', bare),
    figure(["the baby's browser, its screen dimmed", 'baby', times(1.1)], 'by night', 'bare', bare),
    figure(["the parent's browser", 'parents', times(1.1)], 'plain', 'bare', bare),
    figure(["the parent's browser, last minute without picture", 'parents', times(1.1)], 'by night', 'bare', bare),
    figure(['frames at the parent', 'framesPerSecond', null], 'plain', 'bare', bare),
    figure(["zoomed by VideoFrame: the baby's browser", 'baby', more(5)], 'zoomed', 'plain', plain),
    figure(['zoomed by VideoFrame: frames at the parent', 'framesPerSecond', smooth], 'zoomed', 'plain', plain),
    figure(["zoomed on a canvas: the baby's browser", 'baby', more(20)], 'zoomed on a canvas', 'plain', plain),
    figure(
      ['zoomed on a canvas: frames at the parent', 'framesPerSecond', smooth],
      'zoomed on a canvas',
      'plain',
      plain,
    ),
    figure(
      ['zoomed on a canvas: width at the parent', 'width', { of: 'value', atLeast: cropped }],
      'zoomed on a canvas',
      'plain',
      plain,
    ),
    figure(["night picture: the baby's browser", 'baby', null], 'night picture', 'plain', plain),
    figure(['night picture: frames at the parent', 'framesPerSecond', null], 'night picture', 'plain', plain),
    ...several(['2 parents', 'bare, 2 parents']),
    ...several(['4 parents', 'bare, 4 parents']),
  ]
}
