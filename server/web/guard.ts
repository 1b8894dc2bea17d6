// What is checked before any route: is this request meant for this box, and does it come from one of its own pages?

import { hostname as machineName, networkInterfaces } from 'node:os'
import type { WebRequest } from './exchange.ts'
import { Refusal } from './refusal.ts'

export interface Guard {
  /** Null when the request may go on. */
  refuse(request: Pick<WebRequest, 'method' | 'path' | 'headers'>): Refusal | null
  isOwnHost(host: string | undefined): boolean
  /** Of a page of this box, by whichever of its names. */
  isOwnOrigin(origin: string): boolean
}

const safeMethods: readonly string[] = ['GET', 'HEAD']

/** @param ownNames asked at each request; the machine's own name and addresses count as well */
export function createGuard(ownNames: () => readonly string[]): Guard {
  const names = new Set(['localhost', machineName().toLowerCase(), `${machineName().toLowerCase()}.local`])
  let addresses = ownAddresses()

  function isOwnHost(host: string | undefined): boolean {
    if (host === undefined || !/^[\w.:[\]-]+$/.test(host)) return false
    const url = URL.parse(`https://${host}`)
    if (url === null || url.host === '' || url.pathname !== '/') return false
    const name = url.hostname.replace(/^\[|\]$|\.$/g, '')
    if (names.has(name) || addresses.has(name) || ownNames().includes(name)) return true
    // Addresses come and go; a name or address that is not ours yet is looked up once more before it is refused.
    if (!/^[\d.]+$|:/.test(name)) return false
    addresses = ownAddresses()
    return addresses.has(name)
  }

  return {
    isOwnHost,
    isOwnOrigin: (origin) => origin.startsWith('https://') && isOwnHost(origin.slice('https://'.length)),
    refuse({ method, path, headers }) {
      const host = headers.get('host')
      if (!isOwnHost(host)) return new Refusal(421, 'wrong-host', 'This box does not answer to that name.')
      if (safeMethods.includes(method) && !isDoor(path) && !headers.has('upgrade')) return null
      const origin = headers.get('origin')
      const isForeign = origin === undefined ? isCrossSite(headers) : origin !== `https://${host?.toLowerCase()}`
      return isForeign ? new Refusal(403, 'foreign-origin', 'This request comes from another site.') : null
    },
  }
}

/** A socket or an event stream, of members or of guests: opened with GET, and more than reading. */
const isDoor = (path: string) => /^(?:\/guest)?\/signal(?:\/events)?$/.test(path)

/** No Origin at all is a tool's request, not a page's; browsers then still tell by Sec-Fetch-Site. */
function isCrossSite(headers: WebRequest['headers']): boolean {
  const site = headers.get('sec-fetch-site')
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

function ownAddresses(): Set<string> {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return new Set([...all.map(({ address }) => address.toLowerCase().replace(/%.*$/, '')), '127.0.0.1', '::1'])
}
