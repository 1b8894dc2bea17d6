// Everything that crosses a room's network interface, by tcpdump.

import { once } from 'node:events'
import { until } from '../../smoke/wait.ts'
import type { Room } from '../house.ts'
import { createReader, type Packet } from './packets.ts'

export interface Capture {
  /** Resolves when the last packet has been taken. */
  close(): Promise<void>
}

/** It ends with the house, at the latest. */
export async function openCapture(room: Room, take: (packet: Packet) => void): Promise<Capture> {
  // A switch that has lost sight of a phone sends what is for it to everybody; nobody but the phone takes it in.
  const own = (await room.run('cat', '/sys/class/net/wlan0/address')).trim()
  const filter = `ether host ${own} or ether multicast`
  const child = room.spawn(['tcpdump', '-i', 'wlan0', '-U', '-s', '0', '-w', '-', filter], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const read = createReader(take)
  let said = ''
  child.stdout!.on('data', read)
  child.stderr!.on('data', (piece: Buffer) => (said += piece.toString()))
  await until('tcpdump listens', () => said.includes('listening on') || child.exitCode !== null)
  if (child.exitCode !== null) throw new Error(`tcpdump ended: ${said}`)
  return {
    async close() {
      const ended = once(child, 'close')
      child.kill('SIGTERM')
      await ended
      const dropped = Number(/(\d+) packets dropped by kernel/.exec(said)?.[1] ?? 0)
      if (dropped > 0) throw new Error(`tcpdump missed ${dropped} packets in ${room.name}.`)
    },
  }
}
