// Joins a door's line to the hub, and finds an event stream's connection again for what its phone posts.

import type { DeviceId } from '../../public/shared/protocol.ts'
import { createToken } from '../accounts/tokens.ts'
import type { Admission } from '../web/uws-exchange.ts'
import type { Connection, Hub } from './hub.ts'
import type { Caller } from './peer.ts'

export interface Lines {
  admission(caller: Caller): Admission
  /** False when this device has no such line: the connection has ended, or it never was this device's. */
  post(token: string, device: DeviceId, frame: string): boolean
}

export function createLines(hub: Hub): Lines {
  const open = new Map<string, { device: DeviceId; connection: Connection }>()
  return {
    admission: (caller) => ({
      open(line) {
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
      },
    }),
    post(token, device, frame) {
      const entry = open.get(token)
      if (entry === undefined || entry.device !== device) return false
      entry.connection.receive(frame)
      return true
    },
  }
}
