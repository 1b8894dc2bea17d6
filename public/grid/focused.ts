// The baby that is large, as if it were the only one: rooms that know of one baby work for whichever it is.

import { computed, effect, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { MovementWatch } from '../movement/movement-watch.ts'
import type { Noise } from '../noise/noise.ts'
import type { Night } from '../parent/night.ts'

/** The value of one of its signals. */
export function of<One, Value>(
  one: ReadonlySignal<One>,
  pick: (one: One) => ReadonlySignal<Value>,
): ReadonlySignal<Value> {
  return computed(() => pick(one.value).value)
}

export function focusedNight(one: ReadonlySignal<Night>): { readonly night: Night; close(): void } {
  let voice: MediaStreamTrack | null = null

  /** To one of them at a time. */
  const follow = (listen: (night: Night) => () => void): (() => void) =>
    effect(() => {
      const now = one.value
      return untracked(() => listen(now))
    })
  // Whoever speaks when another baby is made large speaks to that one from then on.
  const close = follow((now) => {
    if (voice !== null) now.speak(voice)
    return () => now.speak(null)
  })

  const night: Night = {
    station: of(one, ({ station }) => station),
    status: of(one, ({ status }) => status),
    faults: of(one, ({ faults }) => faults),
    playing: of(one, ({ playing }) => playing),
    report: of(one, ({ report }) => report),
    state: of(one, ({ state }) => state),
    onReport: (listener) => follow((now) => now.onReport(listener)),
    say: (message) => one.peek().say(message),
    speak(track) {
      voice = track
      one.peek().speak(track)
    },
    takesVoice: () => one.peek().takesVoice(),
    onFloor: (listener) => follow((now) => now.onFloor(listener)),
    stats: () => one.peek().stats(),
    player: one.peek().player,
    awake: one.peek().awake,
    recording: one.peek().recording,
  }
  return { night, close }
}

export function focusedNoise(one: ReadonlySignal<Noise>): Noise {
  return {
    get history() {
      return one.value.history
    },
    latest: of(one, ({ latest }) => latest),
    decision: of(one, ({ decision }) => decision),
    lastSoundMs: of(one, ({ lastSoundMs }) => lastSoundMs),
    settings: of(one, ({ settings }) => settings),
    set: (change) => one.peek().set(change),
    noiseCause: of(one, ({ noiseCause }) => noiseCause),
    close() {},
  }
}

export function focusedMovement(one: ReadonlySignal<MovementWatch>): MovementWatch {
  return {
    level: of(one, ({ level }) => level),
    moving: of(one, ({ moving }) => moving),
    settings: of(one, ({ settings }) => settings),
    set: (change) => one.peek().set(change),
    movementCause: of(one, ({ movementCause }) => movementCause),
    close() {},
  }
}
