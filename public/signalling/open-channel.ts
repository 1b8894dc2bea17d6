// The channel as the stations open it in a browser.

import { createChannel } from './channel.ts'
import type { Channel } from './channel.ts'
import { clientId } from './client-id.ts'
import { loggedIn } from './logged-in.ts'
import { phoneStorage } from './storage.ts'

export function openChannel(): Channel {
  return createChannel({ clientId: clientId(phoneStorage), loggedIn })
}
