// Processor time for each message that goes from one station to the other: many rooms at once, each of a Baby Station and a
// Parent Station that introduce themselves over and over, the next time when the last one is complete.

import * as v from 'valibot'
import { Agent, WebSocket, fetch } from 'undici'
import { clientMessageSchema, encodeFrame, protocolVersion } from '../../public/shared/protocol.ts'
import { randomId } from '../../public/signalling/random-id.ts'
import { password } from '../smoke/account.ts'
import type { Child, Household } from './child.ts'
import type { Measured } from './report.ts'

const rounds = 7
const households = 25
const roomsEach = 4
/** A connection may send 256 frames at once; ten of each exchange's are halved between two. */
const exchanges = 48
const openAtOnce = 8

const filled = (start: string, length: number): string => start.padEnd(length, 'v=0 ')
const offer = filled('{"kind":"offer","sdp":"', 4096)
const answer = filled('{"kind":"answer","sdp":"', 4096)
const candidate = filled('{"kind":"candidate","candidate":"', 200)
const candidatesEach = 4
const messagesEach = 2 + 2 * candidatesEach

/** One station's socket, for what it says to the one other station. */
interface Seat {
  send(payload: string): void
  /** Whole frames; the payload is at the end. */
  listen(hear: (frame: string) => void): void
  close(): Promise<void>
}

interface Room {
  readonly baby: Seat
  readonly parent: Seat
}

export async function measureRelay(household: Household): Promise<readonly Measured[]> {
  const box = await household.openBox()
  const bare = await household.openBare()
  const agent = new Agent({ connect: { ca: box.ca } })
  try {
    const cookies = await makeAccounts(box, agent)
    const openOwn = (index: number): Promise<Room> => openRoom(box, agent, cookies[index % households] ?? '')
    const openReference = (index: number): Promise<Room> => openBareRoom(bare, agent, index)
    const own: number[] = []
    const reference: number[] = []
    // The first round of each is not counted: the code is not compiled yet.
    for (let round = 0; round <= rounds; round += 1) {
      const [ownUs, bareUs] = [await measureRound(box, openOwn), await measureRound(bare, openReference)]
      if (round === 0) continue
      own.push(ownUs)
      reference.push(bareUs)
    }
    return [
      {
        name: 'CPU per relayed message',
        unit: 'µs',
        digits: 1,
        beside: 'bare uWebSockets.js relay',
        own,
        reference,
        goal: { of: 'ratio', atMost: 1.4 },
      },
    ]
  } finally {
    await agent.destroy()
    await bare.close()
    await box.close()
  }
}

/** Microseconds of processor time for each message. */
async function measureRound(server: Child, open: (index: number) => Promise<Room>): Promise<number> {
  const rooms: Room[] = []
  const count = households * roomsEach
  while (rooms.length < count) {
    const some = Array.from({ length: Math.min(openAtOnce, count - rooms.length) }, (_, at) => rooms.length + at)
    rooms.push(...(await Promise.all(some.map(open))))
  }
  const before = server.cpuMs()
  await Promise.all(rooms.map(introduce))
  const spentMs = server.cpuMs() - before
  await Promise.all(rooms.flatMap(({ baby, parent }) => [baby.close(), parent.close()]))
  return (spentMs * 1000) / (count * exchanges * messagesEach)
}

function introduce({ baby, parent }: Room): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = exchanges
    let heard = 0
    const begin = (): void => {
      heard = 0
      baby.send(offer)
    }
    const sendCandidates = (seat: Seat): void => {
      for (let sent = 0; sent < candidatesEach; sent += 1) seat.send(candidate)
    }
    const hear = (frame: string, description: string, onDescription: () => void): void => {
      if (frame.endsWith(description)) onDescription()
      else if (!frame.endsWith(candidate)) return reject(new Error(`Unexpected: ${frame.slice(0, 200)}`))
      heard += 1
      if (heard < messagesEach) return
      left -= 1
      if (left === 0) resolve()
      else begin()
    }
    parent.listen((frame) =>
      hear(frame, offer, () => {
        parent.send(answer)
        sendCandidates(parent)
      }),
    )
    baby.listen((frame) => hear(frame, answer, () => sendCandidates(baby)))
    begin()
  })
}

async function makeAccounts(box: Child, agent: Agent): Promise<readonly string[]> {
  const cookies: string[] = []
  for (let made = 0; made < households; made += 1) {
    const response = await fetch(`${box.url}/api/accounts`, {
      method: 'POST',
      dispatcher: agent,
      body: JSON.stringify({ username: `relayed ${made}`, password }),
    })
    await response.text()
    if (response.status !== 201) throw new Error(`The box made no account: ${response.status}.`)
    cookies.push(
      response.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; '),
    )
  }
  return cookies
}

const welcomeSchema = v.object({ peer: v.string() })

/** A session that begins, and a parent who knows whom to call. */
async function openRoom(box: Child, agent: Agent, cookie: string): Promise<Room> {
  const sessionId = randomId()
  const call = randomId()
  const frame = (message: unknown): string => encodeFrame(v.parse(clientMessageSchema, message))
  const enter = async () => {
    const socket = await openSocket(`${box.url}/signal`, agent, cookie)
    socket.send(frame({ type: 'hello', version: protocolVersion, clientId: randomId() }))
    const { peer } = v.parse(welcomeSchema, JSON.parse(await socket.next('{"type":"welcome"')))
    return { socket, peer }
  }
  const seat = ({ socket }: { socket: Socket }, other: { peer: string }): Seat => {
    const header = `${frame({ type: 'signal', to: other.peer, call })}\n`
    return {
      send: (payload) => socket.send(header + payload),
      listen: (hear) => socket.listen((text) => text.startsWith('{"type":"signal"') && hear(text)),
      close: socket.close,
    }
  }
  const [baby, parent] = [await enter(), await enter()]
  baby.socket.send(frame({ type: 'start', sessionId, name: 'Nursery' }))
  await baby.socket.next('{"type":"started"')
  return {
    baby: {
      ...seat(baby, parent),
      async close() {
        baby.socket.send(frame({ type: 'stop', sessionId }))
        await baby.socket.next('{"type":"stopped"')
        await baby.socket.close()
      },
    },
    parent: seat(parent, baby),
  }
}

async function openBareRoom(bare: Child, agent: Agent, index: number): Promise<Room> {
  const seat = (side: string): Promise<Seat> => openSocket(`${bare.url}/room/${index}/${side}`, agent, '')
  return { baby: await seat('baby'), parent: await seat('parent') }
}

interface Socket extends Seat {
  /** The next frame that begins so. */
  next(beginning: string): Promise<string>
}

async function openSocket(url: string, agent: Agent, cookie: string): Promise<Socket> {
  const socket = new WebSocket(url.replace('https:', 'wss:'), {
    dispatcher: agent,
    headers: cookie === '' ? {} : { Cookie: cookie },
  })
  let hear = (_frame: string): unknown => undefined
  const closed = new Promise((resolve) => socket.addEventListener('close', resolve))
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error(`The socket to ${url} broke.`)))
  })
  socket.addEventListener('message', ({ data }) => hear(String(data)))
  return {
    send: (payload) => socket.send(payload),
    listen: (listener) => {
      hear = listener
    },
    next: (beginning) =>
      new Promise((resolve, reject) => {
        hear = (frame) => frame.startsWith(beginning) && resolve(frame)
        void closed.then(() => reject(new Error(`${url} closed without ${beginning}`)))
      }),
    async close() {
      socket.close()
      await closed
    },
  }
}
