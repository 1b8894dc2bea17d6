// `scripts/house soak`: a night, or an hour of it, in which everything goes wrong that can, and one question for every second
// and every parent: was what the page said true?

import { runTool } from '../../smoke/tool.ts'
import { openHouse } from '../house.ts'
import { babies, finishedFiles, openFamily, parents, recorder, rooms, type Family } from './family.ts'
import { describe, plan } from './plan.ts'
import { affected, cause } from './troubles.ts'
import { judge, type Sample, type Span, type Verdict } from './verdict.ts'

export interface Soak extends Verdict {
  readonly troubles: number
  readonly memoryMiB: Readonly<Record<string, readonly [start: number, end: number]>>
  readonly sessionsLeft: number
  readonly recordings: number
  readonly lostRecordings: number
}

const sampleMs = 1000
const settleMs = 8000
const recordEveryMs = 60_000
const recordForMs = 30_000

export async function soak(options: {
  readonly durationS: number
  readonly seed: number
  say(line: string): void
}): Promise<Soak> {
  const { durationS, seed, say } = options
  const house = await openHouse({ rooms })
  let family: Family | null = null
  try {
    say('Opening two Baby Stations and three Parent Stations.')
    family = await openFamily(house)
    await pause(settleMs)
    const memoryAtStart = await family.memory()
    const beganMs = performance.now()
    const nowS = () => (performance.now() - beganMs) / 1000

    const samples = new Map<string, Sample[]>(parents.map((name) => [name, []]))
    const ending = new AbortController()
    const watching = parents.map((name) => watchOver(family!, name, samples.get(name)!, nowS, ending.signal))
    const recording = record(family, ending.signal)

    const spans: Span[] = []
    for (const trouble of plan(seed, durationS, { babies: [...babies], parents: [...parents] })) {
      // A recording lies in the memory of its tab until it is saved.
      if (trouble.kind === 'tab killed' && trouble.who === recorder) continue
      await pause(Math.max(0, trouble.atS * 1000 - (performance.now() - beganMs)))
      const fromS = nowS()
      say(`${clock(fromS)} ${describe(trouble)}`)
      await cause(trouble, house, family)
      spans.push({ kind: trouble.kind, fromS, toS: nowS(), parents: affected(trouble) })
    }
    await pause(Math.max(0, durationS * 1000 - (performance.now() - beganMs)))
    ending.abort()
    await Promise.all(watching)
    const recordings = await recording

    const memoryAtEnd = await family.memory()
    const sessionsLeft = await family.stop()
    const whole = await countWhole(finishedFiles(family.downloads))
    return {
      ...judge(samples, spans),
      troubles: spans.length,
      memoryMiB: Object.fromEntries(rooms.map((name) => [name, [memoryAtStart[name] ?? 0, memoryAtEnd[name] ?? 0]])),
      sessionsLeft,
      recordings,
      // One recording may be several files, one for each connection; none is none.
      lostRecordings: Math.max(0, recordings - whole),
    }
  } finally {
    await family?.close()
    house.close()
  }
}

async function watchOver(
  family: Family,
  name: string,
  into: Sample[],
  nowS: () => number,
  until: AbortSignal,
): Promise<void> {
  while (!until.aborted) {
    const beganMs = performance.now()
    const page = await family.sample(name)
    into.push({ atS: nowS(), page })
    await pause(Math.max(0, sampleMs - (performance.now() - beganMs)))
  }
}

/** One phone records half of the time; resolves with how many times it did. */
async function record(family: Family, until: AbortSignal): Promise<number> {
  let recordings = 0
  while (!until.aborted) {
    const phone = family.phone(recorder)
    const hasBegun = await phone.tap('button', 'Record').then(
      () => true,
      () => false,
    )
    if (hasBegun) {
      await pause(recordForMs, until)
      const hasEnded = await phone.tap('button', 'Stop recording').then(
        () => true,
        // The stream was away for so long that the recording was saved by itself.
        () => false,
      )
      recordings += 1
      if (!hasEnded) continue
    }
    await pause(recordEveryMs - recordForMs, until)
  }
  return recordings
}

/** How many recordings among the files can be played and have a duration; numbered parts of one count once. */
async function countWhole(files: readonly string[]): Promise<number> {
  const whole = new Set<string>()
  for (const file of files) {
    const said = await runTool('ffprobe', [
      '-v',
      'error',
      '-show_entries',
      'format=duration',
      '-of',
      'csv=p=0',
      file,
    ]).catch(() => '')
    if (Number(said.trim()) > 0) whole.add(file.replace(/ part \d+(?=\.\w+$)/i, '').replace(/\.\w+$/, ''))
  }
  return whole.size
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

function pause(ms: number, until?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    until?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
