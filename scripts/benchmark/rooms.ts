// A baby's and its parents' sockets at each of the servers, behind one shape.

import * as v from 'valibot'
import { clientMessageSchema, encodeFrame, protocolVersion } from '../../public/shared/protocol.ts'
import { randomId } from '../../public/signalling/random-id.ts'
import { openSocket } from './socket.ts'
import type { Socket } from './socket.ts'

/** Where a server's room is: 0 is the Baby Station's seat, 1 and more are those of its parents. */
export interface Seat {
  /** @returns what says this to that seat, each time that it is called: what can be done once is not measured */
  prepare(to: number, signal: string): () => void
  listen(hear: (signal: string) => void): void
}

export interface Room {
  readonly seats: readonly Seat[]
  /** As a station says that its page still runs, where the server asks for it. */
  beat(): void
  close(): Promise<void>
}

/** @param room a number of its own for each that is open */
export type OpenRoom = (room: number, parents: number) => Promise<Room>

const frame = (message: unknown): string => encodeFrame(v.parse(clientMessageSchema, message))
const welcomeSchema = v.object({ peer: v.string() })

export interface Station {
  readonly socket: Socket
  readonly peer: string
}

/** A connection to the box after its greeting. */
export async function enter(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Station> {
  const socket = await openSocket(url, headers)
  socket.send(frame({ type: 'hello', version: protocolVersion, clientId: randomId() }))
  const { peer } = v.parse(welcomeSchema, JSON.parse(await socket.next('{"type":"welcome"')))
  return { socket, peer }
}

/**
 * By the box's own protocol: a session that begins, and parents that know whom to call.
 * @param door of the room's account
 */
export function ownRooms(
  door: (room: number) => { url: string; headers?: Readonly<Record<string, string>> },
): OpenRoom {
  return async (room, parents) => {
    const { url, headers } = door(room)
    const sessionId = randomId()
    const stations: Station[] = []
    while (stations.length <= parents) stations.push(await enter(url, headers))
    const [baby] = stations
    if (baby === undefined) throw new Error('A room needs a baby.')
    baby.socket.send(frame({ type: 'start', sessionId, name: 'Nursery' }))
    await baby.socket.next('{"type":"started"')
    const calls = stations.map(() => randomId())
    const seatOf = ({ socket }: Station, own: number): Seat => {
      // A call is the parent's, whichever end speaks.
      const lines = stations.map(({ peer }, to) => {
        const call = calls[Math.max(own, to)]
        return `${frame({ type: 'signal', to: peer, call })}\n`
      })
      return {
        prepare: (to, signal) => socket.prepare((lines[to] ?? '') + signal),
        listen: (hear) =>
          socket.listen((text) => text.startsWith('{"type":"signal"') && hear(text.slice(text.indexOf('\n') + 1))),
      }
    }
    return {
      seats: stations.map(seatOf),
      beat: () => baby.socket.send(frame({ type: 'heartbeat' })),
      async close() {
        baby.socket.send(frame({ type: 'stop', sessionId }))
        await baby.socket.next('{"type":"stopped"')
        await closeAll(stations.map(({ socket }) => socket))
      },
    }
  }
}

export function bareRooms(url: string): OpenRoom {
  return plainRooms({
    open: (room, seat) => openSocket(`${url}/room/${room}/${seat}`),
    say: (_room, _own, to, signal) => `${to}${signal}`,
    signalIn: (text) => text.slice(1),
  })
}

/** Spoken as its client would, version 4 of Engine.IO: `0` opens, `40` enters, `42` is an event, `2` asks for a `3`. */
export function socketIoRooms(url: string): OpenRoom {
  return plainRooms({
    async open(room, seat) {
      const socket = await openSocket(`${url}/socket.io/?EIO=4&transport=websocket&place=${room}-${seat}`)
      await socket.next('0{')
      socket.send('40')
      await socket.next('40{')
      return socket
    },
    say: (room, _own, to, signal) => `42["signal","${room}-${to}",${signal}]`,
    signalIn: (text) => (text.startsWith('42') ? text.slice(text.indexOf('{'), -1) : null),
    replyTo: (text) => (text === '2' ? '3' : null),
  })
}

const peerTypes: Readonly<Record<string, string>> = { o: 'OFFER', a: 'ANSWER', c: 'CANDIDATE' }
const kindAt = '{"seat":0,"kind":"'.length

export function peerJsRooms(url: string): OpenRoom {
  const payload = '"payload":'
  return plainRooms({
    async open(room, seat) {
      const socket = await openSocket(`${url}/peerjs?key=peerjs&id=${room}-${seat}&token=${randomId()}&version=1`)
      await socket.next('{"type":"OPEN"')
      return socket
    },
    say: (room, own, to, signal) =>
      `{"type":"${peerTypes[signal.charAt(kindAt)]}","src":"${room}-${own}","dst":"${room}-${to}",${payload}${signal}}`,
    signalIn: (text) => text.slice(text.indexOf(payload) + payload.length, -1),
  })
}

interface Plain {
  open(room: number, seat: number): Promise<Socket>
  say(room: number, own: number, to: number, signal: string): string
  /** Null when the frame is something else. */
  signalIn(text: string): string | null
  replyTo?(text: string): string | null
}

function plainRooms({ open, say, signalIn, replyTo = () => null }: Plain): OpenRoom {
  return async (room, parents) => {
    const sockets: Socket[] = []
    while (sockets.length <= parents) sockets.push(await open(room, sockets.length))
    return {
      seats: sockets.map((socket, own) => ({
        prepare: (to, signal) => socket.prepare(say(room, own, to, signal)),
        listen: (hear) =>
          socket.listen((text) => {
            const reply = replyTo(text)
            if (reply !== null) return socket.send(reply)
            const signal = signalIn(text)
            if (signal !== null) hear(signal)
          }),
      })),
      beat: () => undefined,
      close: () => closeAll(sockets),
    }
  }
}

async function closeAll(sockets: readonly Socket[]): Promise<void> {
  await Promise.all(sockets.map((socket) => socket.close()))
}

export interface Rooms {
  readonly all: readonly Room[]
  close(): Promise<void>
}

const openAtOnce = 16
const beatMs = 3000

/** Many rooms, and every Baby Station's word that it is there, as long as they are open. */
export async function openRooms(open: OpenRoom, count: number, parents: number): Promise<Rooms> {
  const all: Room[] = []
  const beating = setInterval(() => all.forEach((room) => room.beat()), beatMs)
  try {
    while (all.length < count) {
      const some = Array.from({ length: Math.min(openAtOnce, count - all.length) }, (_, at) => all.length + at)
      all.push(...(await Promise.all(some.map((room) => open(room, parents)))))
    }
  } catch (error) {
    clearInterval(beating)
    throw error
  }
  return {
    all,
    async close() {
      clearInterval(beating)
      await Promise.all(all.map((room) => room.close()))
    },
  }
}
