// What the box costs a small machine while nobody uses it, and how soon it is there after a power cut.

import { createHousehold, settledMiB } from './child.ts'
import type { Child } from './child.ts'
import type { References } from './references.ts'
import type { Measured } from './report.ts'

const starts = 10
/** Of these starts, how many are watched until their memory settles. */
const settled = 3
const firstStarts = 3

export async function measureIdle(references: References): Promise<readonly Measured[]> {
  const household = await createHousehold(references)
  const own = { startMs: [] as number[], firstMs: [] as number[], miB: [] as number[] }
  const bare = { startMs: [] as number[], miB: [] as number[] }
  const look = async (server: Child, run: number, into: typeof bare): Promise<void> => {
    into.startMs.push(server.startMs)
    if (run < settled) into.miB.push(await settledMiB(server))
    await server.close()
  }
  try {
    for (let run = 0; run < starts; run += 1) {
      await look(await household.openBox(), run, own)
      await look(await household.openReference('bare'), run, bare)
      if (run >= firstStarts) continue
      const first = await household.openFirst()
      own.firstMs.push(first.startMs)
      await first.close()
    }
  } finally {
    household.close()
  }
  const beside = 'bare uWebSockets.js'
  return [
    {
      name: 'Idle memory (VmRSS)',
      unit: 'MiB',
      digits: 1,
      beside,
      own: own.miB,
      reference: bare.miB,
      goal: { of: 'value', atMost: 60 },
      note: "Most of it are pages of Node's own file, which other processes of Node share; SQLite, cryptography, mDNS and the box's code are what it holds more than the reference.",
    },
    {
      name: 'Start to first HTTPS answer, certificate present',
      unit: 'ms',
      digits: 0,
      beside,
      own: own.startMs,
      reference: bare.startMs,
      goal: { of: 'ratio', atMost: 2 },
      note: 'The box also locks its folder, opens its database, reads its pages and checks its certificates before it listens.',
    },
    {
      name: 'First start of all: folder, database and certificates are made',
      unit: 'ms',
      digits: 0,
      beside: '',
      own: own.firstMs,
      reference: [],
      goal: { of: 'value', atMost: 2000 },
    },
  ]
}
