// The ear's own weighting of low and high tones (curve A of IEC 61672-1) as a filter for samples.

/** Corner frequencies of the analogue curve, IEC 61672-1 annex E: two double ones at the ends, two single ones between. */
const lowHz = 20.598997
const lowerMidHz = 107.65265
const upperMidHz = 737.86223
const highHz = 12194.217
/** Where the curve is 0 dB by definition. */
const referenceHz = 1000

/** Second-order section; the first coefficient of its denominator is 1. */
interface Section {
  readonly b: readonly [number, number, number]
  readonly a: readonly [number, number]
}

export interface AWeighting {
  /** Weighs one sample; the filter remembers those before it. */
  next(sample: number): number
  /** Forgets them: after zeros they would fade into numbers so small that processors are slow with them. */
  reset(): void
}

/**
 * By the bilinear transform: exact at low frequencies and falling off too early near half the sample rate (at 48 kHz 0.5 dB at
 * 8 kHz, 6.5 dB at 16 kHz), which class 1 of the standard allows and a baby's voice, below 6 kHz, hardly notices.
 */
export function createAWeighting(sampleRateHz: number): AWeighting {
  const sections = sectionsOf(sampleRateHz)
  const gain = 10 ** (-responseDb(sections, referenceHz, sampleRateHz) / 20)
  const memory = sections.map(() => ({ first: 0, second: 0 }))
  return {
    next(sample) {
      let value = sample * gain
      for (let index = 0; index < sections.length; index++) {
        const at = sections[index]
        const kept = memory[index]
        if (at === undefined || kept === undefined) continue
        const out = at.b[0] * value + kept.first
        kept.first = at.b[1] * value - at.a[0] * out + kept.second
        kept.second = at.b[2] * value - at.a[1] * out
        value = out
      }
      return value
    },
    reset() {
      for (const kept of memory) {
        kept.first = 0
        kept.second = 0
      }
    },
  }
}

/** What the filter does to a tone, in dB. */
export function aWeightingDb(frequencyHz: number, sampleRateHz: number): number {
  const sections = sectionsOf(sampleRateHz)
  return responseDb(sections, frequencyHz, sampleRateHz) - responseDb(sections, referenceHz, sampleRateHz)
}

function sectionsOf(sampleRateHz: number): readonly Section[] {
  return [
    section('high-pass', lowHz, lowHz, sampleRateHz),
    section('high-pass', lowerMidHz, upperMidHz, sampleRateHz),
    section('low-pass', highHz, highHz, sampleRateHz),
  ]
}

/** Two real poles, each s = -2 pi f, with both zeros at 0 Hz (high-pass) or at half the sample rate (low-pass). */
function section(kind: 'high-pass' | 'low-pass', firstHz: number, secondHz: number, sampleRateHz: number): Section {
  const pole = (hz: number): number => {
    const turn = (Math.PI * hz) / sampleRateHz
    return (1 - turn) / (1 + turn)
  }
  const [first, second] = [pole(firstHz), pole(secondHz)]
  return { b: kind === 'high-pass' ? [1, -2, 1] : [1, 2, 1], a: [-(first + second), first * second] }
}

function responseDb(sections: readonly Section[], frequencyHz: number, sampleRateHz: number): number {
  const turn = (2 * Math.PI * frequencyHz) / sampleRateHz
  let db = 0
  for (const { a, b } of sections) {
    db += powerDb(b[0], b[1], b[2], turn) - powerDb(1, a[0], a[1], turn)
  }
  return db
}

/** |p + q z^-1 + r z^-2|² on the unit circle, in dB. */
function powerDb(p: number, q: number, r: number, turn: number): number {
  const real = p + q * Math.cos(turn) + r * Math.cos(2 * turn)
  const imaginary = q * Math.sin(turn) + r * Math.sin(2 * turn)
  return 10 * Math.log10(real * real + imaginary * imaginary + 1e-30)
}
