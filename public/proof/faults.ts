// Every way to be wrong, by name, and which of them what was seen amounts to. Pure.

import { arrivedMs, quietMs } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { criticalLevel, isLow } from './low-battery.ts'

/** Worst first. */
export const faults = [
  /** The other end cannot prove to be this family's Baby Station: the connection is not made. */
  'not-who-it-says',
  /** This phone itself has no network. */
  'parent-offline',
  /** The baby's phone said that its battery was at its end, and went silent. */
  'battery-empty',
  /** Its page was closed without Stop. */
  'baby-closed',
  /** Nothing comes from it any more. */
  'baby-unreachable',
  /** Its page does not run: frozen or asleep, whether or not sound and picture go on. */
  'baby-frozen',
  /** No sound comes. */
  'microphone-lost',
  /** The phone withholds the sound. */
  'microphone-muted',
  /** Nothing but zeros comes. */
  'microphone-silent',
  /** This phone does not play what comes. */
  'sound-blocked',
  'camera-taken',
  'picture-frozen',
  'battery-critical',
  /** The link keeps breaking, each time too shortly to be called lost. */
  'weak-link',
  'battery-low',
  /** Its page is not in front, or its screen may go off. */
  'baby-may-sleep',
  'box-away',
] as const
export type Fault = (typeof faults)[number]

/** `alarm`: somebody has to be woken; `warning`: too, if it stays; `note`: nobody. */
export type Weight = 'alarm' | 'warning' | 'note'

export const weights: Readonly<Record<Fault, Weight>> = {
  'not-who-it-says': 'alarm',
  'parent-offline': 'alarm',
  'battery-empty': 'alarm',
  'baby-closed': 'alarm',
  'baby-unreachable': 'alarm',
  'baby-frozen': 'alarm',
  'microphone-lost': 'alarm',
  'microphone-muted': 'alarm',
  'microphone-silent': 'alarm',
  'sound-blocked': 'alarm',
  'camera-taken': 'alarm',
  'picture-frozen': 'alarm',
  'battery-critical': 'warning',
  'weak-link': 'warning',
  'battery-low': 'note',
  'baby-may-sleep': 'note',
  'box-away': 'note',
}

/** Of them there is at most one at a time, and one may turn out to be another: for a parent it goes on. */
export const linkFaults: readonly Fault[] = [
  'parent-offline',
  'battery-empty',
  'baby-closed',
  'baby-unreachable',
  'baby-frozen',
]

export interface Scene extends Evidence {
  /** It is expected to be there: it has been live here, or was watched before this page was loaded anew. */
  readonly armed: boolean
  /** navigator.onLine: false is sure, true is not. */
  readonly online: boolean
  /** Since when the box cannot be reached; null while it can. */
  readonly boxAwayMs: number | null
  /** Since when this phone does not play what it has; null while it does. */
  readonly blockedMs: number | null
  readonly weak: boolean
  /** The other end was refused. */
  readonly refused: boolean
}

/** A medium that has not gone on for this long has stopped. With half a second between looks it is noticed within 5 s. */
export const stallMs = 3500
/** Zeros for this long are a microphone that is off: no room is that quiet. */
export const zeroesMs = 3000
/** How long a Baby Station that is expected may take to be there. */
export const appearMs = 10_000
/** Browsers pause for a moment when another stream comes. */
const pausedMs = 2000
/** A phone that loses its network loses the box at about the same time; the box is missed within 8 s. */
const togetherMs = 3000
/** The box notices at once when a page is closed, and a phone that is out of reach not before 5 s. */
const closedTogetherMs = 4000

/** Of one that has gone silent: it was said to be at its end. */
const emptyBattery = 0.05

export function faultsOf(scene: Scene, nowMs: number): readonly Fault[] {
  const found = new Set<Fault>()
  const link = linkFault(scene, nowMs)
  if (scene.refused) found.add('not-who-it-says')
  if (link !== null) found.add(link)
  else for (const fault of mediaFaults(scene, nowMs)) found.add(fault)
  if (scene.blockedMs !== null && nowMs - scene.blockedMs >= pausedMs) found.add('sound-blocked')
  if (scene.weak) found.add('weak-link')
  if (scene.boxAwayMs !== null && link !== 'parent-offline') found.add('box-away')
  return faults.filter((fault) => found.has(fault))
}

/** When the oldest part of the proof was seen; null when a part of it is missing or too old. */
export function provenMs(scene: Scene, nowMs: number): number | null {
  const { counters, bytesMs, soundMs, pictureMs, reportMs } = scene
  if (counters === null || bytesMs === null || soundMs === null || reportMs === null) return null
  if (counters.video !== null && pictureMs === null) return null
  if (nowMs - bytesMs >= quietMs + patienceMs(scene) || nowMs - reportMs >= quietMs) return null
  const mediaMs = Math.min(soundMs, counters.video === null ? soundMs : (pictureMs ?? 0))
  if (nowMs - mediaMs >= stallMs) return null
  return faultsOf(scene, nowMs).some(breaksProof) ? null : Math.min(bytesMs, mediaMs, reportMs)
}

/** What this phone does not play is live all the same; the words about it stand beside. */
function breaksProof(fault: Fault): boolean {
  return weights[fault] === 'alarm' && fault !== 'sound-blocked'
}

function linkFault(scene: Scene, nowMs: number): Fault | null {
  const { armed, bytesMs, reportMs, expectedMs } = scene
  if (!armed) return null
  const lastMs = arrivedMs(scene)
  if (lastMs === null) return nowMs - expectedMs >= appearMs ? silence(scene, nowMs) : null
  // A call that has just begun has not reported yet.
  if (nowMs - (reportMs ?? expectedMs) < quietMs) return null
  return bytesMs !== null && nowMs - bytesMs < quietMs ? 'baby-frozen' : silence(scene, nowMs)
}

/** Nothing comes: what it was, by what was known before. */
function silence(scene: Scene, nowMs: number): Fault {
  const { online, boxAwayMs, closedMs, report } = scene
  const lastMs = arrivedMs(scene) ?? nowMs - appearMs
  if (!online || (boxAwayMs !== null && boxAwayMs >= lastMs - togetherMs)) return 'parent-offline'
  if (report !== null && isLow(report.battery, emptyBattery)) return 'battery-empty'
  if (closedMs !== null && closedMs - lastMs < closedTogetherMs) return 'baby-closed'
  if (report === null) return 'baby-unreachable'
  return report.visible && report.awake !== 'paused' ? 'baby-unreachable' : 'baby-frozen'
}

function* mediaFaults(scene: Scene, nowMs: number): Iterable<Fault> {
  const { counters, report, reportMs, soundMs, pictureMs, cameraMs, zeroMs, expectedMs } = scene
  const stalled = (lastMs: number | null): boolean => nowMs - Math.max(lastMs ?? 0, expectedMs) >= stallMs
  // What nobody reports on has no faults of its own.
  if (counters === null || report === null || reportMs === null || nowMs - reportMs >= quietMs) return
  if (report.microphone !== 'live') yield `microphone-${report.microphone}`
  else if (stalled(soundMs)) yield 'microphone-lost'
  else if (zeroMs !== null && nowMs - zeroMs >= zeroesMs) yield 'microphone-silent'
  if (counters.video !== null) {
    if (report.camera === 'muted' || report.camera === 'lost') yield 'camera-taken'
    else if (stalled(pictureMs) || stalled(cameraMs)) yield 'picture-frozen'
  }
  if (isLow(report.battery, criticalLevel)) yield 'battery-critical'
  else if (isLow(report.battery)) yield 'battery-low'
  if (!report.visible || report.awake === 'paused') yield 'baby-may-sleep'
}

/** A hidden page looks once a second at best. */
function patienceMs({ counters }: Evidence): number {
  return counters?.hidden === true ? 1000 : 0
}
