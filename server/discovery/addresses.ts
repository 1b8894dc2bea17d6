// Which of this machine's addresses a phone at home can reach.

import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'

/** Bridges of containers, tunnels and virtual machines: no phone is behind them. */
const virtualInterface = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|wg|tailscale|zt|utun|cni|flannel|podman)/

/** IPv4 first, because it is what a person can type; without link-local addresses, which need a zone. */
export function lanAddresses(
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): { readonly address: string; readonly family: 'IPv4' | 'IPv6' }[] {
  return Object.entries(interfaces)
    .filter(([name]) => !virtualInterface.test(name))
    .flatMap(([, list]) => list ?? [])
    .filter(({ internal, address }) => !internal && !/^(?:169\.254\.|fe[89ab])/i.test(address))
    .toSorted((a, b) => a.family.localeCompare(b.family))
    .map(({ address, family }) => ({ address, family }))
}
