// What is kept of each baby that is watched, large or not: what of its sounds and movement counts, and with that what wakes a parent.

import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Cause } from '../alarm/cause.ts'
import { causesOf } from '../alarm/causes.ts'
import { createMovementWatch } from '../movement/movement-watch.ts'
import type { MovementWatch } from '../movement/movement-watch.ts'
import { createNoise } from '../noise/noise.ts'
import type { Noise } from '../noise/noise.ts'
import type { Several } from '../parent/model.ts'
import type { Watched } from '../parent/watched.ts'
import { causesOfAll } from './causes.ts'

export interface Baby {
  /** No two have the same while the page is open. */
  readonly key: string
  readonly watched: Watched
  readonly noise: Noise
  readonly movement: MovementWatch
  /** Whatever wakes a parent of it. */
  readonly causes: ReadonlySignal<readonly Cause[]>
  close(): void
}

export interface Babies {
  readonly all: ReadonlySignal<readonly Baby[]>
  /** The one that is large. */
  readonly focus: ReadonlySignal<Baby>
  /** Of all of them, by name where there are several. */
  readonly causes: ReadonlySignal<readonly Cause[]>
  add(watched: Watched): Baby
  /** Never the one that is large. */
  remove(baby: Baby): void
  close(): void
}

export function createBabies({ watched, focus }: Pick<Several, 'watched' | 'focus'>): Babies {
  const all = signal<readonly Baby[]>(watched.peek().map(createBaby))
  const large = computed(() => {
    const now = focus.value
    // Never none: who is made large was added before.
    return all.value.find((baby) => baby.watched === now) as Baby
  })
  return {
    all,
    focus: large,
    causes: computed(() =>
      causesOfAll(
        all.value.map(({ watched: { night }, causes }) => ({
          id: night.station.value?.id ?? '',
          name: night.station.value?.name ?? '',
          causes: causes.value,
        })),
      ),
    ),
    add(one) {
      const baby = createBaby(one)
      all.value = [...all.peek(), baby]
      watched.value = [...watched.peek(), one]
      return baby
    },
    remove(baby) {
      all.value = all.peek().filter((other) => other !== baby)
      watched.value = watched.peek().filter((other) => other !== baby.watched)
      baby.close()
      baby.watched.close()
    },
    close() {
      for (const baby of all.peek()) baby.close()
    },
  }
}

let last = 0

function createBaby(watched: Watched): Baby {
  const { night } = watched
  const noise = createNoise(night)
  const movement = createMovementWatch(night)
  last += 1
  return {
    key: `baby-${last}`,
    watched,
    noise,
    movement,
    causes: computed(() => causesOf(night.faults.value, [noise.noiseCause.value, movement.movementCause.value])),
    close() {
      movement.close()
      noise.close()
    },
  }
}
