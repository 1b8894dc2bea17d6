// Decides which sounds count, from ten levels a second over the floor: a curve of loudness and duration. A shriek counts after
// 2 s, grizzling after 30 s with its pauses, a door never, however loud it is, because it is short.

export interface Sensitivity {
  /** Where the curve begins: a sound that is so much louder than the floor counts after `slowMs`. */
  readonly thresholdDb: number
}

export interface Frame {
  readonly atMs: number
  /** dB of full scale, A-weighted. */
  readonly levelDb: number
  readonly floorDb: number
}

/** What has been heard of the sound so far. */
interface Sound {
  /** When it began. */
  readonly sinceMs: number
  /** From 0 to 1: at 1 it counts. */
  readonly evidence: number
  /** Its loudest moment, sinking: what is far beneath it is only its echo. */
  readonly peakDb: number
  /** Without a pause; what it adds to the evidence waits until it has lasted longer than a door. */
  readonly runMs: number
  readonly waiting: number
  /** With the short pauses, and how much of it was loud. */
  readonly burstMs: number
  readonly loudMs: number
  readonly quietMs: number
}

export type Decision =
  | { readonly state: 'quiet'; readonly recent: readonly number[] }
  | { readonly state: 'heard'; readonly sound: Sound; readonly recent: readonly number[] }
  | { readonly state: 'counts'; readonly sound: Sound; readonly recent: readonly number[] }

export const frameMs = 100
export const slowMs = 30_000
export const fastMs = 2000
/** A shriek is so much louder than the least that counts. */
export const shriekOverDb = 18
/** Beneath it is the phone's own noise, and a mouse. */
export const leastFloorDb = -80
/** Louder than this phones clip: with a loud floor a shriek is what reaches it. */
const mostShriekDb = -10

/** A door has faded by then; a sob has not. */
const doorMs = 700
/** A room takes 20 dB off its echo in a sixth of a second; a voice does not change so much in one breath. */
const echoDb = 20
const peakFallDb = 1
/** A voice breaks for so long and goes on. */
const dipMs = 200
/** Short sounds so close together are one, but count as slowly as the quietest: a cough, somebody who knocks. */
const bridgeMs = 500
/** A clock that ticks and a toy that beeps are silent for the greater part. */
const denseShare = 0.5
/** A pause between two sobs: the grizzling goes on. */
const pauseMs = 2500
/** After it the sound is forgotten, by half in each `forgetMs`. */
const holdMs = 5000
const forgetMs = 4000
/** Once it counts, it does until it has been quiet for so long. */
const overMs = 15_000
/** A noise machine that has just been switched on: the floor learns it, but takes a moment. */
const steadyDb = 1.5
const steadyFrames = 20
/** A sound goes on although it is a little less loud than it was when it began. */
const stickyDb = 3

export const quiet: Decision = { state: 'quiet', recent: [] }

/** How loud, in dB over the floor, a sound must be that counts after `durationMs`. */
export function neededDb(durationMs: number, { thresholdDb }: Sensitivity, floorDb: number): number {
  const share = Math.log(slowMs / Math.min(slowMs, Math.max(fastMs, durationMs))) / Math.log(slowMs / fastMs)
  return thresholdDb + share * spanDb(thresholdDb, floorDb)
}

/** After how long a sound counts that is `overDb` louder than the floor; null for never. */
export function neededMs(overDb: number, { thresholdDb }: Sensitivity, floorDb: number): number | null {
  if (overDb < thresholdDb) return null
  const share = Math.min(1, (overDb - thresholdDb) / spanDb(thresholdDb, floorDb))
  return slowMs * (fastMs / slowMs) ** share
}

export function floorFor(floorDb: number): number {
  return Math.max(leastFloorDb, floorDb)
}

export function nextDecision(before: Decision, frame: Frame, sensitivity: Sensitivity): Decision {
  const floorDb = floorFor(frame.floorDb)
  const overDb = frame.levelDb - floorDb
  const recent = [...before.recent, frame.levelDb].slice(-steadyFrames)
  const sound = before.state === 'quiet' ? null : before.sound
  const goesOn = sound !== null && sound.quietMs === 0
  const isLoud =
    overDb >= sensitivity.thresholdDb - (goesOn ? stickyDb : 0) &&
    frame.levelDb >= (sound?.peakDb ?? frame.levelDb) - echoDb
  if (sound === null && !isLoud) return { state: 'quiet', recent }
  const isMachine = isSteady(recent) && overDb < sensitivity.thresholdDb + spanDb(sensitivity.thresholdDb, floorDb)
  const gained = isMachine ? 0 : gain(neededMs(overDb, sensitivity, floorDb) ?? slowMs)
  const after = isLoud ? louder(sound ?? begin(frame), frame.levelDb, gained) : quieter(sound ?? begin(frame))
  if (before.state === 'counts') {
    return after.quietMs >= overMs ? { state: 'quiet', recent } : { state: 'counts', sound: after, recent }
  }
  if (after.evidence >= 1 - 1e-9) return { state: 'counts', sound: after, recent }
  if (after.evidence < 0.01 && after.quietMs > bridgeMs) return { state: 'quiet', recent }
  return { state: 'heard', sound: after, recent }
}

/** Whether what is heard at this moment has lasted longer than a door. */
export function isVoice(decision: Decision): boolean {
  return decision.state !== 'quiet' && decision.sound.quietMs === 0 && decision.sound.runMs > doorMs
}

function begin({ atMs, levelDb }: Frame): Sound {
  return { sinceMs: atMs, evidence: 0, peakDb: levelDb, runMs: 0, waiting: 0, burstMs: 0, loudMs: 0, quietMs: 0 }
}

function louder(sound: Sound, levelDb: number, gained: number): Sound {
  const runMs = sound.runMs + frameMs
  const isVoice = runMs > doorMs
  const waiting = sound.waiting + gained
  return {
    ...sound,
    evidence: Math.min(1, sound.evidence + (isVoice ? waiting : 0)),
    peakDb: Math.max(levelDb, sound.peakDb - peakFallDb),
    runMs,
    waiting: isVoice ? 0 : waiting,
    burstMs: sound.burstMs + frameMs,
    loudMs: sound.loudMs + frameMs,
    quietMs: 0,
  }
}

function quieter(sound: Sound): Sound {
  const quietMs = sound.quietMs + frameMs
  const isDip = quietMs <= dipMs
  const isBridged = quietMs <= bridgeMs
  // The moment in which a run is over that was too short by itself.
  const isDense = sound.loudMs > doorMs && sound.loudMs >= denseShare * sound.burstMs
  const short = !isDip && sound.runMs <= doorMs && isDense ? sound.runMs / slowMs : 0
  const paused = sound.evidence > 0 && quietMs <= pauseMs ? gain(slowMs) : 0
  const kept = (sound.evidence + short) * (quietMs > holdMs ? 0.5 ** (frameMs / forgetMs) : 1)
  return {
    ...sound,
    // A pause is part of grizzling, but never what makes it count.
    evidence: Math.max(kept, Math.min(0.99, kept + paused)),
    peakDb: sound.peakDb - peakFallDb,
    runMs: isDip ? sound.runMs : 0,
    waiting: isDip ? sound.waiting : 0,
    burstMs: isBridged ? sound.burstMs + frameMs : 0,
    loudMs: isBridged ? sound.loudMs : 0,
    quietMs,
  }
}

function gain(durationMs: number): number {
  return frameMs / durationMs
}

function spanDb(thresholdDb: number, floorDb: number): number {
  return Math.max(3, Math.min(shriekOverDb, mostShriekDb - floorFor(floorDb) - thresholdDb))
}

function isSteady(recent: readonly number[]): boolean {
  return recent.length === steadyFrames && Math.max(...recent) - Math.min(...recent) <= steadyDb
}
