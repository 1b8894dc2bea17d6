// One channel between this page and the box, for as long as the page wants it: it opens by itself, notices when it is dead
// although nobody said so, and opens anew.

import { batch, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import {
  decodeFrame,
  encodeFrame,
  heartbeatMs,
  protocolVersion,
  serverMessageSchema,
  silenceMs,
} from '../shared/protocol.ts'
import type { AccountRef, ClientId, ClientMessage, Payload, RunningSession, ServerMessage } from '../shared/protocol.ts'
import { createDoors } from './doors.ts'
import type { Door, OpenDoor } from './doors.ts'
import { eventsDeadlineMs, firstConnection, nextConnection, socketDeadlineMs } from './reconnect.ts'
import type { Connection, ConnectionEvent, DoorKind } from './reconnect.ts'
import { listenForWakes } from './wakes.ts'
import type { Wake } from './wakes.ts'

export type ChannelListener = (message: ServerMessage, payload: string | undefined) => void

export interface Channel {
  readonly state: ReadonlySignal<Connection>
  /** Running sessions as the box told them last; null until it did. They stay while the box is away. */
  readonly sessions: ReadonlySignal<readonly RunningSession[] | null>
  /** False when the channel is not open: nothing is kept for later, because peers change when it opens again. */
  send(message: ClientMessage, payload?: Payload): boolean
  /** Returns the function that ends it. */
  on(listener: ChannelListener): () => void
  close(): void
}

export interface ChannelDeps {
  readonly clientId: ClientId
  /** Whether anybody is logged in on this phone; null when the box does not answer. */
  readonly loggedIn: () => Promise<boolean | null>
  readonly doors?: Readonly<Record<DoorKind, OpenDoor>>
  /** Calls back when the network may be back or the page was away, until it is aborted. */
  readonly onWake?: (wake: (kind: Wake) => void, until: AbortSignal) => void
  /** Whether the browser says that it has no network. It may be wrong: a phone that gives others its network has none itself. */
  readonly isOffline?: () => boolean
  /** Milliseconds that go on while the phone sleeps. */
  readonly nowMs?: () => number
}

/**
 * Without a network it is tried seldom: Chromium lets a page that has failed to open a dozen sockets wait up to 5 s for each next one
 * (WebSocketPerProcessThrottler), and that would be the one with which the network is back.
 */
const offlineDelayMs = 20_000
const triesOffline = 3
/** After a wake the door has to answer within this. */
const probeMs = 1000
/** A phone that was logged out looks this often whether somebody has logged in, in another tab for example. */
const loggedOutCheckMs = 30_000

export function createChannel(deps: ChannelDeps): Channel {
  const doors = deps.doors ?? createDoors('/signal')
  const nowMs = deps.nowMs ?? Date.now
  const state = signal<Connection>({ state: 'closed' })
  const sessions = signal<readonly RunningSession[] | null>(null)
  const listeners = new Set<ChannelListener>()
  const closing = new AbortController()
  let door: Door | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let beat: ReturnType<typeof setInterval> | undefined
  let heardMs = 0
  /** The account that this page began in. */
  let account: AccountRef | null = null

  const dispatch = (event: ConnectionEvent): void => {
    const before = state.peek()
    const after = nextConnection(before, event)
    if (after !== before) enter(after, before)
  }

  const enter = (after: Connection, before: Connection): void => {
    clearTimeout(timer)
    if (after.state !== 'open') {
      clearInterval(beat)
      // Only the end that this page wants waits for its last words.
      if (after.state === 'closed') door?.close()
      else door?.drop()
      door = null
    }
    state.value = after
    switch (after.state) {
      case 'opening':
        timer = setTimeout(
          () => dispatch({ type: 'failed' }),
          after.door === 'socket' ? socketDeadlineMs : eventsDeadlineMs,
        )
        openDoor(after.door)
        break
      case 'open':
        beat = setInterval(heartbeat, heartbeatMs)
        break
      case 'waiting':
        timer = setTimeout(() => dispatch({ type: 'retry' }), pauseMs(after))
        // A door that was open and broke says nothing about the log-in; one that does not open may.
        if (before.state === 'opening') void askLogin()
        break
      case 'logged-out':
        timer = setTimeout(() => enter(after, after), loggedOutCheckMs)
        // Another account is logged in, as the box has just said: only time or a person changes that.
        if (!after.foreign || after === before) void askLogin()
        break
      case 'outdated':
      case 'closed':
        break
    }
  }

  const pauseMs = ({ failures, delayMs }: Extract<Connection, { state: 'waiting' }>): number =>
    failures > triesOffline && deps.isOffline?.() === true ? Math.max(delayMs, offlineDelayMs) : delayMs

  const openDoor = (kind: DoorKind): void => {
    const opened: Door = doors[kind]({
      opened: () => write({ type: 'hello', version: protocolVersion, clientId: deps.clientId }),
      frame: (text) => {
        if (door === opened) receive(text)
      },
      closed: () => {
        if (door === opened) dispatch({ type: 'failed' })
      },
    })
    door = opened
  }

  const write = (message: ClientMessage, payload?: Payload): void => {
    door?.send(encodeFrame(message, payload === undefined ? undefined : JSON.stringify(payload)))
  }

  const receive = (text: string): void => {
    heardMs = nowMs()
    const frame = decodeFrame(serverMessageSchema, text)
    // A message of a later version that this page does not know is not its business.
    if (frame === null) return
    const message = frame.header
    batch(() => {
      switch (message.type) {
        case 'welcome':
          if (message.version !== protocolVersion) dispatch({ type: 'outdated' })
          else if ((account ??= message.account) !== message.account) {
            dispatch({ type: 'foreign' })
            // Whoever listens must not greet this box: a Baby Station would begin its session there.
            return
          } else {
            sessions.value = message.sessions
            dispatch({ type: 'welcomed', peer: message.peer, device: message.device, name: message.name })
          }
          break
        case 'sessions':
          sessions.value = message.sessions
          break
        case 'farewell':
          dispatch({ type: 'farewell', reason: message.reason })
          break
        case 'heartbeat':
        case 'started':
        case 'refused':
        case 'stopped':
        case 'signal':
        case 'unreachable':
        case 'revoked':
        case 'newcomer':
        case 'error':
          break
      }
      for (const listener of listeners) listener(message, frame.payload)
    })
  }

  const heartbeat = (): void => {
    if (nowMs() - heardMs > silenceMs) dispatch({ type: 'failed' })
    else write({ type: 'heartbeat' })
  }

  const askLogin = async (): Promise<void> => {
    const loggedIn = await deps.loggedIn()
    if (loggedIn !== null) dispatch({ type: 'member', loggedIn })
  }

  const wake = (kind: Wake): void => {
    const now = state.peek()
    if (kind === 'network' && now.state !== 'logged-out') dispatch({ type: 'network' })
    else if (now.state === 'waiting') dispatch({ type: 'retry' })
    else if (now.state === 'logged-out') void askLogin()
    else if (now.state === 'open') {
      // A page that slept cannot know whether its door is still there: ask, and do not wait for the long silence.
      heartbeat()
      // The silence was too long already, and the next attempt is on its way.
      if (state.peek().state !== 'open') return
      const askedMs = nowMs()
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (heardMs < askedMs) dispatch({ type: 'failed' })
      }, probeMs)
    }
  }

  const onWake = deps.onWake ?? listenForWakes
  onWake(wake, closing.signal)
  enter(firstConnection, state.peek())

  return {
    state,
    sessions,
    send(message, payload) {
      if (state.peek().state !== 'open') return false
      write(message, payload)
      return true
    },
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      closing.abort()
      dispatch({ type: 'close' })
    },
  }
}
