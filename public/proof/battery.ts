// The phone's battery, where the browser tells: Chromium does, Safari and Firefox do not.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Power } from './low-battery.ts'

export interface Battery {
  /** Null where it is not told. */
  readonly power: ReadonlySignal<Power | null>
  close(): void
}

interface TellingNavigator {
  getBattery?: () => Promise<Power & EventTarget>
}

export function createBattery(phone: object = navigator): Battery {
  const power = signal<Power | null>(null)
  const closing = new AbortController()
  const ask = async (): Promise<void> => {
    try {
      const manager = await (phone as TellingNavigator).getBattery?.()
      if (manager === undefined || closing.signal.aborted) return
      const look = (): void => {
        const { level, charging } = manager
        power.value = Number.isFinite(level) ? { level: Math.min(1, Math.max(0, level)), charging } : null
      }
      for (const type of ['levelchange', 'chargingchange']) {
        manager.addEventListener(type, look, { signal: closing.signal })
      }
      look()
    } catch {
      // Not told here.
    }
  }
  void ask()
  return { power, close: () => closing.abort() }
}
