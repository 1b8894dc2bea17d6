// The Baby Station's soothing sounds: what plays now, whoever asked for it.

import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { createPaced } from '../shared/paced.ts'
import type { Soothing } from '../shared/station-protocol.ts'
import { isOver, nextPlaying, toSoothing } from './plan.ts'
import type { Playing } from './plan.ts'
import { createSpeaker } from './speaker.ts'
import type { Speaker } from './speaker.ts'

/** What either station can do with them. */
export interface SoothingControls {
  /** What plays, with the time that was left when this was said. */
  readonly now: ReadonlySignal<Soothing | null>
  /** Whether the Baby Station has said what plays. */
  readonly isKnown: ReadonlySignal<boolean>
  /** Null stops it. */
  soothe(wanted: Soothing | null): void
}

export interface SoothingRoom extends SoothingControls {
  /** It should play and the browser does not let it. */
  readonly blocked: ReadonlySignal<boolean>
  /** What parents are told: what does not sound does not play. */
  readonly told: ReadonlySignal<Soothing | null>
  /** What the station gives its loudspeaker at this moment, A-weighted, in dB of full scale; null for nothing. */
  playingDb(): number | null
  /** Somebody talks to the baby: softer meanwhile. */
  quieten(yes: boolean): void
  close(): void
}

export interface SoothingDeps {
  readonly speaker?: Speaker
  readonly nowMs?: () => number
}

/** Parents that have just come are told what is left to within this. */
const tellMs = 15_000
/** Another sound takes a moment to make: one that is asked for in a circle must not make the phone hot. */
const everyMs = 200

export function createSoothing({ speaker = openSpeaker(), nowMs = Date.now }: SoothingDeps = {}): SoothingRoom {
  const now = signal<Soothing | null>(null)
  let playing: Playing | null = null
  let clock: ReturnType<typeof setTimeout> | undefined

  const tell = (): void => {
    if (playing !== null && isOver(playing, nowMs())) return change(null)
    const said = playing === null ? null : toSoothing(playing, nowMs())
    now.value = said
    if (said !== null && said.remainingMs !== null) clock = setTimeout(tell, Math.min(tellMs, said.remainingMs))
  }

  const change = (wanted: Soothing | null): void => {
    clearTimeout(clock)
    playing = nextPlaying(playing, wanted, nowMs())
    speaker.play(playing)
    tell()
  }
  const paced = createPaced(everyMs, change)

  return {
    now,
    blocked: speaker.blocked,
    told: computed(() => (speaker.blocked.value ? null : now.value)),
    isKnown: signal(true),
    soothe: (wanted) => paced.do(wanted),
    playingDb: () => speaker.levelDb(),
    quieten: (yes) => speaker.quieten(yes),
    close() {
      paced.close()
      clearTimeout(clock)
      speaker.close()
    },
  }
}

function openSpeaker(): Speaker {
  // Long buffers: a sound that goes on for hours has no need to be quick.
  return createSpeaker({ page: document, createContext: () => new AudioContext({ latencyHint: 'playback' }) })
}
