// Faults with the time since when they are there. Pure.

import { linkFaults } from './faults.ts'
import type { Fault } from './faults.ts'

export interface Found {
  readonly fault: Fault
  /** When it was noticed, as Date.now() has it. */
  readonly sinceMs: number
}

/** The same list when nothing has changed. */
export function nextFound(before: readonly Found[], faults: readonly Fault[], wallMs: number): readonly Found[] {
  if (faults.length === before.length && faults.every((fault, index) => before[index]?.fault === fault)) return before
  const link = before.find(({ fault }) => linkFaults.includes(fault))
  return faults.map((fault) => {
    const same = before.find((found) => found.fault === fault)
    // What seems to be the matter with a link may change; that it is gone does not.
    const former = same ?? (linkFaults.includes(fault) ? link : undefined)
    return { fault, sinceMs: former?.sinceMs ?? wallMs }
  })
}
