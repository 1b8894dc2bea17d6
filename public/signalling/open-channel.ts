// The channel as the stations open it in a browser.

import { createChannel } from './channel.ts'
import type { Channel } from './channel.ts'
import { createDoors } from './doors.ts'
import { clientId } from './client-id.ts'
import { loggedIn } from './logged-in.ts'
import type { ClientId } from '../shared/protocol.ts'
import { phoneStorage } from './storage.ts'

/** Once per page: where storage is forbidden, the id must at least last as long as the page does. */
let id: ClientId | undefined

export function openChannel(): Channel {
  id ??= clientId(phoneStorage)
  return createChannel({ clientId: id, loggedIn, isOffline })
}

/** Through the guests' door, whoever else is logged in on this phone. */
export function openGuestChannel(stillGuest: () => Promise<boolean | null>): Channel {
  id ??= clientId(phoneStorage)
  return createChannel({ clientId: id, loggedIn: stillGuest, isOffline, doors: createDoors('/guest/signal') })
}

const isOffline = (): boolean => !navigator.onLine
