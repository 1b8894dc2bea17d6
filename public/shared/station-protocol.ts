// What two stations say to each other over their own data channel: it works without the box, and the box sees none of it.
//
// The baby reports twice a second how it is; a report is also the proof that its page still runs. The parent says once a
// second that it is there and whether it plays the sound.

import * as v from 'valibot'

/** How often the baby reports to each parent. */
export const reportEveryMs = 500
/** How often the loudness is measured; a report carries those of the time since the one before it. */
export const loudnessEveryMs = 100
/** How often the parent says that it listens. */
export const listenEveryMs = 1000

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
/** dB of full scale, A-weighted; digital silence is -120. */
const loudness = v.pipe(v.number(), v.minValue(-120), v.maxValue(0))

export const microphoneStateSchema = v.picklist([
  'live',
  /** The phone gives no sound for now: another app has it, or a switch is off. */
  'muted',
  /** It gives nothing but zeros. */
  'silent',
  /** The track has ended; it is being fetched back. */
  'lost',
])
export const cameraStateSchema = v.picklist(['live', 'muted', 'lost', 'none'])
export const awakeStateSchema = v.picklist(['on', 'paused', 'unavailable', 'off'])

export const reportSchema = v.object({
  type: v.literal('report'),
  /** Counts up from 1 in each call: the same number twice proves nothing. */
  number: count,
  microphone: microphoneStateSchema,
  camera: cameraStateSchema,
  /** Pictures that the camera has given so far; null where the browser does not count them. */
  frames: v.nullable(count),
  /** Whether the phone keeps its screen on for the station. */
  awake: awakeStateSchema,
  /** Whether the page is in front. */
  visible: v.boolean(),
  /** Null where the browser does not tell. */
  battery: v.nullable(v.object({ level: fraction, charging: v.boolean() })),
  /** Oldest first, one for each 100 ms since the last report; empty where nothing is measured. */
  levels: v.pipe(v.array(loudness), v.maxLength(50)),
  /** What the room sounds like when nothing happens, in the same unit; null until it is learnt. */
  floor: v.nullable(loudness),
  /** How much of the picture moves, 0 to 1; null without a picture or where it is not looked at. */
  movement: v.nullable(fraction),
  /** Parents that hear it now, this one among them. */
  parents: count,
  /** Parents that have dropped out without taking leave and have not come back. */
  dropped: count,
})
export type Report = v.InferOutput<typeof reportSchema>

/** Where in the picture to look for movement, as fractions of it. */
export const regionSchema = v.object({ x: fraction, y: fraction, width: fraction, height: fraction })
export type Region = v.InferOutput<typeof regionSchema>

export const stationMessageSchema = v.variant('type', [
  /** From the baby: a person pressed Stop. */
  v.object({ type: v.literal('stopped') }),
  /** From the parent: it takes leave. */
  v.object({ type: v.literal('leave') }),
  reportSchema,
  /** From the parent: it is there, and `hears` is whether it plays the sound aloud. */
  v.object({ type: v.literal('listening'), hears: v.boolean() }),
  /** From the parent: where to look for movement; null is everywhere. */
  v.object({ type: v.literal('region'), region: v.nullable(regionSchema) }),
])
export type StationMessage = v.InferOutput<typeof stationMessageSchema>
