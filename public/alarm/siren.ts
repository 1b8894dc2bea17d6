// Makes the alarm be heard, and knows whether it could be. WebAudio first, which swells; where the browser has stopped that,
// a media element. Browsers give either to a page only after a tap.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { startBursts, type Bursts } from './bursts.ts'
import type { Priority } from './cause.ts'
import { createAlarmElement, type AlarmElement } from './element.ts'

export interface Siren {
  /** Whether an alarm could be heard now, as far as a page can know: not how loud the phone is set. */
  readonly audible: ReadonlySignal<boolean>
  /** From now on, until something else is said; null is silence. */
  sound(loudness: Priority | null): void
  /** One burst, softly. */
  tryOut(): void
  /** Call in a tap; any tap on the page does it, too. */
  unlock(): void
  close(): void
}

export interface SirenDeps {
  /** Where taps are. */
  readonly page: Document
  createContext(): AudioContext
  readonly element?: AlarmElement
  /** Whether the page was tapped before this was here; browsers that cannot tell are tried. */
  wasTapped(): boolean
}

const lookMs = 1000
/** Less than a look, and more than a busy phone takes for one buffer. */
const stuckMs = 800
/** What browsers take for a tap. */
const taps = ['pointerup', 'touchend', 'click', 'keydown']

export function createSiren({ page, createContext, element = createAlarmElement(), wasTapped }: SirenDeps): Siren {
  const audible = signal(false)
  const open = new AbortController()
  let context: AudioContext | null = null
  let wanted: Priority | null = null
  let running: { readonly loudness: Priority; readonly bursts: Bursts } | null = null
  let trial: Bursts | null = null
  let moved = { atMs: 0, contextS: -1 }

  /** A context that says that it runs and whose clock stands still is silent. */
  const sounds = (): boolean => {
    if (context?.state !== 'running') return false
    const nowMs = performance.now()
    if (context.currentTime !== moved.contextS) moved = { atMs: nowMs, contextS: context.currentTime }
    return nowMs - moved.atMs < stuckMs
  }

  const tell = (): void => {
    if (!open.signal.aborted) audible.value = sounds() || element.isUnlocked
  }

  const resume = (): void => {
    if (context !== null && context.state !== 'running') context.resume().then(look, () => undefined)
  }

  const look = (): void => {
    if (open.signal.aborted) return
    tell()
    const isRunning = sounds()
    if (!isRunning) resume()
    if (wanted === null) return
    if (isRunning) element.stop()
    else if (!element.isPlaying) void element.play(wanted).then(tell)
  }

  const stop = (): void => {
    running?.bursts.stop()
    running = null
  }

  const unlock = (): void => {
    if (open.signal.aborted) return
    askForPlayback()
    if (context === null) {
      context = createContext()
      context.addEventListener('statechange', look, { signal: open.signal })
      if (wanted !== null) begin(wanted)
    }
    resume()
    // An alarm that is due sounds in this very tap.
    if (wanted !== null) look()
    void element.unlock().then(tell)
  }

  const begin = (loudness: Priority): void => {
    const after = running?.bursts.begun() ?? 0
    stop()
    // Without a tap yet there is no context; the element may be refused as well, and `audible` says so.
    if (context !== null) running = { loudness, bursts: startBursts(context, { loudness, after }) }
  }

  for (const type of taps) {
    page.addEventListener(
      type,
      () => {
        if (context?.state !== 'running' || !element.isUnlocked) unlock()
      },
      { signal: open.signal, capture: true },
    )
  }
  const clock = setInterval(look, lookMs)
  if (wasTapped()) unlock()

  return {
    audible,
    sound(loudness) {
      if (loudness === wanted || open.signal.aborted) return
      wanted = loudness
      trial?.stop()
      trial = null
      element.stop()
      if (loudness === null) stop()
      else {
        begin(loudness)
        look()
      }
    },
    tryOut() {
      unlock()
      if (wanted !== null || context === null) return
      trial?.stop()
      trial = startBursts(context, { loudness: 'high', once: true })
    },
    unlock,
    close() {
      if (open.signal.aborted) return
      open.abort()
      clearInterval(clock)
      stop()
      trial?.stop()
      element.close()
      context?.close().catch(() => undefined)
      context = null
    },
  }
}

/** iPhones silence what is no playback by the switch at their side (Safari 17; others do not have it). */
function askForPlayback(): void {
  const { audioSession }: { readonly audioSession?: { type: string } } = navigator as object
  if (audioSession !== undefined) audioSession.type = 'playback'
}
