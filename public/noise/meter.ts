// Sums weighted samples up and tells the loudness of each stretch of time.

import { createAWeighting } from './a-weighting.ts'

/** Digital silence, and the least that is told. */
export const silenceDb = -120

/** Names that the page and the worklet must agree on. */
export const processorName = 'loudness'

export interface MeterOptions {
  readonly everyMs: number
}

export interface Meter {
  /** `samples` is null while nothing is connected: the time passes all the same. */
  take(samples: Float32Array | null, count: number): void
}

/** `tell` gets the mean power in dB of full scale: a sine of amplitude 1 at 1 kHz has -3. */
export function createMeter(sampleRateHz: number, everyMs: number, tell: (levelDb: number) => void): Meter {
  const stretch = Math.round((sampleRateHz * everyMs) / 1000)
  const weighting = createAWeighting(sampleRateHz)
  let power = 0
  let counted = 0
  let isZero = true
  return {
    take(samples, count) {
      for (let index = 0; index < count; index++) {
        const sample = samples?.[index] ?? 0
        if (sample !== 0) isZero = false
        const weighted = weighting.next(sample)
        power += weighted * weighted
        if (++counted < stretch) continue
        // The filter rings on for a moment after the last sound; a microphone that gives zeros is known by the zeros.
        tell(isZero ? silenceDb : Math.min(0, Math.max(silenceDb, 10 * Math.log10(power / stretch + 1e-30))))
        if (isZero) weighting.reset()
        power = 0
        counted = 0
        isZero = true
      }
    },
  }
}
