// Dim and Night light of the Baby Station, from the Parent Station.

import { computed } from '@preact/signals'
import type { Night } from '../parent/night.ts'
import { createAsked } from '../parent/asked.ts'
import type { NightLight } from '../shared/station-protocol.ts'
import type { DimControls } from './dim.ts'

export interface RemoteDim extends DimControls {
  close(): void
}

export function createRemoteDim({ station, state, say }: Pick<Night, 'station' | 'state' | 'say'>): RemoteDim {
  const of = computed(() => station.value?.id ?? null)
  const dimmed = createAsked({
    of,
    said: computed(() => state.value?.dimmed ?? null),
    send: (on) => on !== null && say({ type: 'dim', on }),
  })
  const light = createAsked<NightLight | null>({
    of,
    said: computed(() => state.value?.nightLight ?? null),
    send: (wanted) => say({ type: 'light', light: wanted }),
  })
  return {
    dimmed: dimmed.shown,
    light: light.shown,
    dim: (on) => dimmed.ask(on),
    shine: (wanted) => light.ask(wanted),
    close() {
      dimmed.close()
      light.close()
    },
  }
}
