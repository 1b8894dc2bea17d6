// Keeps the phone's screen on while a station runs, where the phone can.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export type AwakeState =
  | 'off'
  /** The phone has not answered yet. */
  | 'asking'
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

/** A phone that refused, for a low battery for example, tells no page when it would allow it. */
const askAgainMs = 30_000

export function createAwake(deps: { readonly wakeLock: WakeLock | undefined; readonly document: Document }): Awake {
  const { wakeLock, document } = deps
  const state = signal<AwakeState>('off')
  const listening = new AbortController()
  let sentinel: WakeLockSentinel | null = null
  let asking = false
  let again: ReturnType<typeof setInterval> | undefined

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

  const askIfPaused = (): void => {
    if (state.peek() === 'paused') void ask()
  }

  const stop = (): void => {
    clearInterval(again)
    state.value = 'off'
    const held = sentinel
    sentinel = null
    held?.release().catch(() => undefined)
  }

  document.addEventListener('visibilitychange', askIfPaused, { signal: listening.signal })

  return {
    state,
    start() {
      if (state.peek() !== 'off') return
      if (wakeLock === undefined) {
        state.value = 'unavailable'
        return
      }
      state.value = document.visibilityState === 'visible' ? 'asking' : 'paused'
      again = setInterval(askIfPaused, askAgainMs)
      void ask()
    },
    stop,
    close() {
      listening.abort()
      stop()
    },
  }
}
