// What a parent's phone has seen of a Baby Station, folded into the times at which each part of it was last seen to go on.
// Pure: what goes in is what was counted and what the baby's own page reported.

import type { AudioCounters, Counters } from '../rtc/counters.ts'
import type { Report } from '../shared/station-protocol.ts'

/** What was last known of one call: the next counters and the next report are held against it. */
interface Line {
  readonly counters: Counters | null
  readonly number: number
  readonly atMs: number
}

export interface Evidence {
  /** While one call is to take over from another, there are two: what either brings is there. */
  readonly lines: ReadonlyMap<string, Line>
  /** Of the call that brought something last. */
  readonly counters: Counters | null
  /** Since when something is to be expected: the call began, or the link came back. */
  readonly expectedMs: number
  /** When each was last seen to go on; null before it ever was. */
  readonly bytesMs: number | null
  readonly soundMs: number | null
  readonly pictureMs: number | null
  /** The camera's own count of its pictures. */
  readonly cameraMs: number | null
  readonly reportMs: number | null
  readonly report: Report | null
  /** Since when what is heard is nothing but zeros; null while it is not. */
  readonly zeroMs: number | null
  /** When the baby's page closed the call, or its connection to the box; null once anything has come since. */
  readonly closedMs: number | null
}

export type Observation =
  | { readonly type: 'counters'; readonly call: string; readonly counters: Counters }
  | { readonly type: 'report'; readonly call: string; readonly report: Report; readonly atMs: number }
  | { readonly type: 'closed'; readonly atMs: number }

/** Nothing new for this long: three reports are missing. */
export const quietMs = 1500

/** Twice the time between two looks. */
const underWayMs = 1000
/** A call that has been asked nothing for this long is closed. */
const forgottenMs = 30_000

/** What Opus makes of nothing but zeros has 3 bytes a packet, a quiet room about 80. */
const zeroBytes = 4
/** Of what is played, this part has to have come: the rest may be made up for lost packets. */
const heardPart = 0.2

export function noEvidence(atMs: number): Evidence {
  return {
    lines: new Map(),
    counters: null,
    expectedMs: atMs,
    bytesMs: null,
    soundMs: null,
    pictureMs: null,
    cameraMs: null,
    reportMs: null,
    report: null,
    zeroMs: null,
    closedMs: null,
  }
}

export function nextEvidence(now: Evidence, seen: Observation): Evidence {
  switch (seen.type) {
    case 'counters':
      return counted(now, seen.call, seen.counters)
    case 'report':
      return reported(now, seen.call, seen.report, seen.atMs)
    case 'closed':
      return { ...now, closedMs: seen.atMs }
  }
}

/** When anything at all came last; null before that. */
export function arrivedMs({ bytesMs, reportMs }: Evidence): number | null {
  return bytesMs === null || reportMs === null ? (bytesMs ?? reportMs) : Math.max(bytesMs, reportMs)
}

function lineOf(now: Evidence, call: string): Line | null {
  return now.lines.get(call) ?? null
}

/** Another call counts from zero, and what it promises has yet to come. */
function withLine(now: Evidence, call: string, line: Line): Evidence {
  const lines = new Map([...now.lines].filter(([, { atMs }]) => line.atMs - atMs < forgottenMs))
  const isNew = !lines.has(call)
  lines.set(call, line)
  return { ...now, lines, expectedMs: isNew ? line.atMs : now.expectedMs }
}

function arrived(now: Evidence, atMs: number): Evidence {
  const lastMs = arrivedMs(now)
  const wasQuiet = lastMs !== null && atMs - lastMs >= quietMs
  // What was under way when it closed is counted a little later.
  const isOpen = now.closedMs !== null && atMs - now.closedMs >= underWayMs
  return { ...now, closedMs: isOpen ? null : now.closedMs, expectedMs: wasQuiet ? atMs : now.expectedMs }
}

function counted(evidence: Evidence, call: string, counters: Counters): Evidence {
  const { atMs, audio, video, hidden } = counters
  const line = lineOf(evidence, call)
  const before = line?.counters ?? null
  const now = withLine(evidence, call, { counters, number: line?.number ?? 0, atMs })
  const gained = (audio?.bytes ?? 0) + (video?.bytes ?? 0) - (before?.audio?.bytes ?? 0) - (before?.video?.bytes ?? 0)
  // A call that brings nothing says nothing while another may.
  if (gained <= 0) return now.counters === null ? { ...now, counters } : now
  const sound = audio === null ? 'nothing' : heard(audio, before?.audio ?? null)
  const seen =
    video !== null &&
    // A hidden page may leave off decoding.
    (video.frames > (before?.video?.frames ?? 0) || (hidden && video.bytes > (before?.video?.bytes ?? 0)))
  return {
    ...arrived(now, atMs),
    counters,
    bytesMs: atMs,
    soundMs: sound === 'nothing' ? now.soundMs : atMs,
    zeroMs: sound === 'zeros' ? (now.zeroMs ?? atMs) : sound === 'sound' ? null : now.zeroMs,
    pictureMs: seen ? atMs : now.pictureMs,
  }
}

/** What is made up for a sender that is gone counts up as well: it is nothing. */
function heard(now: AudioCounters, before: AudioCounters | null): 'sound' | 'zeros' | 'nothing' {
  const gained = (name: keyof AudioCounters): number => now[name] - (before?.[name] ?? 0)
  const packets = gained('packets')
  const samples = gained('samples')
  if (packets <= 0) return 'nothing'
  // Browsers that do not count samples are taken by their packets.
  if (now.samples > 0 && samples - gained('concealed') < heardPart * samples) return 'nothing'
  return gained('bytes') <= zeroBytes * packets && gained('energy') === 0 ? 'zeros' : 'sound'
}

function reported(evidence: Evidence, call: string, report: Report, atMs: number): Evidence {
  const line = lineOf(evidence, call)
  // The same number twice, or an older one that was overtaken, proves nothing.
  if (report.number <= (line?.number ?? 0)) return evidence
  const now = withLine(evidence, call, { counters: line?.counters ?? null, number: report.number, atMs })
  const pictures = report.frames === null || now.report === null || report.frames !== now.report.frames
  return {
    ...arrived(now, atMs),
    report,
    reportMs: atMs,
    cameraMs: pictures || now.cameraMs === null ? atMs : now.cameraMs,
  }
}
