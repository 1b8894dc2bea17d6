// A QR code, drawn as one path, so that the page's policy against inline styles holds.

import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { encode } from 'uqr'

/** Modules of quiet zone that scanners ask for (ISO/IEC 18004). */
const border = 4

export function QrCode({ content, label }: { readonly content: string; readonly label: string }): VNode {
  // The page around it is drawn anew each second while the time runs down.
  const { size, data } = useMemo(() => encode(content, { ecc: 'M', border }), [content])
  return html`<svg class="qr" viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${label}>
    <path d=${pathOf(data)} />
  </svg>`
}

/** One stroke of squares per run of dark modules. */
export function pathOf(rows: readonly (readonly boolean[])[]): string {
  const runs: string[] = []
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue
      const start = x
      while (row[x + 1] === true) x += 1
      runs.push(`M${start} ${y}h${x - start + 1}v1H${start}z`)
    }
  }
  return runs.join('')
}
