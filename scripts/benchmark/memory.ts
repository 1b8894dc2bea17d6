// What connections cost a server in memory, and what is left of it when they have gone.

import { settledMiB } from './child.ts'
import { exchanges, families, introduceAll, parentsEach } from './relay.ts'
import type { References } from './references.ts'
import type { Measured } from './report.ts'
import { openRooms } from './rooms.ts'
import { everyReference, withServers } from './servers.ts'
import type { Server } from './servers.ts'
import { median } from './statistics.ts'

const rooms = 250
const inEach = 4
/** Have come and gone before: the first ones pay for the code that is compiled. */
const roomsBefore = 10

/** Each run in processes of its own: memory that has been used once is seldom given back. */
export async function measureSockets(references: References, runs: number): Promise<readonly Measured[]> {
  const kib = new Map<string, number[]>()
  for (let run = 0; run < runs; run += 1) {
    await withServers(references, rooms, everyReference, async ({ all }) => {
      for (const server of all) kib.set(server.name, [...(kib.get(server.name) ?? []), await kibEach(server)])
    })
  }
  const [[, own], ...others] = [...kib] as [[string, number[]], ...[string, number[]][]]
  return others.map(([beside, reference], index) => ({
    name: `Memory for each of ${rooms * inEach} idle sockets (VmRSS)`,
    unit: 'KiB',
    digits: 1,
    beside,
    own,
    reference,
    goal: index === 0 ? { of: 'value', atMost: 8 } : null,
  }))
}

async function kibEach({ server, open }: Server): Promise<number> {
  await (await openRooms(open, roomsBefore, inEach - 1)).close()
  const beforeMiB = await settledMiB(server)
  const opened = await openRooms(open, rooms, inEach - 1)
  const withMiB = await settledMiB(server)
  await opened.close()
  return ((withMiB - beforeMiB) * 1024) / (rooms * inEach)
}

/** One process of each, that carries a hundred thousand messages and rests, again and again. */
export function measureAfterLoad(references: References, loads: number): Promise<readonly Measured[]> {
  const name = `Memory at rest after each of ${loads} loads of 100,000 messages`
  return measureAtRest(references, { name, families, times: loads, after: afterLoad })
}

async function afterLoad({ server, open }: Server): Promise<number> {
  const opened = await openRooms(open, families, parentsEach)
  await introduceAll(opened.all, exchanges)
  await opened.close()
  return settledMiB(server)
}

const dayFamilies = 25
const hours = 24
const sessionsAnHour = 6

/** A day of sessions that begin, are watched by two parents and end, told in minutes. */
export function measureDay(references: References): Promise<readonly Measured[]> {
  const sessions = dayFamilies * hours * sessionsAnHour
  const name = `Memory during ${hours} simulated hours, ${sessions} sessions that start and stop`
  return measureAtRest(references, { name, families: dayFamilies, times: hours, after: afterHour })
}

async function afterHour({ server, open }: Server): Promise<number> {
  for (let session = 0; session < sessionsAnHour; session += 1) {
    const opened = await openRooms(open, dayFamilies, parentsEach)
    await introduceAll(opened.all, 1)
    await opened.close()
  }
  return settledMiB(server)
}

interface AtRest {
  readonly name: string
  readonly families: number
  readonly times: number
  /** Does the work once and gives the memory in MiB when the server rests. */
  after(server: Server): Promise<number>
}

/** The same work again and again in one process of each, in turn, and whether the memory grows with it. */
function measureAtRest(
  references: References,
  { name, families: count, times, after }: AtRest,
): Promise<readonly Measured[]> {
  return withServers(references, count, ['bare'], async ({ own, references: [bare] }) => {
    if (bare === undefined) throw new Error('There is no bare relay.')
    const ownMiB: number[] = []
    const bareMiB: number[] = []
    for (let time = 0; time < times; time += 1) {
      ownMiB.push(await after(own))
      bareMiB.push(await after(bare))
    }
    const common = { unit: 'MiB', digits: 1, beside: bare.name, goal: null }
    return [{ ...common, name, own: ownMiB, reference: bareMiB }, growthOf(bare.name, ownMiB, bareMiB)]
  })
}

/** A process at rest varies by this much from one minute to the next. */
const noiseMiB = 2

/** Halves, because a process goes on taking what it needs for a while, and a leak goes on for ever. */
function growthOf(beside: string, own: readonly number[], reference: readonly number[]): Measured {
  const growth = (all: readonly number[]): number => {
    const half = Math.ceil(all.length / 2)
    return median(all.slice(-half)) - median(all.slice(0, half))
  }
  return {
    name: 'Growth of it from the first half to the second',
    unit: 'MiB',
    digits: 1,
    beside,
    own: [growth(own)],
    reference: [growth(reference)],
    goal: { of: 'value', atMost: noiseMiB },
  }
}
