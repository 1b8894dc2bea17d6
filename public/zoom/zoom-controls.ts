// Zoom by buttons, and a small map that shows which part of the picture is seen. The same at both stations.

import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { cameraText } from '../text/en-camera.ts'
import { sayDecimal } from '../ui/format.ts'
import { LateIcon } from '../ui/late-icon.ts'
import type { LateIconName } from '../ui/late-icon.ts'
import { maxScale } from './area.ts'
import type { ZoomArea } from './area.ts'
import { ZoomMap } from './zoom-map.ts'

/** What can be zoomed: a camera here, or one at the Baby Station. */
export interface Zoomable {
  readonly area: ReadonlySignal<ZoomArea>
  zoomIn(): void
  zoomOut(): void
  reset(): void
  apply(area: ZoomArea): void
}

export function ZoomControls({ zoom }: { readonly zoom: Zoomable }): VNode {
  const words = cameraText.zoom
  const area = zoom.area.value
  const isWhole = area.scale === 1
  return html`<div class="row controls" role="group" aria-label=${words.title}>
      ${h(ZoomButton, { icon: 'zoom-out', name: words.zoomOut, useless: isWhole, act: () => zoom.zoomOut() })}
      ${h(ZoomButton, { icon: 'zoom-in', name: words.zoomIn, useless: area.scale >= maxScale, act: () => zoom.zoomIn() })}
      ${h(ZoomButton, { icon: 'rotate-ccw', name: words.reset, useless: isWhole, act: () => zoom.reset() })}
    </div>
    <div class="zoom-level">
      ${isWhole ? null : h(ZoomMap, { area })}
      <p class="hint" aria-live="polite">${isWhole ? '' : words.level(sayDecimal(area.scale))}</p>
    </div>`
}

interface ZoomButtonProps {
  readonly icon: LateIconName
  readonly name: string
  readonly useless: boolean
  readonly act: () => void
}

/** One that would do nothing says so and keeps the focus: the next press of another key may want it. */
function ZoomButton({ icon, name, useless, act }: ZoomButtonProps): VNode {
  return html`<button class="control" type="button" aria-disabled=${useless ? 'true' : undefined} onClick=${act}>
    ${h(LateIcon, { name: icon })}${name}
  </button>`
}
