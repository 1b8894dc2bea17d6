// What covers the whole screen of a station for the night. Where a tap brought it about, the browser's own bars go as well.

import { html } from 'htm/preact'
import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { keepInside } from './keep-inside.ts'

export interface CoverProps {
  readonly class: string
  readonly label: string
  /** Escape. */
  readonly leave: () => void
  readonly children: ComponentChildren
}

export function Cover({ class: name, label, leave, children }: CoverProps): VNode {
  const cover = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    cover.current?.focus()
    const show = fillScreen()
    return () => {
      show()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') leave()
    else keepInside(event, cover.current)
  }
  return html`<div
    ref=${cover}
    class=${`cover ${name}`}
    role="dialog"
    aria-modal="true"
    aria-label=${label}
    tabindex="-1"
    onKeyDown=${onKeyDown}
  >
    ${children}
  </div>`
}

/** Gives what undoes it. Does nothing where it is not allowed, as when the other station asked for it, and on iPhones. */
function fillScreen(): () => void {
  const { documentElement: root, fullscreenElement } = document
  const { requestFullscreen }: Partial<Element> = root
  const { userActivation }: Partial<Navigator> = navigator
  const wasTapped = userActivation?.isActive ?? false
  if (fullscreenElement || requestFullscreen === undefined || !wasTapped) return () => undefined
  const filling = requestFullscreen.call(root, { navigationUI: 'hide' }).catch(() => undefined)
  const leave = async (): Promise<void> => {
    await filling
    if (document.fullscreenElement === root) await document.exitFullscreen().catch(() => undefined)
  }
  return () => void leave()
}
