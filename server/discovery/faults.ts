// What goes wrong on the network, told once until it is well again, always with the way in that is left: the address by IP.

import type { Log } from '../log.ts'
import { lanAddresses, type AddressChoice } from './addresses.ts'

export type Fault = 'port' | 'interface' | 'send' | 'packet'

export interface Faults {
  complain(kind: Fault, line: string, cause: unknown): void
  isWell(kind: Fault, line: string): void
}

export const originOf = (host: string, httpsPort: number) =>
  `https://${host}${httpsPort === 443 ? '' : `:${httpsPort}`}`

export function createFaults(log: Log, httpsPort: number, choice: AddressChoice): Faults {
  const present = new Set<Fault>()
  const wayIn = () => {
    const urls = lanAddresses(choice).map(({ address, family }) =>
      originOf(family === 'IPv6' ? `[${address}]` : address, httpsPort),
    )
    return urls.length === 0
      ? 'Phones reach the box by its address, once it has one.'
      : `Phones reach the box at ${urls.join(' and ')}`
  }
  return {
    complain(kind, line, cause) {
      if (present.has(kind)) return
      present.add(kind)
      log.error(`${line} ${wayIn()}`, cause)
    },
    isWell(kind, line) {
      if (present.delete(kind)) log.info(line)
    },
  }
}
