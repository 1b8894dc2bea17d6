// What both ends of a call have in common: one RTCPeerConnection without any server, candidates as they come, and a data
// channel that still works when the box does not.

import { parseJson } from '../shared/protocol.ts'
import type { Payload } from '../shared/protocol.ts'
import { stationMessageSchema } from '../shared/station-protocol.ts'
import type { StationMessage } from '../shared/station-protocol.ts'
import { candidatePayload, isHostCandidate, withHostCandidates } from './candidates.ts'
import type { CandidatePayload } from './candidates.ts'
import { connectionEvents, connectionStateOf } from './connection-state.ts'
import { nextPace, unhurried } from './pace.ts'
import { createReminder } from './reminder.ts'

export interface PeerEvents {
  /** What has to reach the other station through the box. */
  send(payload: Payload): void
  message(message: StationMessage): void
  /** Each time that it changes. */
  connection(state: RTCPeerConnectionState): void
  /** The other end closed the data channel, and with it the call. */
  gone(): void
}

export interface Peer {
  readonly pc: RTCPeerConnection
  describe(kind: 'offer' | 'answer'): Promise<void>
  /** Tries the addresses that are known again at once. Does nothing while the connection is there. */
  remind(): void
  /** Offers the same call anew, to be had by other addresses or by those that had been given up (an ICE restart). */
  restart(): Promise<void>
  accept(description: { kind: 'offer' | 'answer'; sdp: string }): Promise<void>
  candidate(payload: CandidatePayload): void
  /** False when the other end cannot hear it. */
  say(message: StationMessage): boolean
  /** Of reports, said and not yet on their way: while the link is away they stay so. */
  waitingBytes(): number
  close(): void
}

/** Far more than the longest message; a longer one is not even parsed. */
const mostLetters = 16_384
/** What waits beyond this waits for a link that is away. It is fewer messages than the other end reads at once. */
const mostWaitingBytes = 16_384

export function createPeer(events: PeerEvents): Peer {
  const pc = new RTCPeerConnection({ iceServers: [], bundlePolicy: 'max-bundle' })
  const channel = pc.createDataChannel('station', { negotiated: true, id: 0 })
  // For what is worth something only while it is new. After an outage the other channel first sends again what was lost, and
  // waits up to 3 s before it tries; this one goes on with the next message.
  const fresh = pc.createDataChannel('fresh', { negotiated: true, id: 1, ordered: false, maxRetransmits: 0 })
  const closing = new AbortController()
  const { signal } = closing
  // Candidates may overtake the description they belong to.
  let early: CandidatePayload[] | null = []

  pc.addEventListener(
    'icecandidate',
    (event) => {
      const payload = candidatePayload(event.candidate)
      if (payload !== null) events.send(payload)
    },
    { signal },
  )
  let told = connectionStateOf(pc)
  const tell = (): void => {
    const state = connectionStateOf(pc)
    if (state === told) return
    told = state
    reminder.connection(state)
    events.connection(state)
  }
  for (const type of connectionEvents) pc.addEventListener(type, tell, { signal })
  let pace = unhurried
  const hear = ({ data }: MessageEvent<unknown>): void => {
    if (typeof data !== 'string' || data.length > mostLetters) return
    const next = nextPace(pace, performance.now())
    if (next === null) return
    pace = next
    const message = parseJson(stationMessageSchema, data)
    if (message !== null) events.message(message)
  }
  for (const each of [channel, fresh]) each.addEventListener('message', hear, { signal })
  channel.addEventListener('close', () => events.gone(), { signal })

  const add = ({ candidate, sdpMid, sdpMLineIndex }: CandidatePayload): void => {
    // A candidate that the browser does not understand is one way less to reach the other phone, no more.
    if (!signal.aborted) pc.addIceCandidate({ candidate, sdpMid, sdpMLineIndex }).catch(() => undefined)
  }
  const reminder = createReminder(add)

  const addNew = (payload: CandidatePayload): void => {
    reminder.know(payload)
    add(payload)
  }

  const describe = async (kind: 'offer' | 'answer'): Promise<void> => {
    await pc.setLocalDescription()
    const sdp = pc.localDescription?.sdp
    if (sdp !== undefined && !signal.aborted) events.send({ kind, sdp: withHostCandidates(sdp) })
  }

  return {
    pc,
    describe,
    remind: () => reminder.now(),
    async restart() {
      pc.restartIce()
      await describe('offer')
    },
    async accept({ kind, sdp }) {
      reminder.forget()
      await pc.setRemoteDescription({ type: kind, sdp: withHostCandidates(sdp) })
      const waiting = early ?? []
      early = null
      for (const payload of waiting) addNew(payload)
    },
    candidate(payload) {
      if (signal.aborted || !isHostCandidate(payload.candidate)) return
      if (early === null) addNew(payload)
      // A call has a handful of candidates; more than this is not a phone.
      else if (early.length < 100) early.push(payload)
    },
    say(message) {
      const through = message.type === 'report' || message.type === 'listening' ? fresh : channel
      if (through.readyState !== 'open' || through.bufferedAmount > mostWaitingBytes) return false
      try {
        through.send(JSON.stringify(message))
        return true
      } catch {
        // Longer than the other end says that it takes, or the queue is full.
        return false
      }
    },
    waitingBytes: () => fresh.bufferedAmount,
    close() {
      closing.abort()
      reminder.close()
      pc.close()
    },
  }
}
