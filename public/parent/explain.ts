// The explanations that belong to what the Parent Station says about its state. Pure.

import type { Connection } from '../signalling/reconnect.ts'
import { explainMs } from '../rtc/recovery.ts'
import type { Watch } from './watch-state.ts'

export type Explanation =
  | 'choose'
  | 'cannot-reach'
  | 'lost'
  | 'gone'
  | 'start-again'
  | 'box-away'
  | 'box-away-playing'
  | 'logged-out'
  | 'outdated'

export interface Seen {
  readonly watch: Watch
  readonly channel: Connection
  /** How many Baby Stations can be joined; null until the box has said so. */
  readonly reachable: number | null
  /** It was watched before the page was loaded anew, and the box does not list it. */
  readonly missed: boolean
  readonly nowMs: number
  /** A fault of the link is named already. */
  readonly faulty: boolean
}

/** What is the matter with the Baby Station first, then what is the matter with the box. */
export function explain(seen: Seen): readonly Explanation[] {
  const box = aboutBox(seen.watch, seen.channel)
  return [...aboutStation(seen, box), ...box]
}

function aboutStation(
  { watch, reachable, missed, nowMs, faulty }: Seen,
  box: readonly Explanation[],
): readonly Explanation[] {
  switch (watch.state) {
    case 'idle':
      // Without the box nothing that the list says is sure, and nothing of it can be had.
      if (reachable === null || box.length > 0) return []
      if (missed) return ['gone']
      // An empty list is said by the view itself, at once.
      return reachable === 0 ? [] : ['choose']
    case 'joining':
    case 'restarting':
    case 'waiting':
      if (faulty) return []
      if (watch.target.lost) return box.includes('box-away') ? [] : ['lost']
      // Without the box nothing is tried.
      return box.length === 0 && nowMs - watch.trouble.sinceMs >= explainMs ? ['cannot-reach'] : []
    case 'playing':
      return []
    case 'stopped':
      return ['start-again']
    case 'gone':
      return ['gone']
  }
}

function aboutBox(watch: Watch, channel: Connection): readonly Explanation[] {
  switch (channel.state) {
    case 'logged-out':
      return ['logged-out']
    case 'outdated':
      return ['outdated']
    case 'waiting':
    case 'opening':
      // One failure is a hiccup; the first second of a page is none at all.
      if (channel.failures < 2) return []
      return watch.state === 'playing' ? ['box-away-playing'] : ['box-away']
    case 'open':
    case 'closed':
      return []
  }
}
