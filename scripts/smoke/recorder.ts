// Record and Stop as a parent taps them, what they are told meanwhile, and the file that comes of it.

import assert from 'node:assert/strict'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { recordingText } from '../../public/text/en-recording.ts'
import type { Span } from './file.ts'
import type { Family } from './house.ts'
import type { Phone } from './phone.ts'
import { patienceMs, until } from './wait.ts'

const nameStart = '^BeddyBytes-Nursery-\\d{4}-\\d{2}-\\d{2}-\\d{6}'
export const names = {
  whole: new RegExp(`${nameStart}\\.(mp4|webm|m4a)$`),
  secondPart: new RegExp(`${nameStart}-part2\\.(mp4|webm)$`),
  picture: new RegExp(`${nameStart}\\.png$`),
}

export interface Recorded extends Span {
  readonly file: string
}

/** What a parent is told while it records. */
interface Told {
  readonly elapsedS: number
  readonly megabytes: number
}

/** How long ago Record was tapped, and how long ago the page said that it records. */
interface Look extends Told {
  readonly tappedS: number
  readonly startedS: number
}

/** Paths of the finished downloads of such a name, but for those of before. */
export async function savedFiles(
  family: Family,
  name: RegExp,
  count = 1,
  before: readonly string[] = [],
): Promise<string[]> {
  const files = await until(
    `${count} of ${name} in Downloads`,
    async () => {
      const finished: string[] = []
      for (const one of await readdir(family.downloads)) {
        const path = join(family.downloads, one)
        // Firefox lays an empty file there first.
        const bytes = await stat(path).then(
          ({ size }) => size,
          () => 0,
        )
        if (name.test(one) && bytes > 0 && !before.includes(path)) finished.push(path)
      }
      return finished
    },
    (all) => all.length >= count,
  )
  assert.equal(files.length, count)
  return files
}

/** Null while it does not record. */
export async function told(parent: Phone): Promise<Told | null> {
  const found = /Recording (\d+):(\d\d), ([\d.]+) MB/.exec(await parent.text())
  if (found === null) return null
  const [, minutes, seconds, megabytes] = found
  return { elapsedS: 60 * Number(minutes) + Number(seconds), megabytes: Number(megabytes) }
}

/** At once: Phone.tap waits until a button has stood still for two frames, which Firefox draws seconds apart on a busy machine. */
export async function press(phone: Phone, button: string): Promise<void> {
  const found = await phone.find('button', button)
  await found.click()
}

export async function tapRecord(parent: Phone): Promise<number> {
  await press(parent, 'Record')
  await parent.find('button', 'Stop recording')
  return performance.now()
}

export async function record(family: Family, parent: Phone, seconds: number): Promise<Recorded> {
  const before = (await readdir(family.downloads)).map((name) => join(family.downloads, name))
  const tappedMs = performance.now()
  const startedMs = await tapRecord(parent)
  const looks: Look[] = []
  await until(
    'enough is recorded',
    async () => {
      const now = await told(parent)
      const [tappedS, startedS] = [tappedMs, startedMs].map((fromMs) => (performance.now() - fromMs) / 1000)
      if (now !== null && tappedS !== undefined && startedS !== undefined) looks.push({ ...now, tappedS, startedS })
      return startedS ?? 0
    },
    (passedS) => passedS >= seconds,
    seconds * 1000 + patienceMs,
  )
  const leastS = (performance.now() - startedMs) / 1000
  await press(parent, 'Stop recording')
  const mostS = (performance.now() - tappedMs) / 1000
  const [file = ''] = await savedFiles(family, names.whole, 1, before)
  await parent.sees(recordingText.saved(file.slice(family.downloads.length + 1)))
  await parent.find('button', 'Record')
  expectTrue(looks, (await stat(file)).size / 1_000_000)
  return { file, leastS, mostS }
}

/** The clock of the page ticks each second, and a busy machine is late now and then. */
const lateS = 3
/** MP4 is handed out from key frame to key frame, every 2 s, once a second, and comes out of the encoder a moment later. */
const unseenS = 4

function expectTrue(looks: readonly Look[], wholeMegabytes: number): void {
  for (const [index, { elapsedS, megabytes, tappedS, startedS }] of looks.entries()) {
    const said = `${elapsedS} s and ${megabytes} MB, told after ${startedS} s`
    assert.ok(elapsedS < tappedS + 0.5 && elapsedS > startedS - lateS, said)
    const before = looks[index - 1]
    assert.ok(before === undefined || (elapsedS >= before.elapsedS && megabytes >= before.megabytes), said)
  }
  const last = looks.at(-1)
  assert.ok(last !== undefined && last.elapsedS > 0)
  const said = `${last.megabytes} MB told after ${last.startedS} s, the file has ${wholeMegabytes} MB`
  // One digit after the point; finishing takes away or adds a little.
  assert.ok(last.megabytes < 1.15 * wholeMegabytes + 0.1, said)
  assert.ok(last.megabytes > 0.85 * wholeMegabytes * (1 - unseenS / last.startedS) - 0.1, said)
}
