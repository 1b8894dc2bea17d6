// What the Parent Station says about its state: one of four words.

import type { Watch } from './watch-state.ts'

export type Status = 'connecting' | 'live' | 'reconnecting' | 'stopped'

/** What is proven now, and whether this Baby Station was live here before. */
export interface Proven {
  readonly live: boolean
  readonly wasLive: boolean
}

/** Live is what is proven from end to end; that a call is there is no proof. */
export function statusOf(watch: Watch, proven: Proven): Status {
  const notLive = proven.wasLive ? 'reconnecting' : 'connecting'
  switch (watch.state) {
    case 'idle':
      return 'connecting'
    case 'joining':
    case 'restarting':
    case 'waiting':
      return watch.trouble.again ? 'reconnecting' : notLive
    case 'playing':
      return proven.live ? 'live' : notLive
    case 'stopped':
      return 'stopped'
    case 'gone':
      return 'reconnecting'
  }
}
