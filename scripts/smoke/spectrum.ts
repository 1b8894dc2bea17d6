// Measures the alarm as a microphone would: where its pulses are, how long, how high and how loud.

export interface HeardPulse {
  readonly atMs: number
  /** Between the moments at which it is half as high as at its highest. */
  readonly durationMs: number
  readonly peak: number
  /** The lowest strong tone. */
  readonly hz: number
  /** Strong tones above it that are multiples of it, between 300 and 4000 Hz. */
  readonly overtones: number
}

const windowMs = 5
/** Quieter than this part of the loudest is silence. */
const silence = 0.02
/** Tones within 15 dB of the strongest count. */
const strong = 10 ** (-15 / 20)

export function pulsesOf(samples: Float32Array, sampleRate: number): readonly HeardPulse[] {
  const step = Math.round((windowMs / 1000) * sampleRate)
  const peaks: number[] = []
  for (let at = 0; at + step <= samples.length; at += step) {
    peaks.push(samples.subarray(at, at + step).reduce((high, sample) => Math.max(high, Math.abs(sample)), 0))
  }
  const loudest = Math.max(...peaks)
  const found: HeardPulse[] = []
  for (let from = 0; from < peaks.length; from += 1) {
    if ((peaks[from] ?? 0) < silence * loudest) continue
    let to = from
    while ((peaks[to] ?? 0) >= silence * loudest) to += 1
    const own = peaks.slice(from, to)
    const peak = Math.max(...own)
    const isHalf = (value: number): boolean => value >= peak / 2
    const first = own.findIndex(isHalf)
    const length = own.findLastIndex(isHalf) - first + 1
    const middle = Math.round((from + to) / 2) * step
    found.push({
      atMs: (from + first) * windowMs,
      durationMs: length * windowMs,
      peak,
      ...tonesOf(samples.subarray(middle - 1024, middle + 1024), sampleRate),
    })
    from = to
  }
  return found
}

function tonesOf(samples: Float32Array, sampleRate: number): { hz: number; overtones: number } {
  const levels = spectrumOf(samples)
  const binHz = sampleRate / samples.length
  const strongest = Math.max(...levels)
  const tones = levels.flatMap((level, bin) => {
    const [below = 0, above = 0] = [levels[bin - 1], levels[bin + 1]]
    if (level < strong * strongest || level < below || level <= above) return []
    // Where between the bins the peak of the parabola is.
    return [(bin + (below - above) / (2 * (below - 2 * level + above))) * binHz]
  })
  const [hz = 0] = tones
  const isMultiple = (tone: number): boolean => Math.abs(tone / hz - Math.round(tone / hz)) < 0.03
  return { hz, overtones: tones.slice(1).filter((tone) => tone >= 300 && tone <= 4000 && isMultiple(tone)).length }
}

/** Amplitudes of a Fourier transform, Hann window. */
function spectrumOf(samples: Float32Array): readonly number[] {
  const size = samples.length
  const real = Float64Array.from(samples, (sample, at) => sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * at) / size)))
  const [re, im] = transform(real, new Float64Array(size))
  return Array.from({ length: size / 2 }, (_, bin) => Math.hypot(re[bin] ?? 0, im[bin] ?? 0))
}

/** Cooley and Tukey; the length is a power of two. */
function transform(re: Float64Array, im: Float64Array): readonly [Float64Array, Float64Array] {
  const size = re.length
  if (size === 1) return [re, im]
  const part = (values: Float64Array, odd: number): Float64Array =>
    Float64Array.from({ length: size / 2 }, (_, at) => values[2 * at + odd] ?? 0)
  const [evenRe, evenIm] = transform(part(re, 0), part(im, 0))
  const [oddRe, oddIm] = transform(part(re, 1), part(im, 1))
  const [outRe, outIm] = [new Float64Array(size), new Float64Array(size)]
  for (let bin = 0; bin < size / 2; bin += 1) {
    const angle = (-2 * Math.PI * bin) / size
    const [a, b, c, d] = [Math.cos(angle), Math.sin(angle), oddRe[bin] ?? 0, oddIm[bin] ?? 0]
    const [turnedRe, turnedIm] = [a * c - b * d, a * d + b * c]
    outRe[bin] = (evenRe[bin] ?? 0) + turnedRe
    outIm[bin] = (evenIm[bin] ?? 0) + turnedIm
    outRe[bin + size / 2] = (evenRe[bin] ?? 0) - turnedRe
    outIm[bin + size / 2] = (evenIm[bin] ?? 0) - turnedIm
  }
  return [outRe, outIm]
}
