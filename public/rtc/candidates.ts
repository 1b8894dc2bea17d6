// Only a phone's own addresses are offered and taken: nothing that a server reflected or relays (RFC 8839, section 5.1).

import type { Payload } from '../shared/protocol.ts'

export type CandidatePayload = Extract<Payload, { kind: 'candidate' }>

/** `candidate` is a candidate attribute, with or without its leading `a=`. */
export function isHostCandidate(candidate: string): boolean {
  return /^(?:a=)?candidate:.* typ host(?: |$)/.test(candidate)
}

/** The description without the candidates that are not the phone's own. */
export function withHostCandidates(sdp: string): string {
  return sdp
    .split('\r\n')
    .filter((line) => !line.startsWith('a=candidate:') || isHostCandidate(line))
    .join('\r\n')
}

/** Null for what must not be sent: foreign candidates, and the browser's empty sign that there are no more. */
export function candidatePayload(candidate: RTCIceCandidateInit | null): CandidatePayload | null {
  if (candidate?.candidate === undefined || !isHostCandidate(candidate.candidate)) return null
  return {
    kind: 'candidate',
    candidate: candidate.candidate,
    sdpMid: candidate.sdpMid ?? null,
    sdpMLineIndex: candidate.sdpMLineIndex ?? null,
  }
}
