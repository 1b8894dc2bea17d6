// One baby that is watched: what is seen of it, what it plays, and what the rooms of the night may know. A Parent Station has one, and
// more when somebody adds them (public/grid).

import { computed, signal } from '@preact/signals'
import type { Signal } from '@preact/signals'
import type { Night } from './night.ts'
import type { Player } from './player.ts'
import { createWatching } from './watching.ts'
import type { Watching, WatchingDeps } from './watching.ts'
import { statusOf } from './words.ts'

/** What is on the screen now; `picture` is whether the call promised one. */
export interface Playing {
  readonly stream: MediaStream
  readonly picture: boolean
}

export interface Watched {
  readonly watching: Watching
  readonly night: Night
  /** What plays it now. */
  readonly through: Signal<Player>
  close(): void
}

export interface WatchedDeps
  extends
    Pick<WatchingDeps, 'channel' | 'household' | 'last' | 'free' | 'looked'>,
    Pick<Night, 'player' | 'awake' | 'recording'> {}

export function createWatched(deps: WatchedDeps): Watched {
  const { player, awake, recording } = deps
  const through = signal(player)
  const playing = signal<Playing | null>(null)
  const floorListeners = new Set<(yours: boolean) => void>()
  const watching = createWatching({
    ...deps,
    stream(stream, picture) {
      playing.value = { stream, picture }
    },
    left() {
      playing.value = null
    },
    playing() {
      const { running, muted, blocked } = through.peek()
      return {
        hears: running.peek() && !muted.peek() && !blocked.peek(),
        blocked: playing.peek() !== null && (blocked.peek() || !running.peek()),
      }
    },
    looked() {
      through.peek().keepPlaying()
      deps.looked()
    },
    floor: (yours) => floorListeners.forEach((listener) => listener(yours)),
  })
  const { watch, proof } = watching
  const { former } = watching
  const id = computed(() => ('target' in watch.value ? watch.value.target.station : (former?.id ?? null)))
  const name = computed(() => ('target' in watch.value ? watch.value.target.name : (former?.name ?? '')))
  return {
    watching,
    night: {
      station: computed(() => (id.value === null ? null : { id: id.value, name: name.value })),
      status: computed(() => {
        const proven = { live: proof.live.value && through.value.running.value, wasLive: proof.wasLive.value }
        return statusOf(watch.value, proven)
      }),
      faults: proof.faults,
      playing,
      report: proof.report,
      state: watching.station,
      onReport: (listener) => proof.onReport(listener),
      say: (message) => watching.say(message),
      speak: (track) => watching.speak(track),
      takesVoice: () => watching.takesVoice(),
      onFloor(listener) {
        floorListeners.add(listener)
        return () => void floorListeners.delete(listener)
      },
      stats: () => watching.stats(),
      player,
      awake,
      recording,
    },
    through,
    close: () => watching.close(),
  }
}
