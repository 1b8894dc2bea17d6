// Keeps the browser trying to reach the other phone by the addresses that it knows, however long the link is away.
//
// Chromium gives up a pair of addresses 15 s after the last answer; the connection then counts as failed and never tries
// again by itself (measured: "failed" 16 s after the link went). A remote candidate that looks new, if only by its priority, is
// taken as another chance. So both phones go on asking, and the connection is back about 0.2 s after the link, without the
// box and without another offer (measured: links away for 26 and 60 s).

import type { CandidatePayload } from './candidates.ts'

export interface Reminder {
  /** A candidate of the other phone, which belongs to its last description. */
  know(candidate: CandidatePayload): void
  /** Another description has come: its candidates take the place of those before. */
  forget(): void
  connection(state: RTCPeerConnectionState): void
  close(): void
}

const everyMs = 5000
/** A phone has a handful. */
const mostKnown = 20

export function createReminder(add: (candidate: CandidatePayload) => void): Reminder {
  let known: CandidatePayload[] = []
  let rounds = 0
  let wasConnected = false
  let timer: ReturnType<typeof setInterval> | undefined

  const remind = (): void => {
    rounds += 1
    for (const candidate of known) add(asNew(candidate, rounds))
  }

  const stop = (): void => {
    clearInterval(timer)
    timer = undefined
  }

  return {
    know(candidate) {
      if (known.length < mostKnown) known.push(candidate)
    },
    forget() {
      known = []
    },
    connection(state) {
      switch (state) {
        case 'connected':
          wasConnected = true
          stop()
          break
        case 'failed':
          if (wasConnected) remind()
          break
        case 'disconnected':
          timer ??= setInterval(remind, everyMs)
          break
        case 'closed':
          stop()
          break
        case 'new':
        case 'connecting':
          break
      }
    },
    close: stop,
  }
}

/** The same address with a priority that this candidate has not had (RFC 8839, section 5.1: its fourth field). */
export function asNew(payload: CandidatePayload, round: number): CandidatePayload {
  const fields = payload.candidate.split(' ')
  const priority = Number(fields[3])
  if (!Number.isSafeInteger(priority)) return payload
  fields[3] = String(Math.max(1, priority - round))
  return { ...payload, candidate: fields.join(' ') }
}
