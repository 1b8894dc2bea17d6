// Medians with their spread, since a single run on a shared machine says little.

export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new Error('There is no median of nothing.')
  return (lower + upper) / 2
}

/** The least value that so large a share of all, 0 to 1, does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('There is no percentile of nothing.')
  return value
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) }
}

/** Of runs that were made in turn: what disturbed one of a pair has most likely disturbed the other. */
export function ratios(own: readonly number[], reference: readonly number[]): readonly number[] {
  return pairs(own, reference).map(([value, beside]) => value / beside)
}

/** The same, for what is added to something. */
export function differences(own: readonly number[], reference: readonly number[]): readonly number[] {
  return pairs(own, reference).map(([value, beside]) => value - beside)
}

function pairs(own: readonly number[], reference: readonly number[]): readonly (readonly [number, number])[] {
  if (own.length !== reference.length) throw new Error('Each run needs a reference of its own.')
  return own.map((value, run) => [value, reference[run] ?? Number.NaN])
}
