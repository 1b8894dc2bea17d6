// What the other rooms of the night find, as the timeline takes it.

import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { knownOf } from '../alarm/alarm.ts'
import type { Alarm } from '../alarm/alarm.ts'
import type { Ongoing } from './spans.ts'

export function ongoingOf(rooms: {
  readonly alarm: ReadonlySignal<Alarm>
  /** Not null while a sound counts. */
  readonly noise: ReadonlySignal<unknown>
  readonly movement: ReadonlySignal<unknown>
  /** Whose alarms, by the station's client id. */
  readonly baby: ReadonlySignal<string | null>
}): ReadonlySignal<readonly Ongoing[]> {
  const { alarm, noise, movement, baby } = rooms
  return computed(() => [
    ...(noise.value === null ? [] : [{ kind: 'noise' as const, detail: '', acknowledged: false }]),
    ...(movement.value === null ? [] : [{ kind: 'movement' as const, detail: '', acknowledged: false }]),
    ...knownOf(alarm.value)
      // What recovered before it woke anybody is no alarm.
      .filter(({ heed }) => heed.state !== 'pending')
      .filter(({ cause }) => cause.baby === undefined || cause.baby === baby.value)
      .map(({ cause, heed }) => ({
        kind: 'alarm' as const,
        detail: cause.kind,
        acknowledged: heed.state === 'acknowledged',
      })),
  ])
}
