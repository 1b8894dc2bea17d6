// How long after an outage the parent sees the next frame, beside two pages that restart ICE. Both kinds of pages play at the same time in
// the same two browsers, so that they go through the same outage.

import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { cuts, goThroughTogether } from '../network-house/outage.ts'
import { expectMovingPicture } from '../smoke/stations.ts'
import { writeCamera } from './camera.ts'
import { inHome } from './home.ts'
import type { References } from './references.ts'
import type { Measured } from './report.ts'

const lengths = [5, 15, 40] as const
/** A picture that is not back by then counts as if it came back then. */
const patienceMs = 60_000

export async function measureRecovery(references: References, runs: number): Promise<readonly Measured[] | null> {
  const folder = mkdtempSync(join(tmpdir(), 'beddybytes-benchmark-'))
  try {
    const cameraFile = await writeCamera('whole', { width: 640, height: 480 }, folder)
    return await inHome(references, { cameraFile, isObserved: true }, async (home) => {
      const parent = await home.openParent()
      await parent.tap('link', 'Parent Station')
      const bareParent = await home.openBareParent()
      await bareParent.tap('button', 'Watch')
      const parents = [parent, bareParent]
      const measured: Measured[] = []
      for (const seconds of lengths) {
        const own: number[] = []
        const reference: number[] = []
        const loads: number[] = []
        let missed = 0
        for (let run = 0; run < runs; run += 1) {
          for (const each of parents) await expectMovingPicture(each, patienceMs)
          // The browsers' own clocks tick by the second: each outage meets them elsewhere.
          await pause(2000 + 1000 * Math.random())
          const cut = cuts[run % cuts.length] ?? cuts[0]
          const { backMs } = await goThroughTogether(home.house, parents, cut, seconds, patienceMs)
          const [ownMs = null, referenceMs = null] = backMs
          process.stderr.write(`  ${seconds} s with the ${cut}: ${describe(ownMs)}, bare ${describe(referenceMs)}\n`)
          own.push(ownMs ?? patienceMs)
          reference.push(referenceMs ?? patienceMs)
          missed += backMs.filter((ms) => ms === null).length
          loads.push(loadavg()[0] ?? Number.NaN)
        }
        const never =
          missed === 0 ? '' : ` ${missed} times frames were not back within ${patienceMs / 1000} s and count as that.`
        measured.push({
          name: `Recovery after an outage of ${seconds} s: frames after the link`,
          unit: 'ms',
          digits: 0,
          beside: 'bare ICE restart',
          own,
          reference,
          goal: { of: 'ratio', atMost: 1.2 },
          note: `Links ${cuts.slice(0, runs).join(', ')} in turn; load of the machine ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}.${never}`,
        })
      }
      return measured
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const describe = (ms: number | null): string => (ms === null ? 'never' : `${Math.round(ms)} ms`)
