// Announces the box's name on the home network by multicast DNS, so that a phone finds it without knowing its address.

import type { EventEmitter } from 'node:events'
import { Bonjour } from 'bonjour-service'
import type { Log } from '../log.ts'

export interface Announcement {
  /** Says goodbye, so that phones forget the name at once; never waits for long. */
  close(): Promise<void>
}

const goodbyeMs = 500

/** A network without multicast, or a port that another responder keeps for itself, costs the name and nothing else. */
export function announce(options: {
  readonly hostname: string
  readonly port: number
  readonly log: Log
}): Announcement {
  const { hostname, port, log } = options
  let hasFailed = false
  const failed = (cause: unknown) => {
    if (!hasFailed) log.error('The name cannot be announced on this network; use the address instead', cause)
    hasFailed = true
  }
  const bonjour = new Bonjour({}, failed)
  // bonjour-service listens to its own sends only: without this, a port that is taken ends the process.
  const { mdns } = (bonjour as unknown as { readonly server: { readonly mdns: EventEmitter } }).server
  mdns.on('error', failed)
  mdns.on('warning', failed)
  const name = `BeddyBytes (${hostname})`
  bonjour.publish({ name, type: 'https', port, host: hostname, probe: false }).on('error', failed)

  let closing: Promise<void> | null = null
  return {
    close() {
      closing ??= new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, goodbyeMs)
        bonjour.unpublishAll(() => {
          clearTimeout(timer)
          resolve()
        })
      }).then(() => bonjour.destroy())
      return closing
    },
  }
}
