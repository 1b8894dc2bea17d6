// How the baby's phone and the way to it are, as far as it and the browser tell.

import { effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Night } from '../parent/night.ts'
import { readWay } from '../ready/way.ts'
import type { Way } from '../ready/way.ts'
import type { Report } from '../shared/station-protocol.ts'
import { free, lastingLimit, nextLimit } from './limits.ts'
import { networkOf } from './network.ts'
import type { Network } from './network.ts'

export interface Condition {
  /** Null before its first report; its browser may not tell the battery. */
  readonly battery: ReadonlySignal<{ readonly told: Report['battery'] } | null>
  readonly network: ReadonlySignal<Network | null>
  /** Why the picture is coarse, when it has been for a while. */
  readonly limit: ReadonlySignal<'cpu' | 'bandwidth' | null>
  close(): void
}

/** Long enough for a percent to mean something. */
const lookMs = 5000

export function createCondition({
  station,
  state,
  onReport,
  stats,
}: Pick<Night, 'station' | 'state' | 'onReport' | 'stats'>): Condition {
  const battery = signal<{ readonly told: Report['battery'] } | null>(null)
  const network = signal<Network | null>(null)
  const limit = signal<'cpu' | 'bandwidth' | null>(null)
  let limits = free
  let way: Way | null = null
  let closed = false

  const stopHearing = onReport((report, atMs) => {
    battery.value = { told: report.battery }
    // A picture that a parent wants small is limited by that.
    const quality = state.peek()?.quality
    const isWanted = quality === 'low' || quality === 'sound-only'
    limits = nextLimit(limits, isWanted ? 'none' : report.limit, atMs)
    limit.value = lastingLimit(limits)
  })
  const look = async (): Promise<void> => {
    const report = await stats().catch(() => null)
    if (closed) return
    const now = report === null ? null : readWay(report)
    network.value = networkOf(way, now)
    way = now
  }
  const clock = setInterval(() => void look(), lookMs)
  void look()
  let baby: string | null = null
  const stopFollowing = effect(() => {
    const next = station.value?.id ?? null
    if (next === baby) return
    baby = next
    untracked(() => {
      battery.value = null
      network.value = null
      limits = free
      limit.value = null
      way = null
    })
  })

  return {
    battery,
    network,
    limit,
    close() {
      closed = true
      stopFollowing()
      stopHearing()
      clearInterval(clock)
    },
  }
}
