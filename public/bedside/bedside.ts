// The Parent Station beside the bed: whether it is live, the time, how loud it is and when the baby was heard last, in red on black.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { LastSoundProps } from '../noise/last-sound.ts'
import type { Status } from '../parent/words.ts'
import type { Levels } from '../sound/levels.ts'

export interface Bedside {
  readonly open: ReadonlySignal<boolean>
  readonly status: ReadonlySignal<Status>
  readonly name: ReadonlySignal<string>
  readonly levels: Levels
  readonly heard: LastSoundProps
  show(yes: boolean): void
}

export function createBedside(seen: Pick<Bedside, 'status' | 'name' | 'levels' | 'heard'>): Bedside {
  const open = signal(false)
  return {
    ...seen,
    open,
    show: (yes) => void (open.value = yes),
  }
}
