// The level meter with its peak.

import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { soundText } from '../text/en-talk.ts'
import type { Levels } from './levels.ts'

export function LevelView({ levels }: { readonly levels: Levels }): VNode {
  const level = levels.level.value ?? 0
  const peak = levels.peak.value ?? 0
  const bar = useRef<HTMLDivElement>(null)
  const mark = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    // By script, because the page's policy takes no style attributes.
    if (bar.current !== null) bar.current.style.transform = `scaleX(${level / 100})`
    if (mark.current !== null) mark.current.style.transform = `translateX(${peak}%)`
  }, [level, peak])
  return html`<div
    class="meter"
    role="meter"
    aria-label=${soundText.level}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${level}
  >
    <div ref=${bar}></div>
    <span ref=${mark} class="peak"></span>
  </div>`
}
