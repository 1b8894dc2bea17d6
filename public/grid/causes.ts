// What wakes a parent of several babies: the causes of each, under its name, and what is this phone's own once. Pure.

import type { Cause } from '../alarm/cause.ts'
import { gridText } from '../text/en-grid.ts'

export interface CausesOfOne {
  /** The client id of its station; empty before it is known. */
  readonly id: string
  readonly name: string
  readonly causes: readonly Cause[]
}

/** It is this phone that has no network: for all of them. What it does not play is the sound of one. */
const ofThisPhone: ReadonlySet<string> = new Set(['parent-offline'])
/** Their sentences begin with the name. */
const named: ReadonlySet<string> = new Set(['noise', 'movement'])

export function causesOfAll(babies: readonly CausesOfOne[]): readonly Cause[] {
  const own = new Map<string, Cause>()
  const theirs: Cause[] = []
  for (const { id, name, causes } of babies) {
    for (const cause of causes) {
      if (ofThisPhone.has(cause.kind)) own.set(cause.kind, own.get(cause.kind) ?? cause)
      else theirs.push({ ...cause, baby: id, ...(babies.length > 1 ? underName(cause, name) : {}) })
    }
  }
  return [...own.values(), ...theirs]
}

function underName({ kind, sentence }: Cause, name: string): { of: string; sentence: string } {
  return { of: name, sentence: named.has(kind) ? sentence : gridText.of(name, sentence) }
}
