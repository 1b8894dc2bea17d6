import assert from 'node:assert/strict'
import type { NetworkInterfaceInfo } from 'node:os'
import { test } from 'node:test'
import { lanAddresses } from './addresses.ts'

const hardware = '52:54:00:12:34:56'

function info(cidr: string, options: { mac?: string; internal?: boolean } = {}): NetworkInterfaceInfo {
  const [address = ''] = cidr.split('/')
  const common = { address, cidr, netmask: '', mac: options.mac ?? hardware, internal: options.internal ?? false }
  return address.includes(':') ? { ...common, family: 'IPv6', scopeid: 0 } : { ...common, family: 'IPv4' }
}

const machine = {
  lo: [info('127.0.0.1/8', { internal: true }), info('::1/128', { internal: true })],
  eth0: [info('fd00::7/64'), info('fe80::1/64'), info('192.168.1.7/24')],
  wlan0: [info('192.168.2.7/24'), info('169.254.3.4/16')],
  br0: [info('10.0.0.7/24')],
  docker0: [info('172.17.0.1/16')],
  'br-1f2e3d': [info('172.18.0.1/16')],
  veth12ab: [info('169.254.9.9/16'), info('172.19.0.1/16')],
  wg0: [info('10.8.0.2/24', { mac: '00:00:00:00:00:00' })],
  home: [info('10.9.0.2/24', { mac: '00:00:00:00:00:00' })],
  tailscale0: [info('100.64.0.2/32')],
}
const found = (choice: Parameters<typeof lanAddresses>[0]) =>
  lanAddresses(choice, machine).map(({ address }) => address)

test('a phone is told of addresses at home, IPv4 first, and never of bridges, tunnels or link-local ones', () => {
  assert.deepEqual(found({}), ['192.168.1.7', '192.168.2.7', '10.0.0.7', 'fd00::7'])
})

test('a list of interfaces overrides that, but link-local addresses stay out', () => {
  assert.deepEqual(found({ interfaces: ['wg0', 'wlan0', 'eth9'] }), ['192.168.2.7', '10.8.0.2'])
})

test('a box that listens on one address, or one kind, is told of there alone', () => {
  assert.deepEqual(found({ bind: '192.168.2.7' }), ['192.168.2.7'])
  assert.deepEqual(found({ bind: 'FD00::7' }), ['fd00::7'])
  assert.deepEqual(found({ bind: '0.0.0.0' }), ['192.168.1.7', '192.168.2.7', '10.0.0.7'])
  assert.deepEqual(found({ bind: '::' }), found({}))
  assert.deepEqual(found({ bind: '172.17.0.1' }), [])
})
