// Keeps the browser trying to reach the other phone by the addresses that it knows, however long the link is away.
//
// Chromium gives up a pair of addresses 15 s after the last answer; the connection then counts as failed and never tries
// again by itself (measured: "failed" 16 s after the link went). A remote candidate that looks new, if only by its foundation, is
// taken as another chance. So both phones go on asking, and the connection is back about 0.2 s after the link, without the
// box and without another offer (measured: links away for 26 and 60 s). An ICE restart takes longer where it matters: it wants
// addresses, and Chromium knows those of a link that is back only after 1.5 s (measured).

import type { CandidatePayload } from './candidates.ts'

export interface Reminder {
  /** A candidate of the other phone, which belongs to its last description. */
  know(candidate: CandidatePayload): void
  /** Another description has come: its candidates take the place of those before. */
  forget(): void
  connection(state: RTCPeerConnectionState): void
  /** At once, because the network may be back. Does nothing while the connection is there. */
  now(): void
  close(): void
}

const everyMs = 2000
/** After that only another call helps: the browser remembers each candidate. */
export const remindForMs = 20 * 60_000
/** A phone has a handful. */
const mostKnown = 20

export function createReminder(add: (candidate: CandidatePayload) => void): Reminder {
  let known: CandidatePayload[] = []
  let rounds = 0
  let lostMs = Infinity
  let isConnected = false
  let wasConnected = false
  let timer: ReturnType<typeof setInterval> | undefined

  const stop = (): void => {
    clearInterval(timer)
    timer = undefined
  }

  const remind = (): void => {
    if (performance.now() - lostMs > remindForMs) return stop()
    rounds += 1
    for (const candidate of known) add(asNew(candidate, rounds))
  }

  const start = (): void => {
    timer ??= setInterval(remind, everyMs)
  }

  return {
    know(candidate) {
      if (known.length < mostKnown) known.push(candidate)
    },
    forget() {
      known = []
    },
    connection(state) {
      isConnected = state === 'connected'
      lostMs = isConnected ? Infinity : Math.min(lostMs, performance.now())
      switch (state) {
        case 'connected':
          wasConnected = true
          stop()
          break
        case 'failed':
        case 'disconnected':
          // One that never came about is given up by whoever wanted it.
          if (wasConnected) start()
          break
        case 'closed':
          stop()
          break
        case 'new':
        case 'connecting':
          break
      }
    },
    now() {
      if (wasConnected && !isConnected) remind()
    },
    close: stop,
  }
}

/** The same address with a foundation that this candidate has not had (RFC 8839, section 5.1: up to 32 letters and digits). */
export function asNew(payload: CandidatePayload, round: number): CandidatePayload {
  const again = payload.candidate.replace(/^candidate:(\S+)/, (_, foundation: string) => {
    return `candidate:${`${round}x${foundation}`.slice(0, 32)}`
  })
  return { ...payload, candidate: again }
}
