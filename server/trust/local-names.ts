// What a box may call itself without anybody's leave: names and addresses that mean nothing outside a home.

import { BlockList } from 'node:net'
import { isIP } from '../ip-address.ts'

/** RFC 6762, RFC 8375, RFC 6761, ICANN's `internal`, and what routers call their network. */
export const localSuffixes = ['local', 'home.arpa', 'lan', 'internal', 'localhost'] as const

/** Private, link-local and loopback: RFC 1918, 3927, 1122, 4193, 4291. */
export const localNetworks = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['127.0.0.0', 8],
  ['fc00::', 7],
  ['fe80::', 10],
  ['::1', 128],
] as const

const networks = new BlockList()
for (const [address, prefix] of localNetworks) networks.addSubnet(address, prefix, familyOf(address))

export function isLocalName(name: string): boolean {
  return localSuffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`))
}

/** False for a public address and for what is none; for ::ffff:a.b.c.d too, which the list of networks takes for an IPv4 one. */
export function isLocalAddress(address: string): boolean {
  return isIP(address) !== 0 && !/^::ffff:/i.test(address) && networks.check(address, familyOf(address))
}

export function familyOf(address: string): 'ipv4' | 'ipv6' {
  return address.includes(':') ? 'ipv6' : 'ipv4'
}
