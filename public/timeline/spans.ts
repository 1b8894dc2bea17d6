// From what is so at this moment to what lasted from when to when. Pure.

import type { ClientId } from '../shared/protocol.ts'
import type { Entry, Kind } from './entry.ts'

/** Something that is so now; two of the same kind and detail are one. */
export interface Ongoing {
  readonly kind: Kind
  readonly detail: string
  readonly acknowledged: boolean
}

export interface Baby {
  readonly id: ClientId
  readonly name: string
}

/** A page that has not looked for so long was frozen or asleep, and nobody knows what was meanwhile. */
export const asleepMs = 120_000

/** What goes on, and what has to be written: what is new, has ended, or has changed. */
export interface Spans {
  readonly open: readonly Entry[]
  readonly changed: readonly Entry[]
}

export function nextSpans(
  before: readonly Entry[],
  ongoing: readonly Ongoing[],
  { baby, nowMs, newId }: { readonly baby: Baby | null; readonly nowMs: number; newId(): string },
): Spans {
  const open: Entry[] = []
  const changed: Entry[] = []
  const wanted = baby === null ? [] : ongoing
  for (const span of before) {
    const same = wanted.find((one) => isSame(one, span))
    const slept = nowMs - span.toMs > asleepMs || nowMs < span.fromMs
    if (same !== undefined && span.station === baby?.id && !slept) {
      const next = { ...span, acknowledged: span.acknowledged || same.acknowledged }
      open.push(next)
      if (next.acknowledged !== span.acknowledged) changed.push({ ...next, toMs: nowMs })
    } else changed.push(slept ? span : { ...span, toMs: nowMs })
  }
  for (const one of wanted) {
    if (baby === null || open.some((span) => isSame(one, span))) continue
    const { kind, detail, acknowledged } = one
    const span = {
      id: newId(),
      station: baby.id,
      name: baby.name,
      kind,
      detail,
      acknowledged,
      fromMs: nowMs,
      toMs: nowMs,
    }
    open.push(span)
    changed.push(span)
  }
  return { open, changed }
}

/** Time goes by: what goes on is written down every now and then, so that a page that dies loses little. */
export function extended(open: readonly Entry[], nowMs: number): readonly Entry[] {
  return open.map((span) => (nowMs < span.toMs ? span : { ...span, toMs: nowMs }))
}

function isSame(one: Ongoing, span: Entry): boolean {
  return one.kind === span.kind && one.detail === span.detail
}
