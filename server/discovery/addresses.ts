// Which of this machine's addresses a phone at home can reach, and when that changes.

import { BlockList } from 'node:net'
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'

export interface LanAddress {
  readonly interface: string
  readonly address: string
  readonly family: 'IPv4' | 'IPv6'
  /** The network it is in, as 192.168.1.7/24. */
  readonly cidr: string
}

export interface AddressChoice {
  /** Names of interfaces; null leaves out what no phone is behind. */
  readonly interfaces?: readonly string[] | null
  /** The one address that the box listens on; null for all. */
  readonly bind?: string | null
}

/** Bridges of containers, tunnels and virtual machines: no phone is behind them. A household's own bridge is a br0. */
const virtualInterface =
  /^(?:docker|br-|veth|virbr|vmnet|vboxnet|vnet|lxc|lxd|incusbr|hassio|tun|tap|utun|wg|tailscale|zt|nordlynx|ppp|ipsec|gre|sit|ip6tnl|cni|cali|cilium|flannel|kube|nodelocaldns|podman|nerdctl|dummy|ifb|awdl|llw|anpi|bridge1\d\d)/

/** Tunnels of whatever name have no hardware address. */
const noHardware = '00:00:00:00:00:00'

/** IPv4 first, because it is what a person can type; without link-local addresses, which need a zone. */
export function lanAddresses(
  { interfaces = null, bind = null }: AddressChoice = {},
  system: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): LanAddress[] {
  const isChosen = (name: string, mac: string) =>
    interfaces === null ? !virtualInterface.test(name) && mac !== noHardware : interfaces.includes(name)
  return (
    Object.entries(system)
      .flatMap(([name, list]) => (list ?? []).map((info) => ({ ...info, interface: name })))
      .filter(
        ({ internal, address, mac, ...info }) => !internal && !isLinkLocal(address) && isChosen(info.interface, mac),
      )
      .filter(({ address, family }) => isBound(address, family, bind))
      // Not localeCompare: its first call loads the languages of the world, 10 ms and 2 MiB.
      .toSorted((a, b) => Number(a.family === 'IPv6') - Number(b.family === 'IPv6'))
      .map(({ address, family, cidr, ...info }) => ({
        interface: info.interface,
        address,
        family,
        cidr: cidr ?? `${address}/${family === 'IPv4' ? 32 : 128}`,
      }))
  )
}

/** Node has no event for it; asking the system takes 0.1 ms. */
const betweenMs = 2000

/** Calls back whenever the addresses are others than they were. */
export function watchAddresses(
  listener: (addresses: readonly LanAddress[]) => void,
  choice: AddressChoice = {},
): { close(): void } {
  let known = JSON.stringify(lanAddresses(choice))
  const timer = setInterval(() => {
    const addresses = lanAddresses(choice)
    const found = JSON.stringify(addresses)
    if (found === known) return
    known = found
    listener(addresses)
  }, betweenMs)
  timer.unref()
  return { close: () => clearInterval(timer) }
}

function isLinkLocal(address: string): boolean {
  return /^(?:169\.254\.|fe[89ab])/i.test(address)
}

function isBound(address: string, family: 'IPv4' | 'IPv6', bind: string | null): boolean {
  if (bind === null || bind === '::') return true
  if (bind === '0.0.0.0') return family === 'IPv4'
  return address.toLowerCase() === bind.toLowerCase()
}

/** Whether an address is of a network that this machine is in itself. */
export function isAtHome(address: string): boolean {
  const home = new BlockList()
  for (const { address: own, cidr, family } of Object.values(networkInterfaces()).flatMap((list) => list ?? [])) {
    const prefix = Number(cidr?.split('/')[1])
    if (Number.isInteger(prefix)) home.addSubnet(own, prefix, family === 'IPv6' ? 'ipv6' : 'ipv4')
  }
  return home.check(address, address.includes(':') ? 'ipv6' : 'ipv4')
}
