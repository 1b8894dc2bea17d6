// What is shown of all calls together. Pure, and loaded with its view.

import { latestOf } from './trust.ts'
import type { Findings, Found, Trust } from './trust.ts'

/** Stations whose last call was refused, the latest last. */
export function refusalsIn(findings: Findings): readonly Found[] {
  const latest = new Map<string, Found>()
  for (const found of findings.values()) latest.set(found.other, found)
  return [...latest.values()].filter(({ trust }) => trust.state === 'refused')
}

/** Of the calls that are there now: null when there are none, or nothing is known of them. */
export function trustAmong<Call extends string>(findings: Findings<Call>, here: ReadonlySet<Call>): Trust | null {
  const found = [...findings].filter(([call]) => here.has(call)).map(([, { trust }]) => trust)
  return found.find(({ state }) => state === 'unverified') ?? found[0] ?? null
}

export interface Summary {
  readonly trust: Trust | null
  readonly refusals: readonly Found[]
}

/** Of the one station that is watched. */
export function summaryOf(findings: Findings, other: string | null): Summary {
  const found = latestOf(findings, other)
  return { trust: found?.trust ?? null, refusals: found?.trust.state === 'refused' ? [found] : [] }
}
