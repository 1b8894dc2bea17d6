// The screen of the Baby Station by night: black with a dim clock, or a lamp. Camera and microphone know nothing of it.

import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { createPaced } from '../shared/paced.ts'
import type { NightLight } from '../shared/station-protocol.ts'
import { nextScreen, shown } from './screen.ts'
import type { Screen, ScreenEvent } from './screen.ts'

/** What either station can do with it. */
export interface DimControls {
  /** Null is not known yet. */
  readonly dimmed: ReadonlySignal<boolean | null>
  readonly light: ReadonlySignal<NightLight | null>
  dim(on: boolean): void
  /** Null turns it off. */
  shine(light: NightLight | null): void
}

export interface DimRoom extends DimControls {
  readonly dimmed: ReadonlySignal<boolean>
  readonly screen: ReadonlySignal<Screen>
  close(): void
}

/** A finger on a slider, or a page that has gone mad, asks faster than a screen changes. */
const everyMs = 50

export function createDim(): DimRoom {
  const screen = signal<Screen>(shown)
  const happen = (event: ScreenEvent): void => {
    screen.value = nextScreen(screen.peek(), event)
  }
  const shining = createPaced<NightLight | null>(everyMs, (light) => happen({ type: 'light', light }))
  const dimming = createPaced<boolean>(everyMs, (on) => happen({ type: 'dim', on }))
  return {
    screen,
    dimmed: computed(() => screen.value.state === 'dimmed'),
    light: computed(() => (screen.value.state === 'light' ? screen.value.light : null)),
    dim: (on) => dimming.do(on),
    shine: (light) => shining.do(light),
    close() {
      shining.close()
      dimming.close()
      screen.value = shown
    },
  }
}
