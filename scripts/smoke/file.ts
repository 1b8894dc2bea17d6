// What is in a file that a parent has saved, as ffprobe and ffmpeg see it.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { runTool } from './tool.ts'

const probeSchema = v.object({
  format: v.object({ duration: v.pipe(v.string(), v.transform(Number)) }),
  streams: v.array(v.object({ codec_type: v.string() })),
})

export async function probe(file: string): Promise<{ seconds: number; kinds: string[] }> {
  const said = await runTool('ffprobe', ['-v', 'fatal', '-of', 'json', '-show_format', '-show_streams', file])
  const { format, streams } = v.parse(probeSchema, JSON.parse(said))
  return { seconds: format.duration, kinds: streams.map(({ codec_type: kind }) => kind).toSorted() }
}

/** How long something lasted, as far as a test can tell from outside. */
export interface Span {
  readonly leastS: number
  readonly mostS: number
}

/** Cameras, encoders and the two ends of a sound packet. */
const slackS = 0.2

export function expectLasts(foundS: number, { leastS, mostS }: Span): void {
  assert.ok(foundS > leastS - slackS, `${foundS} s instead of ${leastS} s at least`)
  assert.ok(foundS < mostS + slackS, `${foundS} s instead of ${mostS} s at most`)
}

/** A player that jumps to its middle shows the picture of the middle at once, found by what stands in the file's index. */
export function expectSeekable(file: string, seconds: number): Promise<void> {
  return expectSeekableTo(file, seconds / 2)
}

export async function expectSeekableTo(file: string, wantedS: number): Promise<void> {
  const input = ['-v', 'fatal', '-of', 'csv=p=0', '-read_intervals', `${wantedS}%+#1`, '-select_streams', 'v:0']
  const said = await runTool('ffprobe', [...input, '-show_entries', 'packet=pts_time,flags', file])
  const [atS = NaN, flags = ''] = said.trim().split(',')
  assert.ok(Math.abs(Number(atS) - wantedS) < 5, `asked for ${wantedS} s, it goes to ${said}`)
  assert.ok(flags.startsWith('K'), said)
}

export async function expectAudible(file: string): Promise<void> {
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

/** Neither black nor still. */
export async function expectVisible(file: string, seconds: number): Promise<void> {
  const said = await watch(file, 'blackdetect=d=0.1:pic_th=0.98,freezedetect=d=1')
  assert.ok(!said.includes('black_start'), said)
  assert.ok(!said.includes('freeze_start'), said)
  expectFrames(said, 5 * seconds)
}

/** For a recording on a machine that a crash has kept busy: pictures all along, however few. */
export async function expectPictures(file: string, seconds: number): Promise<void> {
  const said = await watch(file, 'blackdetect=d=0.1:pic_th=0.98,freezedetect=d=3')
  assert.ok(!said.includes('black_start'), said)
  assert.ok(!said.includes('freeze_start'), said)
  expectFrames(said, seconds)
}

/** For a recording during which nothing came now and then: never black, still for no longer than that, and a picture otherwise. */
export async function expectPicturesBut(file: string, longestS: number, leastFrames: number): Promise<void> {
  const said = await watch(file, `blackdetect=d=0.1:pic_th=0.98,freezedetect=d=${longestS}`)
  assert.ok(!said.includes('black_start'), said)
  assert.ok(!said.includes('freeze_start'), said)
  expectFrames(said, leastFrames)
}

function watch(file: string, filter: string): Promise<string> {
  return runTool('ffmpeg', ['-hide_banner', '-nostats', '-i', file, '-an', '-vf', filter, '-f', 'null', '-'])
}

function expectFrames(said: string, least: number): void {
  const frames = Number([...said.matchAll(/frame=\s*(\d+)/g)].at(-1)?.[1])
  assert.ok(frames > least, `it has ${frames} frames`)
}

/** Of a PNG. */
export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green and blue, 0 to 255, at a place given as a fraction of it. */
  at(x: number, y: number): readonly [number, number, number]
}

export async function pixels(file: string): Promise<Pixels> {
  const png = await readFile(file)
  assert.equal(png.toString('latin1', 1, 4), 'PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const raw = `${file}.rgb`
  await runTool('ffmpeg', ['-v', 'fatal', '-i', file, '-f', 'rawvideo', '-pix_fmt', 'rgb24', raw])
  const data = await readFile(raw)
  return {
    width,
    height,
    at(x, y) {
      const at = 3 * (Math.floor(y * height) * width + Math.floor(x * width))
      return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    },
  }
}
