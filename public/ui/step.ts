// One step of a page that goes through several: it takes the place of the one before and the focus with it, which would fall back to the
// top of the page otherwise, where a screen reader tells nothing of what is new. Its key has to be another for each step.

import { html } from 'htm/preact'
import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

export function Step({ children }: { readonly children: ComponentChildren }): VNode {
  const here = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => here.current?.focus(), [])
  return html`<div class="step stack" tabindex="-1" ref=${here}>${children}</div>`
}
