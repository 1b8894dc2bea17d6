// What the tests of this phone say, as sentences. Pure; probe.ts asks, page.ts shows.

import type { Addresses } from '../joining/api.ts'
import type { OwnAddresses } from '../rtc/own-addresses.ts'
import { findingText } from '../text/en-finding.ts'

export interface Seen {
  readonly hostname: string
  /** Null when the box does not answer. */
  readonly addresses: Addresses | null
  /** The box by its other name or address, and whether it answered there; null when there is no other. */
  readonly other: { readonly url: string; readonly answers: boolean } | null
  readonly own: OwnAddresses
}

export interface Finding {
  readonly tone: 'good' | 'bad' | 'unsure'
  readonly words: string
}

const words = findingText

export function findings({ hostname, addresses, other, own }: Seen): readonly Finding[] {
  return [
    openedBy(hostname),
    addresses === null ? { tone: 'bad', words: words.boxAway } : { tone: 'good', words: words.boxAnswers },
    ...(addresses === null ? [] : [aboutOther(other)]),
    aboutOwn(own),
    ...aboutNetworks(own, addresses),
  ]
}

export function isAddress(hostname: string): boolean {
  return /^[\d.]+$/.test(hostname) || hostname.startsWith('[')
}

/** The address of the box that this page was not opened by: the name for an address, an IPv4 address for a name. */
export function otherUrl({ byName, byAddress }: Addresses, hostname: string): string | null {
  return isAddress(hostname) ? byName : (byAddress.find((url) => !url.includes('[')) ?? null)
}

function openedBy(hostname: string): Finding {
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return { tone: 'unsure', words: words.opened.itself }
  return { tone: 'good', words: words.opened[isAddress(hostname) ? 'address' : 'name'](hostname) }
}

function aboutOther(other: Seen['other']): Finding {
  if (other === null) return { tone: 'unsure', words: words.noOther }
  if (other.answers) return { tone: 'good', words: words.otherWorks(other.url) }
  const fails = isAddress(new URL(other.url).hostname) ? words.addressFails : words.nameFails
  return { tone: 'bad', words: fails(other.url) }
}

function aboutOwn(own: OwnAddresses): Finding {
  switch (own.state) {
    case 'unsupported':
      return { tone: 'bad', words: words.candidates.unsupported }
    case 'none':
      return { tone: 'bad', words: words.candidates.none }
    case 'hidden':
      return { tone: 'good', words: words.candidates.hidden }
    case 'shown':
      return { tone: 'good', words: words.candidates.address(own.addresses.join(', ')) }
  }
}

/** Homes nearly always have networks of 256 addresses, so the first three numbers tell. */
function aboutNetworks(own: OwnAddresses, addresses: Addresses | null): readonly Finding[] {
  if (own.state !== 'shown' || addresses === null) return []
  const network = (address: string) => address.split('.').slice(0, 3).join('.')
  const mine = own.addresses.filter((address) => /^[\d.]+$/.test(address))
  const boxes = addresses.byAddress.map((url) => new URL(url).hostname).filter((address) => /^[\d.]+$/.test(address))
  const [here, there] = [mine[0], boxes[0]]
  if (here === undefined || there === undefined) return []
  const isSame = mine.some((address) => boxes.some((box) => network(box) === network(address)))
  return [
    isSame ? { tone: 'good', words: words.sameSubnet } : { tone: 'unsure', words: words.otherSubnet(here, there) },
  ]
}
