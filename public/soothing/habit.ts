// How loud and for how long this phone plays, or has played, the last time.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import * as v from 'valibot'
import { phoneStorage } from '../signalling/storage.ts'

const habitSchema = v.object({
  volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Null plays on. */
  minutes: v.nullable(v.picklist([15, 30, 45, 60, 120])),
})
export type Habit = v.InferOutput<typeof habitSchema>

export const minutesOffered = habitSchema.entries.minutes.wrapped.options

/** Begun softly; half an hour is what a family takes first. */
const first: Habit = { volume: 0.6, minutes: 30 }
const key = 'beddybytes.soothing'

export interface HabitKeeper {
  readonly habit: ReadonlySignal<Habit>
  change(part: Partial<Habit>): void
}

export function createHabit(storage: () => Pick<Storage, 'getItem' | 'setItem'> | null = phoneStorage): HabitKeeper {
  const habit = signal(read(storage))
  return {
    habit,
    change(part) {
      habit.value = { ...habit.peek(), ...part }
      try {
        storage()?.setItem(key, JSON.stringify(habit.peek()))
      } catch {
        // Without a memory it holds until the page is reloaded.
      }
    },
  }
}

function read(storage: () => Pick<Storage, 'getItem'> | null): Habit {
  try {
    const kept = v.safeParse(habitSchema, JSON.parse(storage()?.getItem(key) ?? 'null'))
    return kept.success ? kept.output : first
  } catch {
    return first
  }
}
