// The Parent Station's ear: what the baby's phone reports, what of it counts, and what this phone keeps about that for each baby.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import * as v from 'valibot'
import type { Cause } from '../alarm/cause.ts'
import type { ClientId } from '../shared/protocol.ts'
import { loudnessEveryMs } from '../shared/station-protocol.ts'
import type { Report } from '../shared/station-protocol.ts'
import { phoneStorage } from '../signalling/storage.ts'
import { nightText } from '../text/en-night.ts'
import { isVoice, nextDecision, quiet } from './decision.ts'
import type { Decision } from './decision.ts'
import { createHistory } from './history.ts'
import type { History } from './history.ts'
import { createPerBaby } from './per-baby.ts'

/** What of the night is needed here. */
export interface NoiseNight {
  readonly station: ReadonlySignal<{ readonly id: ClientId; readonly name: string } | null>
  onReport(listener: (report: Report, atMs: number) => void): () => void
}

export const leastThresholdDb = 4
export const mostThresholdDb = 36

const settingsSchema = v.object({
  /** A sound that is so much louder than the room counts after 30 s; a shriek has 18 dB more. */
  thresholdDb: v.pipe(v.number(), v.minValue(leastThresholdDb), v.maxValue(mostThresholdDb)),
  alarm: v.boolean(),
  /** Keeps this phone quiet until there is something to hear. */
  gate: v.boolean(),
})
export type NoiseSettings = v.InferOutput<typeof settingsSchema>

export const usualSettings: NoiseSettings = { thresholdDb: 12, alarm: true, gate: false }

export interface Noise {
  /** The last five minutes, in Date.now(). */
  readonly history: History
  /** What was reported last; null without a report, and where the baby's phone measures nothing. */
  readonly latest: ReadonlySignal<Latest | null>
  readonly decision: ReadonlySignal<Decision>
  /** When the baby last made a sound that was longer than a door, as Date.now(); null before the first. */
  readonly lastSoundMs: ReadonlySignal<number | null>
  readonly settings: ReadonlySignal<NoiseSettings>
  set(change: Partial<NoiseSettings>): void
  readonly noiseCause: ReadonlySignal<Cause | null>
  close(): void
}

export interface Latest {
  readonly atMs: number
  readonly levelDb: number
  readonly floorDb: number | null
}

export interface NoiseDeps {
  readonly now?: () => number
  readonly storage?: () => Pick<Storage, 'getItem' | 'setItem'> | null
}

export const historyS = 300

export function createNoise(
  night: NoiseNight,
  { now = () => Date.now(), storage = phoneStorage }: NoiseDeps = {},
): Noise {
  const kept = createPerBaby('beddybytes.noise', settingsSchema, storage)
  const history = createHistory(historyS)
  const latest = signal<Latest | null>(null)
  const decision = signal<Decision>(quiet)
  const lastSoundMs = signal<number | null>(null)
  const settings = signal(usualSettings)

  const take = ({ levels, floor }: Report): void => {
    const atMs = now()
    const last = levels[levels.length - 1]
    if (last === undefined) {
      // The baby's phone is asked twice a second and may have nothing new; only after a while it measures nothing.
      if (atMs - (latest.peek()?.atMs ?? 0) > unmeasuredMs) latest.value = null
      return
    }
    history.put(levels, floor, atMs)
    latest.value = { atMs, levelDb: last, floorDb: floor }
    if (floor === null) return
    let heard = decision.peek()
    for (const [index, levelDb] of levels.entries()) {
      const frame = { atMs: atMs - (levels.length - 1 - index) * loudnessEveryMs, levelDb, floorDb: floor }
      heard = nextDecision(heard, frame, settings.peek())
      if (isVoice(heard)) lastSoundMs.value = frame.atMs
    }
    decision.value = heard
  }

  const station = computed(() => night.station.value?.id ?? null)
  const stopFollowing = effect(() => {
    const baby = station.value
    untracked(() => {
      history.clear()
      latest.value = null
      decision.value = quiet
      lastSoundMs.value = null
      settings.value = (baby === null ? null : kept.read(baby)) ?? usualSettings
    })
  })
  const stopListening = night.onReport(take)

  const countsSinceMs = computed(() => (decision.value.state === 'counts' ? decision.value.sound.sinceMs : null))
  const noiseCause = computed((): Cause | null => {
    const sinceMs = countsSinceMs.value
    const name = night.station.value?.name
    if (sinceMs === null || name === undefined || !settings.value.alarm) return null
    return { kind: 'noise', priority: 'medium', sentence: nightText.noise.sentence(name), sinceMs }
  })

  return {
    history,
    latest,
    decision,
    lastSoundMs,
    settings,
    set(change) {
      const next = v.safeParse(settingsSchema, { ...settings.peek(), ...change })
      const baby = station.peek()
      if (!next.success) return
      settings.value = next.output
      if (baby !== null) kept.write(baby, next.output)
    },
    noiseCause,
    close() {
      stopListening()
      stopFollowing()
    },
  }
}

const unmeasuredMs = 2000
