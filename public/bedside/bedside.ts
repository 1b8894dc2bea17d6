// The Parent Station beside the bed: whether all is live, the time, how loud it is and when the baby was heard last, in red on black.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { LastSoundProps } from '../noise/last-sound.ts'
import type { Status } from '../parent/words.ts'
import type { Power } from '../proof/low-battery.ts'
import type { Levels } from '../sound/levels.ts'

export interface AtBedside {
  readonly name: string
  readonly status: Status
}

export interface Bedside {
  readonly open: ReadonlySignal<boolean>
  /** All that are watched. */
  readonly babies: ReadonlySignal<readonly AtBedside[]>
  /** What an alarm that somebody has silenced was about, and still is. */
  readonly heeded: ReadonlySignal<readonly string[]>
  readonly muted: ReadonlySignal<boolean>
  /** Of this phone's own battery; null where it is not told. */
  readonly power: ReadonlySignal<Power | null>
  readonly levels: Levels
  readonly heard: LastSoundProps
  show(yes: boolean): void
}

export function createBedside(seen: Omit<Bedside, 'open' | 'show'>): Bedside {
  const open = signal(false)
  return {
    ...seen,
    open,
    show: (yes) => void (open.value = yes),
  }
}
