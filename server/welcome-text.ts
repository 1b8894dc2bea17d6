// What the owner reads when the box is up: where to point a phone, by name and by address, as text and as QR codes.

import { renderUnicodeCompact } from 'uqr'

export interface Reachable {
  readonly hostname: string
  readonly addresses: readonly { readonly address: string; readonly family: 'IPv4' | 'IPv6' }[]
  readonly httpsPort: number
}

export function welcomeText({ hostname, addresses, httpsPort }: Reachable): string {
  const port = httpsPort === 443 ? '' : `:${httpsPort}`
  const byName = `https://${hostname}${port}`
  const byAddress = addresses.map(
    ({ address, family }) => `https://${family === 'IPv6' ? `[${address}]` : address}${port}`,
  )
  const lines = [
    'BeddyBytes is running. Point a phone in this home at',
    ...[byName, ...byAddress].map((url) => `  ${url}`),
  ]
  const [first] = byAddress
  const codes = first === undefined ? besides([byName]) : besides([byName, first])
  return [...lines, '', ...codes].join('\n')
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
