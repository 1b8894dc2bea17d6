// Processor time for each message that goes from one station to another: two hundred families at once, each of a Baby Station and two
// parents that introduce themselves over and over, the next time when the last one is complete (a closed loop).

import type { Child } from './child.ts'
import type { Measured } from './report.ts'
import { openRooms } from './rooms.ts'
import type { OpenRoom, Room, Seat } from './rooms.ts'
import type { Servers } from './servers.ts'
import { median, ratios } from './statistics.ts'
import { candidatesEach, readSignal, sayersOf, signalsEach } from './signals.ts'
import type { Kind, Sayers } from './signals.ts'

export const families = 200
export const parentsEach = 2
/** A connection may send 256 frames at once; five of each exchange's are the baby's, and it has two parents. */
export const exchanges = 25
const hundredThousand = 100_000

export async function measureRelay(servers: Servers, rounds: number): Promise<readonly Measured[]> {
  const spent = new Map<string, number[]>(servers.all.map(({ name }) => [name, []]))
  // The first round of each is not counted: the code is not compiled yet.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, server, open } of servers.all) {
      const ms = await measureRound(server, open)
      if (round > 0) spent.get(name)?.push(ms)
    }
  }
  const own = spent.get(servers.own.name) ?? []
  const bare = servers.references[0]
  return servers.references.map(({ name, share }, index) => ({
    name: 'Server CPU per 100,000 relayed messages',
    unit: 'ms',
    digits: 0,
    beside: name,
    own,
    reference: spent.get(name) ?? [],
    goal: { of: 'ratio', atMost: share },
    ...(bare === undefined || index === 0 ? {} : { note: noteOf(bare.name, name, spent) }),
  }))
}

/** Why a share cannot be had: most of a message is TLS and calls of the system, which are the same for all. */
function noteOf(bare: string, name: string, spent: ReadonlyMap<string, readonly number[]>): string {
  const share = median(ratios(spent.get(bare) ?? [], spent.get(name) ?? []))
  return `Beside ${name}, the ${bare} takes ${share.toFixed(2)} times as much: TLS and calls of the system, which are the same for all, are most of it.`
}

async function measureRound(server: Child, open: OpenRoom): Promise<number> {
  const rooms = await openRooms(open, families, parentsEach)
  const before = server.cpuMs()
  await introduceAll(rooms.all, exchanges)
  const spentMs = server.cpuMs() - before
  await rooms.close()
  return (spentMs * hundredThousand) / (families * parentsEach * exchanges * signalsEach)
}

/** Each parent of each room with its baby, so many times. */
export async function introduceAll(rooms: readonly Room[], times: number): Promise<void> {
  await Promise.all(rooms.map(({ seats }) => introduce(seats, times)))
}

/** The baby offers, the parent answers, both name their candidates; when all has arrived, the next time begins. */
function introduce([baby, ...parents]: readonly Seat[], times: number): Promise<void> {
  if (baby === undefined) throw new Error('A room needs a baby.')
  return new Promise((resolve, reject) => {
    const babysWords = parents.map((_, index) => sayersOf(baby, 0, index + 1))
    const begins = parents.map(() => 0)
    const heard = parents.map(() => 0)
    let unfinished = parents.length

    const sayAll = (kind: Kind, words: Sayers | undefined): void => {
      words?.[kind]()
      for (let said = 0; said < candidatesEach; said += 1) words?.candidate()
    }
    const begin = (index: number): void => {
      begins[index] = (begins[index] ?? 0) + 1
      heard[index] = 0
      sayAll('offer', babysWords[index])
    }
    const count = (index: number): void => {
      heard[index] = (heard[index] ?? 0) + 1
      if (heard[index] < signalsEach) return
      if ((begins[index] ?? 0) < times) begin(index)
      else if ((unfinished -= 1) === 0) resolve()
    }
    const listen = (seat: Seat, hear: (signal: string) => void): void =>
      seat.listen((signal) => {
        try {
          hear(signal)
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      })

    listen(baby, (signal) => count(readSignal(signal).seat - 1))
    parents.forEach((parent, index) => {
      const words = sayersOf(parent, index + 1, 0)
      listen(parent, (signal) => {
        if (readSignal(signal).kind === 'offer') sayAll('answer', words)
        count(index)
      })
    })
    parents.forEach((_, index) => begin(index))
  })
}
