// Which faults wake a parent, and in what words. The others are only noted, where the proof is shown.

import { weights } from '../proof/faults.ts'
import type { Fault } from '../proof/faults.ts'
import { nightText } from '../text/en-night.ts'
import type { Cause, Priority } from './cause.ts'

interface Found {
  readonly fault: Fault
  readonly sinceMs: number
}

const priorities: Readonly<Record<'alarm' | 'warning', Priority>> = { alarm: 'high', warning: 'medium' }
/** Of those that wake nobody there is none. */
const words: Readonly<Partial<Record<Fault, { readonly sentence: string; readonly advice: string }>>> =
  nightText.alarm.causes

/** `others` are those of the rooms next door: noise, movement. */
export function causesOf(faults: readonly Found[], others: readonly (Cause | null)[]): readonly Cause[] {
  const found = faults.flatMap(({ fault, sinceMs }): Cause[] => {
    const weight = weights[fault]
    if (weight === 'note') return []
    const { sentence = fault, advice = '' } = words[fault] ?? {}
    return [{ kind: fault, priority: priorities[weight], sentence, advice, sinceMs }]
  })
  return [...found, ...others.filter((cause): cause is Cause => cause !== null)]
}
