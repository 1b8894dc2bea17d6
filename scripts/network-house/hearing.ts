// What is said on the house's network, as heard in one of its rooms.

import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { until } from '../smoke/wait.ts'
import type { Room } from './house.ts'

export interface Heard {
  readonly name: string
  readonly type: string
  readonly ttl: number
  readonly flush: boolean
  readonly data: unknown
}

export interface Packet {
  readonly from: string
  readonly at: 'group' | 'legacy'
  readonly id: number
  readonly type: 'query' | 'response'
  readonly questions: readonly { readonly name: string; readonly type: string }[]
  readonly answers: readonly Heard[]
  readonly authorities: readonly Heard[]
  readonly additionals: readonly Heard[]
}

export interface Hearing {
  readonly packets: readonly Packet[]
  /** The first response after the question that fits. */
  ask(
    question: { readonly name: string; readonly type: string; readonly way: 'aloud' | 'alone' | 'legacy' },
    fits?: (packet: Packet) => boolean,
  ): Promise<Packet>
}

/** It ends with the house. */
export async function openHearing(room: Room): Promise<Hearing> {
  const packets: Packet[] = []
  let isReady = false
  let lastId = 0
  const child = room.spawn([process.execPath, join(import.meta.dirname, 'ear.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  createInterface({ input: child.stdout! }).on('line', (line) => {
    if (isReady) packets.push(JSON.parse(line) as Packet)
    isReady = true
  })
  await until('The ear is open', () => isReady)
  return {
    packets,
    async ask({ name, type, way }, fits = ({ answers }) => answers.length > 0) {
      lastId += 1
      const already = packets.length
      child.stdin!.write(`${lastId} ${name} ${type} ${way}\n`)
      const find = () => packets.slice(already).find((packet) => packet.type === 'response' && fits(packet))
      await until(`An answer to ${type} of ${name}`, () => find() !== undefined)
      return find()!
    },
  }
}
