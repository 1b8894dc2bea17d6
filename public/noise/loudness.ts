// Listens at the Baby Station: ten levels a second from the microphone, and the floor beneath them. Its tick goes on in a
// hidden page, where timers do not.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { loudnessEveryMs } from '../shared/station-protocol.ts'
import { assetUrls } from '../shared/asset-urls.ts'
import { emptyFloor, floorDbOf, nextFloor } from './floor.ts'
import { createListening } from './listening.ts'

export interface Loudness {
  /** The levels since the last call, oldest first, in dB of full scale; empty where nothing is measured. */
  take(): readonly number[]
  /** The same unit; null until it is learnt. */
  readonly floor: ReadonlySignal<number | null>
  /** Ten times a second, without a microphone too, for as long as the browser lets this page use sound. */
  onTick(listener: () => void): () => void
  close(): void
}

export interface LoudnessDeps {
  /** The microphone as it was captured; each track that follows is measured as well. */
  readonly track: ReadonlySignal<MediaStreamTrack | null>
  /** How loud the station itself plays at this moment, A-weighted in dB of full scale; null for nothing. */
  readonly playing?: () => number | null
  readonly workletUrl?: string
}

/** What a report can carry. */
const keptLevels = 50

export function createLoudness({
  track,
  playing = () => null,
  workletUrl = assetUrls.loudnessWorklet,
}: LoudnessDeps): Loudness {
  const floor = signal<number | null>(null)
  const listeners = new Set<() => void>()
  let learnt = emptyFloor
  let levels: number[] = []

  const listening = createListening({ everyMs: loudnessEveryMs, workletUrl, playsAloud: false })
  const stopHearing = listening.onLevel((levelDb) => {
    if (levelDb !== null) {
      learnt = nextFloor(learnt, { levelDb, playingDb: playing() })
      const known = floorDbOf(learnt)
      floor.value = known === null ? null : tenths(known)
      levels.push(tenths(levelDb))
      if (levels.length > keptLevels) levels = levels.slice(-keptLevels)
    }
    for (const listener of listeners) listener()
  })
  const stopFollowing = track.subscribe((now) => listening.setTrack(now))

  return {
    floor,
    take() {
      const taken = levels
      levels = []
      return taken
    },
    onTick(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      stopFollowing()
      stopHearing()
      listening.close()
      listeners.clear()
    },
  }
}

/** No microphone is better than that. */
function tenths(db: number): number {
  return Math.round(db * 10) / 10
}
