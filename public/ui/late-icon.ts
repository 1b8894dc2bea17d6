/*! Icons: Lucide 1.62, ISC, (c) 2026 Lucide Icons and Contributors; parts (c) 2013-present Cole Bemis, MIT */
// As icon.ts, of those that no page needs until its first frame.

import { html } from 'htm/preact'
import type { VNode } from 'preact'

const paths = {
  'rotate-ccw': 'M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8M3 3v5h5',
  'zoom-in': 'M3 11a8 8 0 1 0 16 0a8 8 0 1 0-16 0M21 21l-4.35-4.35M11 8v6M8 11h6',
  'zoom-out': 'M3 11a8 8 0 1 0 16 0a8 8 0 1 0-16 0M21 21l-4.35-4.35M8 11h6',
}

export type LateIconName = keyof typeof paths

export function LateIcon({ name }: { readonly name: LateIconName }): VNode {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name]} /></svg>`
}
