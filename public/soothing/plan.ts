// How loud a soothing sound is at each moment: it swells when it begins, and before its time is up it fades for a minute, so that
// the silence after it wakes nobody. Pure.

import type { Soothing } from '../shared/station-protocol.ts'

export interface Playing {
  readonly sound: Soothing['sound']
  readonly volume: number
  readonly sinceMs: number
  /** When it has faded away; null plays on. */
  readonly untilMs: number | null
}

export const swellMs = 3000
export const fadeMs = 60_000
/** What somebody stops is gone by then. */
export const stopMs = 1500
/** From the softest to the loudest; a phone is never asked for more than its own volume gives. */
const rangeDb = 40

/** The same sound goes on without a gap when its volume or its time is changed. */
export function nextPlaying(before: Playing | null, wanted: Soothing | null, nowMs: number): Playing | null {
  if (wanted === null || wanted.remainingMs === 0) return null
  const { sound, volume, remainingMs } = wanted
  const goesOn = before?.sound === sound
  return {
    sound,
    volume,
    sinceMs: goesOn ? before.sinceMs : nowMs,
    untilMs: remainingMs === null ? null : nowMs + remainingMs,
  }
}

export function isOver({ untilMs }: Playing, nowMs: number): boolean {
  return untilMs !== null && nowMs >= untilMs
}

export function toSoothing({ sound, volume, untilMs }: Playing, nowMs: number): Soothing {
  return { sound, volume, remainingMs: untilMs === null ? null : Math.max(0, untilMs - nowMs) }
}

/** The factor for amplitudes. */
export function gainOf(volume: number): number {
  return volume <= 0 ? 0 : 10 ** ((rangeDb * (volume - 1)) / 20)
}

/** A short timer fades for a third of its time. */
export function fadeOf({ sinceMs, untilMs }: Playing): number {
  return untilMs === null ? 0 : Math.min(fadeMs, (untilMs - sinceMs) / 3)
}

export function gainAt(playing: Playing, nowMs: number): number {
  const { volume, sinceMs, untilMs } = playing
  const swelling = Math.min(1, Math.max(0, (nowMs - sinceMs) / swellMs))
  const fading = untilMs === null ? 1 : Math.min(1, Math.max(0, (untilMs - nowMs) / Math.max(1, fadeOf(playing))))
  return gainOf(volume) * swelling * fading
}
