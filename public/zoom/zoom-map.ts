// Where in the camera's picture the part lies that is seen.

import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { cameraText } from '../text/en-camera.ts'
import type { ZoomArea } from './area.ts'

export function ZoomMap({ area }: { readonly area: ZoomArea }): VNode {
  const part = useRef<HTMLDivElement>(null)
  const { scale, x, y } = area
  useLayoutEffect(() => {
    // By script, because the page's policy takes no style attributes.
    const style = part.current?.style
    if (style === undefined) return
    const percent = (share: number): string => `${share * 100}%`
    style.left = percent(x - 0.5 / scale)
    style.top = percent(y - 0.5 / scale)
    style.width = style.height = percent(1 / scale)
  }, [scale, x, y])
  return html`<div class="zoom-map" role="img" aria-label=${cameraText.zoom.map(placeOf(area))}>
    <div ref=${part}></div>
  </div>`
}

type Third = 0 | 1 | 2

/** Which third of the picture the middle of what is seen lies in. */
function placeOf({ x, y }: ZoomArea): { readonly column: Third; readonly row: Third } {
  const third = (share: number): Third => (share < 1 / 3 ? 0 : share > 2 / 3 ? 2 : 1)
  return { column: third(x), row: third(y) }
}
