// One line for each figure: what was measured, beside what, and whether the goal was met.

import { differences, ratios, spread } from './statistics.ts'
import type { Spread } from './statistics.ts'

export interface Measured {
  readonly name: string
  readonly unit: string
  readonly digits: number
  /** What the reference is; empty when there is nothing to compare it with. */
  readonly beside: string
  /** One value for each run, in the same order as the reference's. */
  readonly own: readonly number[]
  readonly reference: readonly number[]
  readonly goal: Goal | null
  /** Why it is as it is, or what else there is to know. */
  readonly note?: string
}

/** Of the value itself, of how many times the reference it is, or of how much more. */
export type Goal =
  | { readonly of: 'ratio' | 'value' | 'difference'; readonly atMost: number }
  | { readonly of: 'value'; readonly atLeast: number }

export interface Figure extends Omit<Measured, 'own' | 'reference'> {
  readonly runs: number
  readonly own: Spread
  readonly reference: Spread | null
  readonly ratio: Spread | null
  readonly difference: Spread | null
  readonly met: boolean | null
}

export function figureOf({ own, reference, ...rest }: Measured): Figure {
  const figure = { ...rest, runs: own.length, own: spread(own) }
  if (reference.length === 0) {
    return { ...figure, reference: null, ratio: null, difference: null, met: isMet(rest.goal, figure.own) }
  }
  const ratio = spread(ratios(own, reference))
  const difference = spread(differences(own, reference))
  const judged = { ratio, difference, value: figure.own }[rest.goal?.of ?? 'value']
  return { ...figure, reference: spread(reference), ratio, difference, met: isMet(rest.goal, judged) }
}

function isMet(goal: Goal | null, { median }: Spread): boolean | null {
  if (goal === null) return null
  return 'atLeast' in goal ? median >= goal.atLeast : median <= goal.atMost
}

export function tableOf(all: readonly Figure[]): string {
  const head = ['Figure', 'Runs', 'BeddyBytes', 'Reference', 'Compared', 'Goal', 'Met']
  const rows = all.map(rowOf)
  const notes = all.filter(({ note }) => note !== undefined).map(({ name, note }) => `- ${name}: ${note}`)
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return [...table, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n')
}

function rowOf({ name, unit, digits, own, reference, beside, ratio, difference, goal, met, runs }: Figure): string[] {
  const compared = goal?.of === 'difference' ? show(difference, digits, '+') : show(ratio, 2)
  return [
    `${name}, ${unit}`,
    String(runs),
    show(own, digits),
    reference === null ? '' : `${beside}: ${show(reference, digits)}`,
    compared,
    goal === null ? '' : wanted(goal, unit),
    met === null ? '' : met ? 'yes' : '**no**',
  ]
}

function wanted(goal: Goal, unit: string): string {
  if ('atLeast' in goal) return `at least ${goal.atLeast} ${unit}`
  switch (goal.of) {
    case 'ratio':
      return `at most ${goal.atMost} times`
    case 'difference':
      return `at most ${goal.atMost} ${unit} more`
    case 'value':
      return `at most ${goal.atMost} ${unit}`
  }
}

function show(values: Spread | null, digits: number, sign: '' | '+' = ''): string {
  // Nothing is how many times nothing?
  if (values === null || !Number.isFinite(values.median)) return ''
  const { median, min, max } = values
  const [middle, least, most] = [median, min, max].map((value) => {
    const text = value.toFixed(digits)
    return sign === '+' && value > 0 ? `+${text}` : text
  })
  if (least === most) return `${middle}`
  // A range of negative numbers reads better with a word.
  return `${middle} (${least}${min < 0 || sign === '+' ? ' to ' : '-'}${most})`
}
