// What the box costs a small machine while nobody uses it, and how soon it is there after a power cut.

import { settledMiB } from './child.ts'
import type { Household } from './child.ts'
import type { Measured } from './report.ts'

const starts = 10
/** Of these starts, how many are watched until their memory settles. */
const settled = 3

export async function measureIdle(household: Household): Promise<readonly Measured[]> {
  const ownStarts: number[] = []
  const ownMiB: number[] = []
  const bareStarts: number[] = []
  const bareMiB: number[] = []
  for (let run = 0; run < starts; run += 1) {
    const box = await household.openBox()
    ownStarts.push(box.startMs)
    if (run < settled) ownMiB.push(await settledMiB(box))
    await box.close()
    const bare = await household.openBare()
    bareStarts.push(bare.startMs)
    if (run < settled) bareMiB.push(await settledMiB(bare))
    await bare.close()
  }
  const beside = 'bare uWebSockets.js'
  return [
    {
      name: 'Idle memory (VmRSS)',
      unit: 'MiB',
      digits: 1,
      beside,
      own: ownMiB,
      reference: bareMiB,
      goal: { of: 'value', atMost: 70 },
    },
    {
      name: 'Start to first HTTPS answer',
      unit: 'ms',
      digits: 0,
      beside,
      own: ownStarts,
      reference: bareStarts,
      goal: { of: 'value', atMost: 300 },
    },
  ]
}
