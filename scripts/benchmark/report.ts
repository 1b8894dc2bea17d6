// One line for each figure: what was measured, beside what, and whether the goal was met.

import { ratios, spread } from './statistics.ts'
import type { Spread } from './statistics.ts'

export interface Measured {
  readonly name: string
  readonly unit: string
  readonly digits: number
  /** What the reference is. */
  readonly beside: string
  /** One value for each run, in the same order as the reference's. */
  readonly own: readonly number[]
  readonly reference: readonly number[]
  /** Either of the ratio or of the value itself. */
  readonly goal: { readonly of: 'ratio' | 'value'; readonly atMost: number } | null
}

export interface Figure extends Omit<Measured, 'own' | 'reference'> {
  readonly runs: number
  readonly own: Spread
  readonly reference: Spread
  readonly ratio: Spread
  readonly met: boolean | null
}

export function figureOf({ own, reference, ...rest }: Measured): Figure {
  const figure = { ...rest, runs: own.length, own: spread(own), reference: spread(reference) }
  const ratio = spread(ratios(own, reference))
  const judged = rest.goal?.of === 'ratio' ? ratio : figure.own
  return { ...figure, ratio, met: rest.goal === null ? null : judged.median <= rest.goal.atMost }
}

export function tableOf(all: readonly Measured[]): string {
  const rows = all.map((measured) => {
    const { name, unit, digits, own, reference, beside, ratio, goal, met, runs } = figureOf(measured)
    const wanted = goal?.of === 'ratio' ? `${goal.atMost} times` : `${goal?.atMost} ${unit}`
    return [
      `${name}, ${unit}`,
      String(runs),
      show(own, digits),
      `${beside}: ${show(reference, digits)}`,
      show(ratio, 2),
      goal === null ? '' : `at most ${wanted}`,
      met === null ? '' : met ? 'yes' : '**no**',
    ]
  })
  const head = ['Figure', 'Runs', 'BeddyBytes', 'Reference', 'Ratio', 'Goal', 'Met']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function show({ median, min, max }: Spread, digits: number): string {
  const [middle, least, most] = [median, min, max].map((value) => value.toFixed(digits))
  // Nothing is how many times nothing?
  if (!Number.isFinite(median)) return ''
  return least === most ? `${middle}` : `${middle} (${least}-${most})`
}
