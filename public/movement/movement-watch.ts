// Movement at the Parent Station: the level that the baby's phone reports, the region that is drawn for it, and an alert for
// those who want one.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import * as v from 'valibot'
import type { Cause } from '../alarm/cause.ts'
import { createPerBaby } from '../noise/per-baby.ts'
import type { ClientId } from '../shared/protocol.ts'
import { regionSchema } from '../shared/station-protocol.ts'
import type { Region, Report, StationMessage } from '../shared/station-protocol.ts'
import { phoneStorage } from '../signalling/storage.ts'
import { nightText } from '../text/en-night.ts'
import { nextMoving, still } from './decision.ts'
import type { Moving } from './decision.ts'

/** What of the night is needed here. */
export interface MovementNight {
  readonly station: ReadonlySignal<{ readonly id: ClientId; readonly name: string } | null>
  onReport(listener: (report: Report, atMs: number) => void): () => void
  say(message: StationMessage): boolean
}

const settingsSchema = v.object({ alarm: v.boolean(), region: v.nullable(regionSchema) })
export type MovementSettings = v.InferOutput<typeof settingsSchema>

export const usualSettings: MovementSettings = { alarm: false, region: null }

export interface MovementWatch {
  /** 0 to 1; null where the baby's phone does not look. */
  readonly level: ReadonlySignal<number | null>
  readonly moving: ReadonlySignal<Moving>
  readonly settings: ReadonlySignal<MovementSettings>
  set(change: Partial<MovementSettings>): void
  readonly movementCause: ReadonlySignal<Cause | null>
  close(): void
}

export interface MovementWatchDeps {
  readonly now?: () => number
  readonly storage?: () => Pick<Storage, 'getItem' | 'setItem'> | null
}

export function createMovementWatch(
  night: MovementNight,
  { now = () => Date.now(), storage = phoneStorage }: MovementWatchDeps = {},
): MovementWatch {
  const kept = createPerBaby('beddybytes.movement', settingsSchema, storage)
  const level = signal<number | null>(null)
  const moving = signal<Moving>(still)
  const settings = signal(usualSettings)
  /** Reports count up in each call: a smaller number is another call, whose baby has not been told the region. */
  let lastNumber = Infinity
  /** Undefined when the baby knows it. */
  let untold: Region | null | undefined

  const tell = (): void => {
    if (untold !== undefined && night.say({ type: 'region', region: untold })) untold = undefined
  }

  const station = computed(() => night.station.value?.id ?? null)
  const stopFollowing = effect(() => {
    const baby = station.value
    untracked(() => {
      level.value = null
      moving.value = still
      lastNumber = Infinity
      untold = undefined
      settings.value = (baby === null ? null : kept.read(baby)) ?? usualSettings
    })
  })

  const stopListening = night.onReport((report) => {
    // A baby that nobody told anything looks everywhere.
    if (report.number <= lastNumber) untold = settings.peek().region ?? untold
    lastNumber = report.number
    tell()
    level.value = report.movement
    moving.value = nextMoving(moving.peek(), report.movement, now())
  })

  const sinceMs = computed(() => (moving.value.state === 'counts' ? moving.value.sinceMs : null))
  const movementCause = computed((): Cause | null => {
    const name = night.station.value?.name
    if (sinceMs.value === null || name === undefined || !settings.value.alarm) return null
    return {
      kind: 'movement',
      priority: 'medium',
      sentence: nightText.movement.sentence(name),
      sinceMs: sinceMs.value,
    }
  })

  return {
    level,
    moving,
    settings,
    set(change) {
      const next = v.safeParse(settingsSchema, { ...settings.peek(), ...change })
      const baby = station.peek()
      if (!next.success) return
      settings.value = next.output
      if (baby !== null) kept.write(baby, next.output)
      if (change.region === undefined) return
      untold = next.output.region
      tell()
    },
    movementCause,
    close() {
      stopListening()
      stopFollowing()
    },
  }
}
