// Which of this machine's addresses a phone at home can reach.

import { BlockList, isIPv6 } from 'node:net'
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'

/** Bridges of containers, tunnels and virtual machines: no phone is behind them. */
const virtualInterface = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|wg|tailscale|zt|utun|cni|flannel|podman)/

/** IPv4 first, because it is what a person can type; without link-local addresses, which need a zone. */
export function lanAddresses(
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): { readonly address: string; readonly family: 'IPv4' | 'IPv6' }[] {
  return (
    Object.entries(interfaces)
      .filter(([name]) => !virtualInterface.test(name))
      .flatMap(([, list]) => list ?? [])
      .filter(({ internal, address }) => !internal && !/^(?:169\.254\.|fe[89ab])/i.test(address))
      // Not localeCompare: its first call loads the languages of the world, 10 ms and 2 MiB.
      .toSorted((a, b) => Number(a.family === 'IPv6') - Number(b.family === 'IPv6'))
      .map(({ address, family }) => ({ address, family }))
  )
}

/** Whether an address is of a network that this machine is in itself. */
export function isAtHome(address: string): boolean {
  const home = new BlockList()
  for (const { address: own, cidr, family } of Object.values(networkInterfaces()).flatMap((list) => list ?? [])) {
    const prefix = Number(cidr?.split('/')[1])
    if (Number.isInteger(prefix)) home.addSubnet(own, prefix, family === 'IPv6' ? 'ipv6' : 'ipv4')
  }
  return home.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
