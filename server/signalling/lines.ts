// Joins a door's line to the hub, and finds an event stream's connection again for what its phone posts.

import { isUtf8 } from 'node:buffer'
import type { DeviceId } from '../../public/shared/protocol.ts'
import { createToken } from '../accounts/tokens.ts'
import type { Admission, LineEvents } from '../web/uws-exchange.ts'
import type { Connection, Hub } from './hub.ts'
import type { Caller, Line } from './peer.ts'

export interface Lines {
  /** Null when the account has as many connections as a family needs. */
  admission(caller: Caller): Admission | null
  /** False when this device has no such line: the connection has ended, or it never was this device's. */
  post(token: string, device: DeviceId, frame: Buffer): boolean
}

export function createLines(hub: Hub): Lines {
  const open = new Map<string, { device: DeviceId; connection: Connection }>()

  function join(caller: Caller, line: Line): LineEvents {
    const token = createToken()
    const connection = hub.connect(caller, line)
    open.set(token, { device: caller.device, connection })
    return {
      token,
      receive: connection.receive,
      receiveMalformed: connection.receiveMalformed,
      closed() {
        open.delete(token)
        connection.closed()
      },
    }
  }

  return {
    admission(caller) {
      if (!hub.hasRoomFor(caller)) return null
      return { open: (line) => join(caller, line) }
    },
    post(token, device, frame) {
      const entry = open.get(token)
      if (entry === undefined || entry.device !== device) return false
      // Of a socket's frames uWebSockets.js has checked it.
      if (isUtf8(frame)) entry.connection.receive(frame)
      else entry.connection.receiveMalformed()
      return true
    },
  }
}
