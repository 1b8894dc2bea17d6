// The Baby Station's soothing sounds, from the Parent Station.

import { computed } from '@preact/signals'
import { createAsked } from '../parent/asked.ts'
import type { Night } from '../parent/night.ts'
import type { Soothing } from '../shared/station-protocol.ts'
import type { SoothingControls } from './soothing.ts'

export interface RemoteSoothing extends SoothingControls {
  close(): void
}

export function createRemoteSoothing({
  station,
  state,
  say,
}: Pick<Night, 'station' | 'state' | 'say'>): RemoteSoothing {
  const asked = createAsked<Soothing | null>({
    of: computed(() => station.value?.id ?? null),
    said: computed(() => state.value?.soothing ?? null),
    send: (soothing) => say({ type: 'soothe', soothing }),
  })
  return {
    now: asked.shown,
    isKnown: computed(() => state.value !== null),
    soothe: (wanted) => asked.ask(wanted),
    close: () => asked.close(),
  }
}
