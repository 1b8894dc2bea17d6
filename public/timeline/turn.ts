// Of the tabs that watch one baby, one writes. Browsers free the lock of a tab that is gone.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export interface Turn {
  readonly mine: ReadonlySignal<boolean>
  free(): void
}

/** Where there are no locks every tab writes: twice is better than never. `granted` tells how long it has waited. */
export function holdTurn(name: string, locks: LockManager | undefined, granted: (waitedMs: number) => void): Turn {
  const mine = signal(locks === undefined)
  const askedMs = performance.now()
  const waiting = new AbortController()
  let free = (): void => waiting.abort()
  locks
    ?.request(name, { signal: waiting.signal }, () => {
      mine.value = true
      granted(performance.now() - askedMs)
      return new Promise<void>((resolve) => {
        free = resolve
      })
    })
    .catch(() => undefined)
  return { mine, free: () => free() }
}
