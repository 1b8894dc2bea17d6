// The time of day on a black screen, each minute somewhere else.

import { html } from 'htm/preact'
import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { sayTime } from '../ui/format.ts'
import { useNow } from '../ui/now.ts'
import { placeOf } from './clock-place.ts'

const minuteMs = 60_000

/** What goes with it stands under it and wanders along. */
export function WanderingClock({ children }: { readonly children?: ComponentChildren }): VNode {
  const nowMs = useNow(minuteMs)
  const clock = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (clock.current === null) return
    const { x, y } = placeOf(Math.floor(nowMs / minuteMs))
    const { style } = clock.current
    // By script, because the page's policy takes no style attributes. All of it stays on the screen.
    style.left = `${100 * x}%`
    style.top = `${100 * y}%`
    style.transform = `translate(${-100 * x}%, ${-100 * y}%)`
  }, [nowMs])
  return html`<div class="wandering">
    <div ref=${clock}>
      <p class="wandering-time">${sayTime(new Date(nowMs))}</p>
      ${children}
    </div>
  </div>`
}
