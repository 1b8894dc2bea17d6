// The extension that keeps a stolen root from impersonating a bank (RFC 5280, 4.2.1.10), written as DER by hand, because
// no library of ours has a form for it. It is not critical: old Apple systems refuse it when it is.

import { isLocalName, localNetworks, localSuffixes } from './local-names.ts'

export const nameConstraintsOid = '2.5.29.30'

const sequence = 0x30
/** [0], the permitted ones; what is listed of a kind (DNS, IP) excludes all others of that kind. */
const permittedSubtrees = 0xa0
const dnsName = 0x82
const ipAddress = 0x87

/** @param houseName the configured host name, which the owner may have chosen outside the local ones */
export function nameConstraints(houseName: string): Uint8Array<ArrayBuffer> {
  const names: readonly string[] = isLocalName(houseName) ? localSuffixes : [...localSuffixes, houseName]
  const subtrees = [
    ...names.map(dnsSubtree),
    ...localNetworks.map(([address, prefix]) => {
      const bytes = addressBytes(address)
      return subtree(ipAddress, Buffer.concat([bytes, mask(prefix, bytes.length)]))
    }),
  ]
  return new Uint8Array(tlv(sequence, tlv(permittedSubtrees, ...subtrees)))
}

/** Whether a root with such constraints, given as its DER, may sign for this name. */
export function permits(rootDer: Buffer, houseName: string): boolean {
  return rootDer.includes(nameConstraintsStart) && (isLocalName(houseName) || rootDer.includes(dnsSubtree(houseName)))
}

const dnsSubtree = (name: string): Buffer => subtree(dnsName, Buffer.from(name, 'ascii'))
const subtree = (tag: number, value: Buffer): Buffer => tlv(sequence, tlv(tag, value))
const nameConstraintsStart = Buffer.concat(localSuffixes.map(dnsSubtree))

function tlv(tag: number, ...content: readonly Buffer[]): Buffer {
  const value = Buffer.concat(content)
  const { length } = value
  const lengthBytes = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...lengthBytes]), value])
}

function addressBytes(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number))
  const [left = '', right = ''] = address.split('::')
  const groups = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
  const [head, tail] = [groups(left), groups(right)]
  const all = [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail]
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]))
}

const mask = (prefix: number, bytes: number): Buffer =>
  Buffer.from(
    Array.from({ length: bytes }, (_, index) => (0xff << (8 - Math.min(8, Math.max(0, prefix - 8 * index)))) & 0xff),
  )
