// The Baby Station's word with the box: it keeps the running session registered, and sees to it that a stopped one is forgotten.
// The connection is there while there is something to say, and closed afterwards.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { parseJson, payloadSchema } from '../shared/protocol.ts'
import type { CallId, DeviceId, Payload, PeerId, Refusal, SessionId } from '../shared/protocol.ts'
import type { Channel } from '../signalling/channel.ts'
import type { Connection } from '../signalling/reconnect.ts'

export interface RegistrationEvents {
  started(sessionId: SessionId, startedAt: string): void
  refused(sessionId: SessionId, reason: Refusal): void
  /** Not asked for by this page. */
  stopped(sessionId: SessionId): void
  /** `guest`: by the box's word it is one, and what the family calls it; null for a parent. */
  signal(from: PeerId, device: DeviceId, call: CallId, payload: Payload, guest: string | null): void
  revoked(device: DeviceId): void
  /** Whose calls this station has now. */
  callers(): readonly DeviceId[]
}

export interface Registration {
  /** Null while there is no connection and none is wanted. */
  readonly connection: ReadonlySignal<Connection | null>
  /** Sessions that are stopped here and that the box has yet to forget. */
  readonly forgetting: ReadonlySignal<number>
  /** Opens the connection when there is none. */
  register(sessionId: SessionId, name: string): void
  stop(sessionId: SessionId): void
  /** This session is over and the box has nothing to forget. One that was registered after it stays. */
  withdraw(sessionId: SessionId): void
  signal(to: PeerId, call: CallId, payload: Payload): void
  /** Lets go at once: the box takes the session for lost, as it is when a page is closed. */
  abandon(): void
}

export function createRegistration(deps: {
  openChannel(): Channel
  readonly events: RegistrationEvents
}): Registration {
  const { events } = deps
  const channel = signal<Channel | null>(null)
  const forgetting = signal<ReadonlySet<SessionId>>(new Set())
  let session: { readonly id: SessionId; readonly name: string } | null = null
  let stopListening = (): void => undefined

  const sayAll = (): void => {
    const current = channel.peek()
    if (current === null) return
    // Stops first: the box lets one connection keep one session.
    for (const sessionId of forgetting.peek()) current.send({ type: 'stop', sessionId })
    if (session !== null) current.send({ type: 'start', sessionId: session.id, name: session.name })
  }

  const close = (): void => {
    stopListening()
    stopListening = () => undefined
    channel.peek()?.close()
    channel.value = null
  }

  const settle = (): void => {
    if (session === null && forgetting.peek().size === 0) close()
  }

  const forgotten = (sessionId: SessionId): void => {
    const left = new Set(forgetting.peek())
    left.delete(sessionId)
    forgetting.value = left
  }

  const open = (): void => {
    if (channel.peek() !== null) return
    const opened = deps.openChannel()
    channel.value = opened
    const stopHearing = opened.on((message, text) => {
      switch (message.type) {
        case 'welcome': {
          const devices = events.callers()
          if (devices.length > 0) opened.send({ type: 'calls', devices: [...devices] })
          sayAll()
          return
        }
        case 'started':
          if (message.sessionId === session?.id) events.started(message.sessionId, message.startedAt)
          return
        case 'refused':
          if (message.sessionId !== session?.id) return
          events.refused(message.sessionId, message.reason)
          return
        case 'stopped':
          if (forgetting.peek().has(message.sessionId)) {
            forgotten(message.sessionId)
            settle()
          } else if (message.sessionId === session?.id) {
            session = null
            events.stopped(message.sessionId)
            settle()
          }
          return
        case 'signal': {
          const payload = text === undefined ? null : parseJson(payloadSchema, text)
          if (payload === null || session === null) return
          const guest = message.guest === true ? (message.name ?? '') : null
          events.signal(message.from, message.device, message.call, payload, guest)
          return
        }
        case 'revoked':
          events.revoked(message.device)
          return
        case 'sessions':
        case 'heartbeat':
        case 'unreachable':
        case 'newcomer':
        case 'error':
        case 'farewell':
          return
      }
    })
    // Without a log-in or with another version nothing can be stopped any more; the box forgets a lost session by itself.
    const stopWatching = effect(() => {
      if (!cannotSpeak(opened.state.value)) return
      untracked(() => {
        forgetting.value = new Set()
        // Not from inside the channel's own news.
        queueMicrotask(settle)
      })
    })
    stopListening = () => {
      stopHearing()
      stopWatching()
    }
  }

  return {
    connection: computed(() => channel.value?.state.value ?? null),
    forgetting: computed(() => forgetting.value.size),
    register(id, name) {
      session = { id, name }
      open()
      channel.peek()?.send({ type: 'start', sessionId: id, name })
    },
    stop(sessionId) {
      if (session?.id === sessionId) session = null
      const current = channel.peek()
      if (current === null) return
      if (cannotSpeak(current.state.peek())) {
        settle()
        return
      }
      forgetting.value = new Set([...forgetting.peek(), sessionId])
      current.send({ type: 'stop', sessionId })
    },
    withdraw(sessionId) {
      if (session?.id === sessionId) session = null
      settle()
    },
    signal(to, call, payload) {
      channel.peek()?.send({ type: 'signal', to, call }, payload)
    },
    abandon() {
      session = null
      forgetting.value = new Set()
      close()
    },
  }
}

/** Only a person can change that: the box forgets a session that is left to itself. */
function cannotSpeak({ state }: Connection): boolean {
  return state === 'logged-out' || state === 'outdated'
}
