// Whether a microphone gives nothing but zeros. Pure.

/** What the loudness meter says of zeros, in dB of full scale. */
const zerosDb = -120
/** A fake or a gated microphone pauses for a moment; one that is off gives zeros for ever. */
const silentMs = 2000

export interface Silence {
  /** Since when there is nothing but zeros; null while there is more, or nothing is measured. */
  readonly sinceMs: number | null
}

export const noSilence: Silence = { sinceMs: null }

/** @param levels of the time since the last call, oldest first */
export function nextSilence(now: Silence, levels: readonly number[], nowMs: number): Silence {
  if (levels.length === 0) return now
  return levels.every((level) => level <= zerosDb) ? { sinceMs: now.sinceMs ?? nowMs } : noSilence
}

export function isSilent({ sinceMs }: Silence, nowMs: number): boolean {
  return sinceMs !== null && nowMs - sinceMs >= silentMs
}
