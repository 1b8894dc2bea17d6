// Which night is shown, and what can be done with it: saved as a table, deleted.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { handOverAsDownload } from '../recording/hand-over.ts'
import type { HandOver } from '../recording/hand-over.ts'
import { csvName, csvOf } from './csv.ts'
import type { Remembered } from './entry.ts'
import { keptMs, minuteMs } from './entry.ts'
import { nightOf, nightsIn } from './night-span.ts'
import type { NightSpan } from './night-span.ts'
import type { Timeline, TimelineState } from './timeline.ts'

export type ShownState =
  | { readonly state: 'closed' }
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | {
      readonly state: 'shown'
      /** The latest first; tonight is always among them. */
      readonly nights: readonly NightSpan[]
      readonly night: NightSpan
      readonly remembered: Remembered
      readonly asks: 'night' | 'all' | null
    }

export interface TimelineViewModel {
  readonly shown: ReadonlySignal<ShownState>
  readonly keeping: ReadonlySignal<TimelineState>
  toggle(): void
  choose(fromMs: number): void
  save(): void
  ask(what: 'night' | 'all' | null): void
  /** What was asked about goes. */
  remove(): Promise<void>
  close(): void
}

export function createTimelineView(deps: {
  readonly timeline: Timeline
  readonly handOver?: HandOver
  readonly nowMs?: () => number
}): TimelineViewModel {
  const { timeline, handOver = handOverAsDownload, nowMs = Date.now } = deps
  const shown = signal<ShownState>({ state: 'closed' })
  let clock: ReturnType<typeof setInterval> | undefined

  const load = async (wanted: number | null): Promise<void> => {
    const to = nowMs() + minuteMs
    try {
      const all = await timeline.read(to - keptMs, to)
      const now = shown.peek()
      if (now.state === 'closed') return
      const times = [...all.entries.map(({ fromMs }) => fromMs), ...all.minutes.map(({ atMs }) => atMs), nowMs()]
      const nights = nightsIn(times)
      const night = nights.find(({ fromMs }) => fromMs === wanted) ?? nightOf(nowMs())
      const remembered: Remembered = {
        entries: all.entries.filter(({ fromMs, toMs }) => fromMs < night.toMs && toMs >= night.fromMs),
        minutes: all.minutes.filter(({ atMs }) => atMs >= night.fromMs && atMs < night.toMs),
      }
      shown.value = { state: 'shown', nights, night, remembered, asks: now.state === 'shown' ? now.asks : null }
    } catch {
      if (shown.peek().state !== 'closed') shown.value = { state: 'failed' }
    }
  }

  const stop = (): void => {
    clearInterval(clock)
    shown.value = { state: 'closed' }
  }

  return {
    shown,
    keeping: timeline.state,
    toggle() {
      if (shown.peek().state !== 'closed') return stop()
      shown.value = { state: 'loading' }
      void load(null)
      clock = setInterval(() => {
        const now = shown.peek()
        void load(now.state === 'shown' ? now.night.fromMs : null)
      }, minuteMs)
    },
    choose: (fromMs) => void load(fromMs),
    save() {
      const now = shown.peek()
      if (now.state !== 'shown') return
      const table = new Blob([csvOf(now.remembered)], { type: 'text/csv;charset=utf-8' })
      handOver(table, csvName(now.night.fromMs))
    },
    ask(asks) {
      const now = shown.peek()
      if (now.state === 'shown') shown.value = { ...now, asks }
    },
    async remove() {
      const now = shown.peek()
      if (now.state !== 'shown' || now.asks === null) return
      const { night, asks } = now
      shown.value = { ...now, asks: null }
      try {
        await (asks === 'all' ? timeline.remove(0, Number.MAX_SAFE_INTEGER) : timeline.remove(night.fromMs, night.toMs))
        await load(night.fromMs)
      } catch {
        shown.value = { state: 'failed' }
      }
    },
    close: stop,
  }
}
