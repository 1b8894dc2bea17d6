// The open loop: the same families' messages, each sent when it is due whatever has become of those before, and counted from when it was
// due to when it has arrived. So a server that falls behind is seen to.

import type { Measured } from './report.ts'
import { families, parentsEach } from './relay.ts'
import { openRooms } from './rooms.ts'
import type { OpenRoom, Room } from './rooms.ts'
import type { Servers } from './servers.ts'
import { candidatesEach, readSignal, sayersOf } from './signals.ts'
import type { Kind, Sayers } from './signals.ts'
import { median, percentile } from './statistics.ts'

const perSecond = 2000
const patienceMs = 10_000

/** In turn: an offer and its candidates from the baby, an answer and its candidates from the parent. */
const script: readonly (readonly ['baby' | 'parent', Kind])[] = (['baby', 'parent'] as const).flatMap((from) => [
  [from, from === 'baby' ? 'offer' : 'answer'] as const,
  ...Array.from({ length: candidatesEach }, () => [from, 'candidate'] as const),
])

export async function measurePace(servers: Servers, rounds: number, seconds: number): Promise<readonly Measured[]> {
  const middles = new Map<string, number[]>(servers.all.map(({ name }) => [name, []]))
  const slowest = new Map<string, number[]>(servers.all.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, open } of servers.all) {
      const latenciesUs = await measureRound(open, round === 0 ? 2 : seconds)
      if (round === 0) continue
      middles.get(name)?.push(median(latenciesUs))
      slowest.get(name)?.push(percentile(latenciesUs, 0.99))
    }
  }
  const of = (which: ReadonlyMap<string, number[]>, name: string): number[] => which.get(name) ?? []
  return servers.references.flatMap(({ name }, index) => {
    const common = { unit: 'µs', digits: 0, beside: name }
    const pair = (which: ReadonlyMap<string, number[]>) => ({
      own: of(which, servers.own.name),
      reference: of(which, name),
    })
    return [
      {
        ...common,
        ...pair(middles),
        name: `Relaying ${perSecond} messages/s: p50 from the due time`,
        goal: index === 0 ? { of: 'ratio' as const, atMost: 1.1 } : null,
      },
      { ...common, ...pair(slowest), name: `Relaying ${perSecond} messages/s: p99`, goal: null },
    ]
  })
}

async function measureRound(open: OpenRoom, seconds: number): Promise<readonly number[]> {
  const rooms = await openRooms(open, families, parentsEach)
  const latenciesUs = await sendAtPace(rooms.all, perSecond * seconds)
  await rooms.close()
  return latenciesUs
}

interface Way {
  readonly say: Sayers
  /** When those on their way were due; a socket keeps their order. */
  readonly dueMs: number[]
}

function sendAtPace(rooms: readonly Room[], count: number): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const latenciesUs: number[] = []
    const giveUp = setTimeout(
      () => reject(new Error(`${count - latenciesUs.length} of ${count} messages have not arrived.`)),
      (count / perSecond) * 1000 + patienceMs,
    )
    const arrived = (way: Way | undefined): void => {
      latenciesUs.push((performance.now() - (way?.dueMs.shift() ?? Number.NaN)) * 1000)
      if (latenciesUs.length < count) return
      clearTimeout(giveUp)
      resolve(latenciesUs)
    }
    const calls = rooms.flatMap((room) => waysOf(room, arrived))
    const startedMs = performance.now()
    let sent = 0
    const send = (): void => {
      for (; sent < count; sent += 1) {
        const dueMs = startedMs + (sent * 1000) / perSecond
        if (dueMs > performance.now()) break
        const [from, kind] = script[Math.floor(sent / calls.length) % script.length] ?? ['baby', 'offer']
        const way = calls[sent % calls.length]?.[from]
        way?.dueMs.push(dueMs)
        way?.say[kind]()
      }
      // Asked again as soon as what has arrived is read: a timer would be late by up to a millisecond.
      if (sent < count) setImmediate(send)
    }
    send()
  })
}

/** Of each parent of the room: the way there and the way back. */
function waysOf({ seats }: Room, arrived: (way: Way | undefined) => void): readonly Record<'baby' | 'parent', Way>[] {
  const [baby, ...parents] = seats
  if (baby === undefined) throw new Error('A room needs a baby.')
  const calls = parents.map((parent, index) => ({
    baby: { dueMs: [], say: sayersOf(baby, 0, index + 1) },
    parent: { dueMs: [], say: sayersOf(parent, index + 1, 0) },
  }))
  baby.listen((signal) => arrived(calls[readSignal(signal).seat - 1]?.parent))
  parents.forEach((parent, index) => parent.listen(() => arrived(calls[index]?.baby)))
  return calls
}
