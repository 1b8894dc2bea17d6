// The parent's proof that what it shows is true: looks four times a second at what has been seen, and says what follows.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Report } from '../shared/station-protocol.ts'
import { nextEvidence, noEvidence, quietMs } from './evidence.ts'
import type { Evidence, Observation } from './evidence.ts'
import { faultsOf, provenMs } from './faults.ts'
import { nextFound } from './found.ts'
import type { Found } from './found.ts'
import { isWeak, nextLink, steady } from './weak-link.ts'

export interface Proof {
  /** Whether "Live" is proven, from end to end, at this moment. */
  readonly live: ReadonlySignal<boolean>
  /** Whether it was before, since the last reset. */
  readonly wasLive: ReadonlySignal<boolean>
  /** Whole seconds since the oldest part of the proof was seen; null before there was any. */
  readonly checkedAgoS: ReadonlySignal<number | null>
  /** Worst first. */
  readonly faults: ReadonlySignal<readonly Found[]>
  /** The baby's last word; null when it is older than it may be. */
  readonly report: ReadonlySignal<Report | null>
  onReport(listener: (report: Report, atMs: number) => void): () => void
  observe(observation: Observation): void
  /** Another Baby Station, or none. One that is expected is missed if it does not appear. */
  reset(expected?: boolean): void
  close(): void
}

export interface Surroundings {
  /** Somebody wants to watch a Baby Station, and nobody has stopped it. */
  readonly wanted: boolean
  /** navigator.onLine */
  readonly online: boolean
  readonly boxAway: boolean
  /** This phone does not play what it has. */
  readonly blocked: boolean
  /** The other end could not prove who it is. */
  readonly refused: boolean
}

/** With the 1.5 s after which a report is missing this stays below 2 s. */
const lookMs = 250

export interface ProofDeps {
  /** Read at each look. */
  surroundings(): Surroundings
  /** A Baby Station was watched before the page was loaded anew: if it does not appear, it is missed. */
  readonly resumed: boolean
}

export function createProof(deps: ProofDeps): Proof {
  const live = signal(false)
  const wasLive = signal(false)
  const checkedAgoS = signal<number | null>(null)
  const found = signal<readonly Found[]>([])
  const report = signal<Report | null>(null)
  const listeners = new Set<(report: Report, atMs: number) => void>()
  let evidence: Evidence = noEvidence(performance.now())
  let isExpected = deps.resumed
  let lastProvenMs: number | null = null
  let boxAwayMs: number | null = null
  let blockedMs: number | null = null
  let link = steady

  const look = (): void => {
    const nowMs = performance.now()
    const { wanted, online, boxAway, blocked, refused } = deps.surroundings()
    boxAwayMs = boxAway ? (boxAwayMs ?? nowMs) : null
    blockedMs = blocked ? (blockedMs ?? nowMs) : null
    const armed = wanted && (isExpected || wasLive.peek())
    const scene = { ...evidence, armed, online, boxAwayMs, blockedMs, weak: isWeak(link, nowMs), refused }
    const oldestMs = provenMs(scene, nowMs)
    link = nextLink(link, oldestMs !== null || !armed, nowMs)
    live.value = oldestMs !== null
    if (oldestMs !== null) {
      wasLive.value = true
      lastProvenMs = oldestMs
    }
    // Rounded up: it is never said to be fresher than it is.
    checkedAgoS.value = lastProvenMs === null ? null : Math.max(1, Math.ceil((nowMs - lastProvenMs) / 1000))
    found.value = nextFound(found.peek(), faultsOf(scene, nowMs), Date.now())
    const isFresh = evidence.reportMs !== null && nowMs - evidence.reportMs < quietMs
    report.value = isFresh ? evidence.report : null
  }
  const clock = setInterval(look, lookMs)

  return {
    live,
    wasLive,
    checkedAgoS,
    faults: found,
    report,
    onReport(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    observe(observation) {
      const before = evidence
      evidence = nextEvidence(before, observation)
      look()
      const said = evidence.report
      if (observation.type !== 'report' || said === null || said === before.report) return
      for (const listener of listeners) listener(said, observation.atMs)
    },
    reset(expected = false) {
      evidence = noEvidence(performance.now())
      isExpected = expected
      wasLive.value = false
      lastProvenMs = null
      link = steady
      look()
    },
    close() {
      clearInterval(clock)
      listeners.clear()
    },
  }
}
