// The sockets of multicast DNS: one that hears everything said to the group, and one per interface to speak there, over IPv4,
// or over IPv6 where there is nothing else: phones that have both ask by both.
//
// Node cannot tell by which interface a packet came, so its sender's address tells: it must be of that interface's network,
// which RFC 6762, section 11, asks for anyway. Each speaking socket is bound to the interface's own address, where it also
// gets what is sent to that address alone. Both share port 5353 with Avahi, systemd-resolved and browsers.

import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { BlockList } from 'node:net'
import type { LanAddress } from './addresses.ts'

/** An interface, and by which addresses it is spoken on. */
export interface Link {
  readonly family: 'IPv4' | 'IPv6'
  readonly interface: string
  /** All addresses that a phone there can reach. */
  readonly addresses: readonly LanAddress[]
}

export interface Sender {
  readonly address: string
  readonly port: number
}

export interface Transport {
  /** The links that it speaks on. */
  readonly served: readonly Link[]
  /** Why it does not speak on one of the others; null when it speaks on all. */
  readonly shortfall: Error | null
  /** To the group if nobody is named. */
  send(link: Link, bytes: Buffer, to?: Sender): void
  /** Resolves when what was sent last has left, or soon. */
  close(): Promise<void>
}

export const mdnsPort = 5353
const groups = { IPv4: '224.0.0.251', IPv6: 'ff02::fb' } as const
const anyAddress = { IPv4: '0.0.0.0', IPv6: '::' } as const
const leavingMs = 500

export function linksOf(addresses: readonly LanAddress[]): Link[] {
  const names = new Set(addresses.map((address) => address.interface))
  return [...names].map((name) => {
    const own = addresses.filter((address) => address.interface === name)
    const family = own.some((address) => address.family === 'IPv4') ? 'IPv4' : 'IPv6'
    return { interface: name, family, addresses: own }
  })
}

/**
 * One interface that does not take part, as the twenty-first does not (Linux: igmp_max_memberships), costs the others nothing.
 * @throws what the system says when the port cannot be had, or no interface takes part; nothing stays open then.
 */
export async function openTransport(
  links: readonly Link[],
  handlers: {
    onPacket(link: Link, bytes: Buffer, from: Sender): void
    /** Null: it left this machine. */
    onSent(failure: Error | null): void
    /** A socket died; the transport is of no use any more. */
    onFailure(cause: Error): void
  },
): Promise<Transport> {
  const networks: { readonly link: Link; readonly network: BlockList }[] = []
  let shortfall: Error | null = null
  const sockets: Socket[] = []
  const speakers = new Map<Link, Socket>()
  const recent: Buffer[] = []
  let sending = 0
  let hasLeft = () => {}

  const hear = (bytes: Buffer, from: RemoteInfo) => {
    // Nobody can be answered there, and Node throws on it.
    if (from.port === 0) return
    const [address = '', zone] = from.address.split('%')
    const family = from.family === 'IPv4' ? 'ipv4' : 'ipv6'
    const found = networks.find(({ link, network }) => zone === link.interface || network.check(address, family))
    if (found === undefined || recent.some((own) => own.equals(bytes))) return
    handlers.onPacket(found.link, bytes, { address: from.address, port: from.port })
  }
  const open = async (family: Link['family'], address: string) => {
    const socket =
      family === 'IPv4'
        ? createSocket({ type: 'udp4', reuseAddr: true })
        : createSocket({ type: 'udp6', reuseAddr: true, ipv6Only: true })
    sockets.push(socket)
    socket.bind(mdnsPort, address)
    await once(socket, 'listening')
    socket.on('error', handlers.onFailure)
    socket.on('message', hear)
    return socket
  }
  const closeAll = () => {
    for (const socket of sockets.splice(0)) {
      socket.removeAllListeners('message')
      socket.close()
    }
  }

  const listeners = new Map<Link['family'], Socket>()
  const serve = async (link: Link) => {
    const { family } = link
    const listener = listeners.get(family) ?? (await open(family, anyAddress[family]))
    listeners.set(family, listener)
    const address = ownAddress(link)
    const onInterface = family === 'IPv4' ? address : `::%${link.interface}`
    listener.addMembership(groups[family], onInterface)
    const speaker = await open(family, address)
    speaker.setMulticastInterface(onInterface)
    speaker.setMulticastTTL(255)
    // Others on this machine hear it too.
    speaker.setMulticastLoopback(true)
    speakers.set(link, speaker)
    networks.push({ link, network: networkOf(link) })
  }
  for (const link of links) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each is a few system calls, and there are few
      await serve(link)
    } catch (cause) {
      shortfall ??= cause as Error
      if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE') break
    }
  }
  if (shortfall !== null && (speakers.size === 0 || (shortfall as NodeJS.ErrnoException).code === 'EADDRINUSE')) {
    closeAll()
    throw shortfall
  }

  return {
    served: [...speakers.keys()],
    shortfall,
    send(link, bytes, to = { address: groups[link.family], port: mdnsPort }) {
      recent.push(bytes)
      if (recent.length > 64) recent.shift()
      sending += 1
      speakers.get(link)?.send(bytes, to.port, to.address, (failure) => {
        sending -= 1
        handlers.onSent(failure)
        if (sending === 0) hasLeft()
      })
    },
    async close() {
      if (sending > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, leavingMs)
          hasLeft = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      closeAll()
    },
  }
}

function ownAddress({ family, addresses }: Link): string {
  return addresses.find((address) => address.family === family)!.address
}

function networkOf({ addresses }: Link): BlockList {
  const network = new BlockList()
  for (const { cidr, family } of addresses) {
    const [address = '', prefix] = cidr.split('/')
    network.addSubnet(address, Number(prefix), family === 'IPv4' ? 'ipv4' : 'ipv6')
  }
  return network
}
