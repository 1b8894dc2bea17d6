// The box and its references, all at once and all with the same certificate, to be measured in turn.

import { createHousehold } from './child.ts'
import type { Child, Household } from './child.ts'
import type { Reference, References } from './references.ts'
import { bareRooms, ownRooms, peerJsRooms, socketIoRooms } from './rooms.ts'
import type { OpenRoom } from './rooms.ts'

export interface Server {
  readonly name: string
  readonly server: Child
  readonly open: OpenRoom
}

export interface Servers {
  readonly own: Server
  /** `share`: how much of its processor time the box may take. */
  readonly references: readonly (Server & { readonly share: number })[]
  readonly all: readonly Server[]
  close(): Promise<void>
}

/** The hub's accounts are called as the box's are. */
const accountIdLength = 22

const kinds: Readonly<
  Record<Reference, { readonly name: string; readonly share: number; readonly rooms: (url: string) => OpenRoom }>
> = {
  bare: { name: 'bare uWebSockets.js relay', share: 1.25, rooms: bareRooms },
  ws: {
    name: '`ws` with the same checks',
    share: 0.333,
    rooms: (url) => ownRooms((room) => ({ url: `${url}/${String(room).padStart(accountIdLength, '0')}` })),
  },
  socketIo: { name: 'socket.io', share: 0.333, rooms: socketIoRooms },
  peerJs: { name: 'PeerServer', share: 0.333, rooms: peerJsRooms },
}
export const everyReference = Object.keys(kinds) as readonly Reference[]

async function openServers(household: Household, which: readonly Reference[]): Promise<Servers> {
  const opened: Child[] = []
  const keep = async (opening: Promise<Child>): Promise<Child> => {
    const child = await opening
    opened.push(child)
    return child
  }
  const close = async (): Promise<void> => void (await Promise.all(opened.map((child) => child.close())))
  try {
    const box = await keep(household.openBox())
    const door = (room: number) => ({ url: `${box.url}/signal`, headers: { ...household.logIns[room]?.[0] } })
    const own = { name: 'BeddyBytes', server: box, open: ownRooms(door) }
    const references = []
    for (const one of which) {
      const server = await keep(household.openReference(one))
      const { name, share, rooms } = kinds[one]
      references.push({ name, share, server, open: rooms(server.url) })
    }
    return { own, references, all: [own, ...references], close }
  } catch (error) {
    await close()
    throw error
  }
}

/** For as long as `measure` takes: a household with so many accounts, the box and these references. */
export async function withServers<Result>(
  references: References,
  accounts: number,
  which: readonly Reference[],
  measure: (servers: Servers) => Promise<Result>,
): Promise<Result> {
  const household = await createHousehold(references, { accounts, devicesEach: 1 })
  try {
    const servers = await openServers(household, which)
    try {
      return await measure(servers)
    } finally {
      await servers.close()
    }
  } finally {
    household.close()
  }
}
