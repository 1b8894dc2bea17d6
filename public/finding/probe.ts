// Tests from this phone: does the box answer, does it answer by its other name too, which addresses does the browser offer?

import type { JoiningApi } from '../joining/api.ts'
import { ownAddresses } from '../rtc/own-addresses.ts'
import { within } from '../signalling/deadline.ts'
import { otherUrl } from './findings.ts'
import type { Seen } from './findings.ts'

/** An iPhone waits for 5 s when a name's IPv6 address is asked for and nobody answers. */
const answerMs = 7000

export async function probe(api: Pick<JoiningApi, 'addresses'>, hostname: string): Promise<Seen> {
  const [answer, own] = await Promise.all([api.addresses(), ownAddresses()])
  const addresses = answer.ok ? answer.value : null
  const url = addresses === null ? null : otherUrl(addresses, hostname)
  return { hostname, addresses, own, other: url === null ? null : { url, answers: await answers(url) } }
}

async function answers(url: string): Promise<boolean> {
  try {
    const { ok } = await within(answerMs, (signal) => fetch(`${url}/healthz`, { signal, cache: 'no-store' }))
    return ok
  } catch {
    return false
  }
}
