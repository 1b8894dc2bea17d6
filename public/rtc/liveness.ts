// Whether a call is alive, judged by what arrives and is decoded, never by what the connection says of itself: with the Wi-Fi
// gone for 5 s no state changes at all, and a frozen phone leaves its last picture standing. Pure; the parent samples.

/** What it is judged by, of all that is counted (counters.ts). */
export interface Sample {
  readonly atMs: number
  readonly audio: { readonly bytes: number } | null
  readonly video: { readonly bytes: number; readonly frames: number } | null
  /** A hidden page may leave off decoding; the picture is then judged by its bytes. */
  readonly hidden: boolean
}

type Medium =
  | { readonly state: 'absent' }
  | { readonly state: 'awaited'; readonly sinceMs: number }
  | { readonly state: 'moving'; readonly bytes: number; readonly frames: number; readonly lastMs: number }

export interface Liveness {
  readonly audio: Medium
  readonly video: Medium
  readonly atMs: number
}

export type Verdict =
  /** Something is still awaited. */
  | 'starting'
  | 'live'
  /** Sound goes on; a picture was promised and has not come. */
  | 'no-picture'
  /** The picture moves; no sound has come. */
  | 'no-sound'
  /** Sound goes on; the picture has stopped. */
  | 'frozen'
  /** The picture goes on; the sound has stopped. */
  | 'silent'
  /** Nothing arrives any more. */
  | 'dead'

/** Nothing at all for this long is no hiccup any more: looked at twice a second, it is noticed within 2 s. */
export const stallMs = 1500
/** One medium may stand still for longer while the other moves: lossy Wi-Fi holds a picture back for up to 2.9 s (measured). */
export const mediumStallMs = 4000
/** A medium that has not begun by now is not waited for. */
export const awaitMs = 5000

export function firstLiveness(atMs: number): Liveness {
  return { audio: { state: 'awaited', sinceMs: atMs }, video: { state: 'absent' }, atMs }
}

export function nextLiveness(now: Liveness, sample: Sample): Liveness {
  const { atMs, audio, video, hidden } = sample
  return {
    audio: nextMedium(now.audio, audio && { bytes: audio.bytes, frames: audio.bytes }, atMs, false),
    video: nextMedium(now.video, video, atMs, hidden),
    atMs,
  }
}

export function verdict({ audio, video, atMs }: Liveness): Verdict {
  const sound = condition(audio, atMs)
  const picture = condition(video, atMs)
  if (sound === 'stalled' && picture !== 'moving') return 'dead'
  if (picture === 'stalled' && sound !== 'moving') return 'dead'
  if (sound === 'stalled' && isLong(audio, atMs)) return 'silent'
  if (picture === 'stalled' && isLong(video, atMs)) return 'frozen'
  if (sound === 'stalled' || picture === 'stalled') return 'live'
  if (sound === 'moving') {
    if (picture === 'late') return 'no-picture'
    return picture === 'awaited' ? 'starting' : 'live'
  }
  return picture === 'moving' && sound !== 'awaited' ? 'no-sound' : 'starting'
}

function nextMedium(
  now: Medium,
  counters: { readonly bytes: number; readonly frames: number } | null,
  atMs: number,
  hidden: boolean,
): Medium {
  if (counters === null) return now.state === 'absent' ? now : { state: 'absent' }
  const { bytes, frames } = counters
  switch (now.state) {
    case 'absent':
    case 'awaited':
      if (frames > 0 || (hidden && bytes > 0)) return { state: 'moving', bytes, frames, lastMs: atMs }
      return now.state === 'absent' ? { state: 'awaited', sinceMs: atMs } : now
    case 'moving':
      return frames > now.frames || (hidden && bytes > now.bytes)
        ? { state: 'moving', bytes, frames, lastMs: atMs }
        : now
  }
}

function isLong(medium: Medium, atMs: number): boolean {
  return medium.state === 'moving' && atMs - medium.lastMs >= mediumStallMs
}

function condition(medium: Medium, atMs: number): 'absent' | 'awaited' | 'late' | 'moving' | 'stalled' {
  switch (medium.state) {
    case 'absent':
      return 'absent'
    case 'awaited':
      return atMs - medium.sinceMs < awaitMs ? 'awaited' : 'late'
    case 'moving':
      return atMs - medium.lastMs < stallMs ? 'moving' : 'stalled'
  }
}
