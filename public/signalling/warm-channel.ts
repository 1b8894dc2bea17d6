// A channel that is open before a Parent Station wants it: opened by the home page, so that no tap waits for a handshake.

import type { Channel } from './channel.ts'
import { openChannel } from './open-channel.ts'

/** The page that comes after home may still have to load its code. */
const coolingMs = 3000

let warm: { readonly username: string; readonly channel: Channel } | null = null
let cooling: ReturnType<typeof setTimeout> | undefined

export function warmChannel(username: string): void {
  // A channel stays with the account that it was opened for; somebody else may have logged in since.
  if (warm?.username !== username) closeWarmChannel()
  clearTimeout(cooling)
  warm ??= { username, channel: openChannel() }
}

/** The warm one or a new one; whoever takes it closes it. */
export function takeChannel(username: string): Channel {
  warmChannel(username)
  const taken = warm?.channel ?? openChannel()
  warm = null
  return taken
}

/** Nobody wants it. */
export function closeWarmChannel(): void {
  clearTimeout(cooling)
  warm?.channel.close()
  warm = null
}

/** Closes it soon, unless it is taken. */
export function coolChannel(): void {
  clearTimeout(cooling)
  cooling = setTimeout(closeWarmChannel, coolingMs)
}
