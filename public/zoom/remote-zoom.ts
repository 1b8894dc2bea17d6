// Zoom of a Baby Station's camera from a Parent Station. What the hand does is shown at once; the picture follows when the baby's phone
// has heard of it, about a tenth of a second later.

import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { createPaced } from '../shared/paced.ts'
import { clampArea, stepFactor, wholePicture, zoomAbout } from './area.ts'
import type { ZoomArea } from './area.ts'
import type { Zoomable } from './zoom-controls.ts'

export interface RemoteZoom extends Zoomable {
  close(): void
}

export interface RemoteZoomDeps {
  /** As the baby says; null where it has no camera. */
  readonly said: ReadonlySignal<ZoomArea | null>
  /** False when the baby cannot hear it. */
  ask(area: ZoomArea): boolean
}

/** As often as a picture comes, and no more. */
const askEveryMs = 50
/** After that it is the baby's word that counts, or another parent's hand. */
const ownMs = 1500
const centre = { x: 0.5, y: 0.5 }

export function createRemoteZoom({ said, ask }: RemoteZoomDeps): RemoteZoom {
  const own = signal<ZoomArea | null>(null)
  const area = computed(() => own.value ?? said.value ?? wholePicture)
  let letGo: ReturnType<typeof setTimeout> | undefined

  const forget = (): void => {
    clearTimeout(letGo)
    own.value = null
  }
  const asking = createPaced<ZoomArea>(askEveryMs, (wanted) => {
    if (!ask(wanted)) forget()
  })
  const apply = (wanted: ZoomArea): void => {
    if (said.peek() === null) return
    clearTimeout(letGo)
    own.value = clampArea(wanted)
    letGo = setTimeout(forget, ownMs)
    asking.do(own.peek() ?? wholePicture)
  }

  return {
    area,
    zoomIn: () => apply(zoomAbout(area.peek(), stepFactor, centre)),
    zoomOut: () => apply(zoomAbout(area.peek(), 1 / stepFactor, centre)),
    reset: () => apply(wholePicture),
    apply,
    close() {
      asking.close()
      forget()
    },
  }
}
