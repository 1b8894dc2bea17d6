// What two stations say to each other over their own data channel: it works without the box, and the box sees none of it.
//
// The baby reports twice a second how it is; a report is also the proof that its page still runs. The parent says once a
// second that it is there and whether it plays the sound, and asks for what can be changed at the Baby Station: zoom, camera, light,
// lullabies.

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

/** Why a phone sends a coarser picture than it could, as RTCOutboundRtpStreamStats has it. */
export const limitSchema = v.picklist(['none', 'cpu', 'bandwidth', 'other'])
export type Limit = v.InferOutput<typeof limitSchema>

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
  /** Left out where the browser does not tell, and without a picture. */
  limit: v.optional(limitSchema),
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

/** Zoom of the camera: the part of the picture that is sent, by its centre. */
export const zoomAreaSchema = v.object({
  scale: v.pipe(v.number(), v.minValue(1), v.maxValue(4)),
  x: fraction,
  y: fraction,
})
export const qualitySchema = v.picklist(['auto', 'low', 'high', 'sound-only'])
export type Quality = v.InferOutput<typeof qualitySchema>
export const facingSchema = v.picklist(['front', 'back'])
export type Facing = v.InferOutput<typeof facingSchema>

/** What a Baby Station plays to calm the baby. */
export const soothingSoundSchema = v.picklist([
  'white',
  'pink',
  'brown',
  'rain',
  'heartbeat',
  'brahms',
  'twinkle',
  'mozart',
])
export type SoothingSound = v.InferOutput<typeof soothingSoundSchema>
export const soothingSchema = v.object({
  sound: soothingSoundSchema,
  volume: fraction,
  /** Until it has faded away; null plays on. */
  remainingMs: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(24 * 3600_000))),
})
export type Soothing = v.InferOutput<typeof soothingSchema>

/** The screen of the Baby Station as a lamp: from red (0) to amber (1). */
export const nightLightSchema = v.object({ warmth: fraction, brightness: fraction })
export type NightLight = v.InferOutput<typeof nightLightSchema>

const shortName = v.pipe(v.string(), v.minLength(1), v.maxLength(60))

/** How a Baby Station is set: what its parents can change. Null is what the phone does not have. */
export const stationStateSchema = v.object({
  type: v.literal('state'),
  zoom: v.nullable(zoomAreaSchema),
  /** Which camera is on, where the phone tells; `canSwitch`: it has another one. */
  camera: v.nullable(v.object({ facing: v.nullable(facingSchema), canSwitch: v.boolean() })),
  torch: v.nullable(v.boolean()),
  quality: v.nullable(qualitySchema),
  nightPicture: v.nullable(v.boolean()),
  soothing: v.nullable(soothingSchema),
  nightLight: v.nullable(nightLightSchema),
  dimmed: v.boolean(),
  /** Who talks to the baby now, as their phone is called; null when nobody does. */
  talking: v.nullable(shortName),
  /** The parents that are there, as their phones are called. */
  watching: v.pipe(v.array(shortName), v.maxLength(32)),
})
export type StationState = v.InferOutput<typeof stationStateSchema>

export const stationMessageSchema = v.variant('type', [
  /** From the baby: a person pressed Stop. */
  v.object({ type: v.literal('stopped') }),
  /** From the parent: it takes leave. */
  v.object({ type: v.literal('leave') }),
  reportSchema,
  /** From the baby: to all parents when it changes, and to one that has just come. */
  stationStateSchema,
  /** From the parent: it is there, and `hears` is whether it plays the sound aloud; `name` is what its phone is called. */
  v.object({
    type: v.literal('listening'),
    hears: v.boolean(),
    // That it is there counts, whatever it calls itself.
    name: v.fallback(v.optional(shortName), undefined),
  }),
  /** From the parent: where to look for movement; null is everywhere. */
  v.object({ type: v.literal('region'), region: v.nullable(regionSchema) }),
  // What follows is from a parent, and holds for all of them at once.
  v.object({ type: v.literal('zoom'), area: zoomAreaSchema }),
  v.object({ type: v.literal('camera'), facing: facingSchema }),
  v.object({ type: v.literal('torch'), on: v.boolean() }),
  v.object({ type: v.literal('quality'), quality: qualitySchema }),
  v.object({ type: v.literal('night-picture'), on: v.boolean() }),
  /** It begins or ends to talk; said again each second while it does, so that one that is gone is noticed. */
  v.object({ type: v.literal('talk'), on: v.boolean() }),
  /** From the baby, to one that talks, each time that it changes: whether it is played; otherwise another one talks already. */
  v.object({ type: v.literal('floor'), yours: v.boolean() }),
  /** Null stops it. */
  v.object({ type: v.literal('soothe'), soothing: v.nullable(soothingSchema) }),
  /** Null turns it off. */
  v.object({ type: v.literal('light'), light: v.nullable(nightLightSchema) }),
  v.object({ type: v.literal('dim'), on: v.boolean() }),
])
export type StationMessage = v.InferOutput<typeof stationMessageSchema>
