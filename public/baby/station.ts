// What the Baby Station is doing. Pure: model.ts does what follows from it.

import type { Refusal, SessionId } from '../shared/protocol.ts'
import type { CaptureProblem } from './constraints.ts'

export type Problem =
  | { readonly kind: 'capture'; readonly reason: CaptureProblem }
  | { readonly kind: 'refused'; readonly reason: Refusal }
  | { readonly kind: 'name' }
  /** Somebody stopped it from elsewhere, or ended its log-in. */
  | { readonly kind: 'stopped-elsewhere' }
  | { readonly kind: 'logged-out' }

export type Station =
  | { readonly state: 'idle'; readonly problem: Problem | null }
  /** The browser asks the person, and the phone turns on what it has. */
  | { readonly state: 'starting'; readonly name: string }
  | {
      readonly state: 'running'
      readonly name: string
      readonly sessionId: SessionId
      /** Null until the box has heard of the session. */
      readonly startedAt: string | null
      /** The box takes this running session back no more; what runs goes on. */
      readonly refused: Refusal | null
    }

export type StationEvent =
  | { readonly type: 'start'; readonly name: string | null }
  | { readonly type: 'captured'; readonly sessionId: SessionId }
  | { readonly type: 'problem'; readonly reason: CaptureProblem }
  | { readonly type: 'started'; readonly sessionId: SessionId; readonly startedAt: string }
  | { readonly type: 'refused'; readonly sessionId: SessionId; readonly reason: Refusal }
  /** The session's id is somebody else's; it goes on under another. */
  | { readonly type: 'renewed'; readonly sessionId: SessionId }
  | { readonly type: 'logged-out' }
  /** Stop was pressed, or the page was left. */
  | { readonly type: 'stop' }
  | { readonly type: 'stopped-elsewhere'; readonly sessionId: SessionId }

export const off: Station = { state: 'idle', problem: null }

export function nextStation(now: Station, event: StationEvent): Station {
  if (event.type === 'stop') return now.state === 'idle' ? now : off
  switch (now.state) {
    case 'idle':
      if (event.type !== 'start') return now
      return event.name === null
        ? { state: 'idle', problem: { kind: 'name' } }
        : { state: 'starting', name: event.name }
    case 'starting':
      if (event.type === 'problem') return { state: 'idle', problem: { kind: 'capture', reason: event.reason } }
      if (event.type !== 'captured') return now
      return { state: 'running', name: now.name, sessionId: event.sessionId, startedAt: null, refused: null }
    case 'running':
      return whileRunning(now, event)
  }
}

function whileRunning(now: Extract<Station, { state: 'running' }>, event: StationEvent): Station {
  if (event.type === 'renewed') return { ...now, sessionId: event.sessionId, startedAt: null, refused: null }
  // What runs goes on without a log-in; a session that the box has not begun cannot be had without one.
  if (event.type === 'logged-out') {
    return now.startedAt === null ? { state: 'idle', problem: { kind: 'logged-out' } } : now
  }
  if (!('sessionId' in event) || event.sessionId !== now.sessionId) return now
  switch (event.type) {
    case 'started':
      return { ...now, startedAt: event.startedAt, refused: null }
    case 'refused':
      // A licence or a limit keeps a session from beginning; it never ends one that is running.
      return now.startedAt === null
        ? { state: 'idle', problem: { kind: 'refused', reason: event.reason } }
        : { ...now, refused: event.reason }
    case 'stopped-elsewhere':
      return { state: 'idle', problem: { kind: 'stopped-elsewhere' } }
    case 'captured':
      return now
  }
}
