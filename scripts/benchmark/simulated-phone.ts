// A phone without a browser that keeps its way to the box open by the page's own rules (public/signalling/reconnect.ts).
//
// Real phones have a processor each. These share one, which needs twice as long for a TLS connection as the box does; so only a few at a
// time begin one, and no phone's time runs before it is its turn. Otherwise they would all get on equally slowly and give up together.

import * as v from 'valibot'
import {
  clientIdSchema,
  decodeFrame,
  encodeFrame,
  heartbeatMs,
  protocolVersion,
  serverMessageSchema,
  sessionIdSchema,
} from '../../public/shared/protocol.ts'
import type { ClientMessage } from '../../public/shared/protocol.ts'
import { randomId } from '../../public/signalling/random-id.ts'
import { firstConnection, nextConnection, socketDeadlineMs } from '../../public/signalling/reconnect.ts'
import type { Connection, ConnectionEvent } from '../../public/signalling/reconnect.ts'
import type { LogIn } from './accounts.ts'
import { openSocket } from './socket.ts'
import type { Socket } from './socket.ts'

export interface SimulatedPhone {
  /** A Baby Station: its session is on. A parent: it sees one that can be reached. */
  isBack(): boolean
  close(): void
}

export interface SimulatedPhoneDeps {
  readonly url: string
  readonly logIn: LogIn
  readonly isBaby: boolean
  /** An attempt has come to nothing. */
  failed(reason: unknown): void
  readonly turns: Turns
}

/** Resolves when it is one's turn, with what ends the turn. */
export type Turns = () => Promise<() => void>

export function createTurns(atOnce: number): Turns {
  let free = atOnce
  const waiting: (() => void)[] = []
  return async () => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    return () => {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}

export function openSimulatedPhone({ url, logIn, isBaby, failed, turns }: SimulatedPhoneDeps): SimulatedPhone {
  const clientId = v.parse(clientIdSchema, randomId())
  const sessionId = v.parse(sessionIdSchema, randomId())
  let state: Connection = firstConnection
  let socket: Socket | null = null
  let isThere = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const say = (message: ClientMessage): void => socket?.send(encodeFrame(message))

  const dispatch = (event: ConnectionEvent): void => {
    const next = nextConnection(state, event)
    if (next === state) return
    state = next
    clearTimeout(timer)
    if (state.state === 'open') beat()
    else enterClosed()
  }

  const beat = (): void => {
    say({ type: 'heartbeat' })
    timer = setTimeout(beat, heartbeatMs)
  }

  const enterClosed = (): void => {
    isThere = false
    void socket?.close()
    socket = null
    if (state.state === 'waiting') timer = setTimeout(() => dispatch({ type: 'retry' }), state.delayMs)
    // A box that refuses connections has no event stream either; one that is there is asked for the socket alone.
    else if (state.state === 'opening' && state.door === 'events') dispatch({ type: 'failed' })
    else if (state.state === 'opening') void open()
  }

  const open = async (): Promise<void> => {
    const turn = state
    const endTurn = await turns()
    const isCurrent = (): boolean => state === turn
    const giveUp = setTimeout(() => isCurrent() && fail('too slow'), socketDeadlineMs)
    const fail = (reason: unknown): void => {
      failed(reason)
      dispatch({ type: 'failed' })
    }
    try {
      const opened = await openSocket(`${url}/signal`, { ...logIn })
      if (!isCurrent()) return void opened.close()
      socket = opened
      opened.listen(hear)
      void opened.closed.then(() => socket === opened && dispatch({ type: 'failed' }))
      say({ type: 'hello', version: protocolVersion, clientId })
    } catch (reason) {
      if (isCurrent()) fail(reason)
    } finally {
      clearTimeout(giveUp)
      endTurn()
    }
  }

  const hear = (text: string): void => {
    const message = decodeFrame(serverMessageSchema, text)?.header
    if (message === undefined) return
    if (message.type === 'welcome') {
      dispatch({ type: 'welcomed', peer: message.peer, device: message.device, name: message.name })
      if (isBaby) say({ type: 'start', sessionId, name: 'Nursery' })
    } else if (message.type === 'farewell') dispatch({ type: 'farewell', reason: message.reason })
    if (isBaby) isThere ||= message.type === 'started'
    else if ('sessions' in message) isThere = message.sessions.some(({ peer }) => peer !== null)
  }

  void open()
  return {
    isBack: () => state.state === 'open' && isThere,
    close: () => dispatch({ type: 'close' }),
  }
}
