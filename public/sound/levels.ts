// How loud the baby is, for the eye: as the baby's phone measures it, so it is seen while this phone is muted too. A baby's
// phone that measures nothing is listened to here instead.

import { effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { loudnessEveryMs } from '../shared/station-protocol.ts'
import type { Report } from '../shared/station-protocol.ts'
import { createLevelMeter, percentOf } from './level.ts'
import type { LevelMeter } from './level.ts'
import { nextPeak, noPeak } from './peak.ts'

export interface Levels {
  /** 0 to 100; null while nothing is known. */
  readonly level: ReadonlySignal<number | null>
  /** The loudest of the last two seconds. */
  readonly peak: ReadonlySignal<number | null>
  close(): void
}

export interface LevelsNight {
  readonly playing: ReadonlySignal<{ readonly stream: MediaStream } | null>
  onReport(listener: (report: Report, atMs: number) => void): () => void
}

/** Without a level from the baby's phone for so long, this phone listens. */
const unmeasuredMs = 3000

export function createLevels(
  night: LevelsNight,
  { meter = createLevelMeter(), now = () => performance.now(), page = document }: LevelsDeps = {},
): Levels {
  const level = signal<number | null>(null)
  const peak = signal<number | null>(null)
  let held = noPeak
  let waiting: number[] = []
  let measuredMs = now()
  let listens = false

  const show = (value: number | null): void => {
    level.value = value
    if (value === null) peak.value = null
    else {
      held = nextPeak(held, value, now())
      peak.value = Math.round(held.level)
    }
  }
  const setListening = (yes: boolean): void => {
    if (yes === listens) return
    listens = yes
    meter.setStream(yes ? (night.playing.peek()?.stream ?? null) : null)
  }
  // A report carries the levels of half a second; they are shown one after the other, as they were.
  const tick = (): void => {
    if (page.hidden) return
    setListening(now() - measuredMs > unmeasuredMs && night.playing.peek() !== null)
    const next = waiting.shift()
    if (next !== undefined) show(next)
    else if (listens) {
      show(meter.level.peek())
      // Before the first tap a browser does not let a page listen.
      if (level.peek() === null) meter.resume()
    } else if (now() - measuredMs > unmeasuredMs) show(null)
    else if (level.peek() !== null) show(level.peek())
  }
  const clock = setInterval(tick, loudnessEveryMs)
  const stopListening = night.onReport(({ levels }) => {
    if (levels.length === 0) return
    measuredMs = now()
    waiting = levels.map(percentOf)
  })
  const stopFollowing = effect(() => {
    // Another station, or none: what was heard of the one before is over.
    void night.playing.value
    untracked(() => {
      waiting = []
      setListening(false)
    })
  })

  return {
    level,
    peak,
    close() {
      clearInterval(clock)
      stopListening()
      stopFollowing()
      meter.close()
    },
  }
}

export interface LevelsDeps {
  readonly meter?: LevelMeter
  readonly now?: () => number
  readonly page?: Pick<Document, 'hidden'>
}
