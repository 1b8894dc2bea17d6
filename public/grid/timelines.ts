// The timeline of each baby that is watched, kept by this phone at the same time; what is read and deleted is that of all.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Alarm } from '../alarm/alarm.ts'
import type { Recording } from '../recording/recording.ts'
import { ongoingOf } from '../timeline/ongoing.ts'
import { createTimeline } from '../timeline/timeline.ts'
import type { Timeline } from '../timeline/timeline.ts'
import type { Babies, Baby } from './babies.ts'

export interface TimelinesDeps {
  readonly babies: Babies
  readonly alarm: ReadonlySignal<Alarm>
  readonly recording: Recording
  readonly username: string
}

export function createTimelines({ babies, alarm, recording, username }: TimelinesDeps): Timeline {
  const open = signal<ReadonlyMap<Baby, Timeline>>(new Map())
  const idle = { state: 'idle' } as const

  const openOne = (baby: Baby): Timeline => {
    const { noise, movement, watched } = baby
    return createTimeline({
      night: {
        ...watched.night,
        // What is recorded is the large one's.
        recording: { state: computed(() => (babies.focus.value === baby ? recording.state.value : idle)) },
      },
      username,
      ongoing: ongoingOf({
        alarm,
        noise: noise.noiseCause,
        movement: movement.movementCause,
        baby: computed(() => watched.night.station.value?.id ?? null),
      }),
    })
  }

  const stopFollowing = effect(() => {
    const all = babies.all.value
    untracked(() => {
      const before = open.peek()
      open.value = new Map(all.map((baby) => [baby, before.get(baby) ?? openOne(baby)]))
      for (const [baby, timeline] of before) if (!all.includes(baby)) timeline.close()
    })
  })
  const focused = computed(() => open.value.get(babies.focus.value))

  return {
    state: computed(() => focused.value?.state.value ?? 'opening'),
    read(fromMs, toMs) {
      return focused.peek()?.read(fromMs, toMs) ?? Promise.resolve({ entries: [], minutes: [] })
    },
    async remove(fromMs, toMs) {
      await Promise.all([...open.peek().values()].map((timeline) => timeline.remove(fromMs, toMs)))
    },
    close() {
      stopFollowing()
      for (const timeline of open.peek().values()) timeline.close()
    },
  }
}
