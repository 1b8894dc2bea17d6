// What the timeline remembers: things that lasted, and one row of levels for each minute of each baby.

import * as v from 'valibot'
import { clientIdSchema } from '../shared/protocol.ts'

export const keptMs = 7 * 24 * 3600_000
export const minuteMs = 60_000

export const kinds = ['noise', 'movement', 'alarm', 'live', 'fault', 'battery', 'recording'] as const
export type Kind = (typeof kinds)[number]

const time = v.pipe(v.number(), v.finite(), v.minValue(0))

export const entrySchema = v.object({
  id: v.string(),
  station: clientIdSchema,
  /** What the station was called then. */
  name: v.string(),
  kind: v.picklist(kinds),
  /** The fault's or the cause's name, the battery's percent; empty where the kind says all. */
  detail: v.string(),
  /** Of an alarm: somebody has said that they are awake. */
  acknowledged: v.boolean(),
  /** As Date.now(). */
  fromMs: time,
  /** While it lasts, when it was last seen. */
  toMs: time,
})
export type Entry = v.InferOutput<typeof entrySchema>

export const minuteSchema = v.object({
  station: clientIdSchema,
  name: v.string(),
  /** Its beginning, as Date.now(). */
  atMs: time,
  /** dB over the room's floor; null where nothing was measured. */
  loudest: v.nullable(v.number()),
  mean: v.nullable(v.number()),
  /** The most that moved, 0 to 1; null where nobody looked. */
  movement: v.nullable(v.number()),
})
export type Minute = v.InferOutput<typeof minuteSchema>

export interface Remembered {
  readonly entries: readonly Entry[]
  readonly minutes: readonly Minute[]
}
