// Behind a reverse proxy every phone seems to come from the proxy. The ones that the owner has named are believed when they
// say where a request came from; everybody can write X-Forwarded-For, so nobody else is.

import { BlockList } from 'node:net'
import { isIP } from '../ip-address.ts'
import { familyOf } from '../trust/local-names.ts'
import type { WebRequest } from './exchange.ts'

export interface Proxies {
  /** The address of the phone, or of the last machine before it that is no proxy of the owner's. */
  addressOf(request: Pick<WebRequest, 'address' | 'headers'>): string
}

/** @param trusted IP addresses and networks, as the settings have checked them */
export function createProxies(trusted: readonly string[]): Proxies {
  const list = new BlockList()
  for (const network of trusted) {
    const [address = '', prefix] = network.split('/', 2)
    if (prefix === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, Number(prefix), familyOf(address))
  }
  const isTrusted = (address: string) => list.check(address, familyOf(address))

  return {
    addressOf({ address, headers }) {
      if (trusted.length === 0 || !isTrusted(address)) return address
      // Each proxy appends whom it heard; only what was appended by one that is believed counts.
      let last = address
      for (const entry of (headers.get('x-forwarded-for') ?? '').split(',').toReversed()) {
        const hop = plainHop(entry.trim())
        if (hop === null) return last
        last = hop
        if (!isTrusted(hop)) return hop
      }
      return last
    },
  }
}

/** Some proxies write the port, some put IPv6 into brackets. */
function plainHop(text: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  return isIP(bare) === 0 || bare.includes('%') ? null : bare.toLowerCase()
}
