// What the owner reads when the box is up: where to point a phone, by name and by address, as text and as QR codes.

import { renderUnicodeCompact } from 'uqr'
import { originOf } from './trust/welcome.ts'

export interface Reachable {
  readonly hostname: string
  readonly addresses: readonly { readonly address: string; readonly family: 'IPv4' | 'IPv6' }[]
  readonly httpsPort: number
}

export function reachableUrls({ hostname, addresses, httpsPort }: Reachable) {
  const port = httpsPort === 443 ? '' : `:${httpsPort}`
  return {
    byName: `https://${hostname}${port}`,
    byAddress: addresses.map(({ address, family }) => `https://${family === 'IPv6' ? `[${address}]` : address}${port}`),
  }
}

export interface FirstVisit extends Reachable {
  readonly httpPort: number
  /** SHA-256 of the house's root; null with a certificate of the owner's own. */
  readonly fingerprint: string | null
}

/** The codes lead to plain HTTP: the welcome page there is the way in for a phone that does not know the box yet. */
export function welcomeText(box: FirstVisit): string {
  const { byName, byAddress } = reachableUrls(box)
  const codes = [box.hostname, ...box.addresses.slice(0, 1).map(({ address }) => address)]
  return [
    'BeddyBytes is running. Point a phone in this home at',
    ...[byName, ...byAddress].map((url) => `  ${url}`),
    '',
    'The first time, point its camera at a code: the page behind it says how a phone comes to trust this box.',
    ...besides(codes.map((host) => originOf('http', host, box.httpPort))),
    ...(box.fingerprint === null
      ? []
      : ['', 'Fingerprint (SHA-256) of the root of this house, to compare:', `  ${box.fingerprint}`]),
  ].join('\n')
}

/** Any will do. Trying all eight for the most even one takes 15 ms of a start and wakes the optimising compiler for 1 MiB. */
const maskPattern = 3

/** QR codes side by side, each above its address. */
function besides(urls: readonly string[]): string[] {
  const blocks = urls.map((url) => {
    const rows = renderUnicodeCompact(url, { border: 2, maskPattern }).split('\n')
    const width = Math.max(url.length, ...rows.map((row) => row.length)) + 4
    return [...rows, url].map((row) => row.padEnd(width))
  })
  const height = Math.max(...blocks.map((block) => block.length))
  return Array.from({ length: height }, (_, row) =>
    blocks
      .map((block) => block[row - (height - block.length)] ?? ' '.repeat(block[0]?.length ?? 0))
      .join('')
      .trimEnd(),
  )
}
