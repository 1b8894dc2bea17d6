// Keeps the phone's screen on while a station runs, where the phone can.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export type AwakeState =
  | 'off'
  | 'on'
  /** Hidden, or refused for the moment, for example because the battery is low. */
  | 'paused'
  /** This browser cannot. */
  | 'unavailable'

export interface Awake {
  readonly state: ReadonlySignal<AwakeState>
  start(): void
  stop(): void
  close(): void
}

export function createAwake(deps: { readonly wakeLock: WakeLock | undefined; readonly document: Document }): Awake {
  const { wakeLock, document } = deps
  const state = signal<AwakeState>('off')
  const listening = new AbortController()
  let sentinel: WakeLockSentinel | null = null
  let asking = false

  const ask = async (): Promise<void> => {
    if (wakeLock === undefined || asking || sentinel !== null || document.visibilityState !== 'visible') return
    asking = true
    try {
      const got = await wakeLock.request('screen')
      if (state.peek() === 'off') {
        await got.release()
        return
      }
      sentinel = got
      state.value = 'on'
      // The phone takes it away when the page hides.
      got.addEventListener(
        'release',
        () => {
          sentinel = null
          if (state.peek() === 'on') state.value = 'paused'
        },
        { once: true },
      )
    } catch {
      if (state.peek() !== 'off') state.value = 'paused'
    } finally {
      asking = false
    }
  }

  const stop = (): void => {
    state.value = 'off'
    const held = sentinel
    sentinel = null
    held?.release().catch(() => undefined)
  }

  document.addEventListener(
    'visibilitychange',
    () => {
      if (state.peek() === 'paused') void ask()
    },
    { signal: listening.signal },
  )

  return {
    state,
    start() {
      if (state.peek() !== 'off') return
      state.value = wakeLock === undefined ? 'unavailable' : 'paused'
      void ask()
    },
    stop,
    close() {
      listening.abort()
      stop()
    },
  }
}
