// A parent for the tests of watch.ts, with a list, a clock and calls that it joins.

import * as v from 'valibot'
import { callIdSchema, clientIdSchema, peerIdSchema, sessionIdSchema } from '../shared/protocol.ts'
import type { CallId, ClientId, PeerId, RunningSession } from '../shared/protocol.ts'
import type { Verdict } from '../rtc/liveness.ts'
import { callsOf, isInterruptible } from './watch-state.ts'
import type { Watch } from './watch-state.ts'
import { nextWatch } from './watch.ts'
import type { WatchEvent } from './watch.ts'
import { statusOf } from './words.ts'

const id = (name: string): string => name.padEnd(22, '_')
const call = (name: string): CallId => v.parse(callIdSchema, id(name))

export function session(name: string, peer: string | null = name, station = name): RunningSession {
  return {
    id: v.parse(sessionIdSchema, id(name)),
    name: name.replace(/\d/, ''),
    startedAt: '2026-01-01T00:00:00.000Z',
    station: v.parse(clientIdSchema, id(station)),
    peer: peer === null ? null : v.parse(peerIdSchema, id(peer)),
    lost: peer === null,
  }
}

/** A parent with its list and its clock; every join gets the next call id: c1, c2, ... */
export function parent(...sessions: readonly RunningSession[]) {
  let watch: Watch = { state: 'idle' }
  let list: readonly RunningSession[] | null = sessions
  let nowMs = 0
  let calls = 1
  let last: ClientId | null = null
  let wasLive = false
  let own: PeerId = v.parse(peerIdSchema, id('me'))
  const dispatch = (event: WatchEvent): void => {
    const freshCall = call(`c${calls}`)
    watch = nextWatch(watch, event, { nowMs, sessions: list, own: list === null ? null : own, last, freshCall })
    if (callsOf(watch).includes(freshCall)) calls += 1
    wasLive = watch.state !== 'stopped' && (wasLive || isLive())
  }
  const isLive = (): boolean => watch.state === 'playing' && watch.verdict === 'live'
  return {
    see(...next: readonly RunningSession[]) {
      list = next
      dispatch({ type: 'look' })
    },
    loseBox() {
      list = null
      dispatch({ type: 'look' })
    },
    pass(ms: number) {
      for (let left = ms; left > 0; left -= 500) {
        nowMs += Math.min(500, left)
        dispatch({ type: 'look' })
      }
    },
    /** Through another connection to the box. */
    comeBack(...next: readonly RunningSession[]) {
      own = v.parse(peerIdSchema, id(`me${nowMs}`))
      list = next
      dispatch({ type: 'look' })
    },
    wake: () => dispatch({ type: 'wake' }),
    offered: (name: string) => dispatch({ type: 'offered', call: call(name) }),
    media: (name: string, verdict: Verdict) => dispatch({ type: 'media', call: call(name), verdict }),
    failed: (name: string) => dispatch({ type: 'failed', call: call(name) }),
    stopped: (which: RunningSession) => dispatch({ type: 'stopped', sessionId: which.id }),
    choose: (which: RunningSession) => dispatch({ type: 'choose', session: which }),
    live(name: string) {
      this.offered(name)
      this.media(name, 'live')
    },
    remember: (which: RunningSession) => (last = which.station),
    interruptible: () => isInterruptible(watch, wasLive, nowMs),
    state: () => watch.state,
    joins: () => calls - 1,
    // That what plays is proven, proof.test.ts tests.
    status: () => statusOf(watch, { live: isLive(), wasLive }),
    calls: () => callsOf(watch).map((name) => name.replace(/_+$/, '')),
    target: () => ('target' in watch ? watch.target.sessionId.replace(/_+$/, '') : null),
  }
}
