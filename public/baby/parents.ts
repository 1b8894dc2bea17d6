// Who listens: which parents are there, and which have dropped out without taking leave. Pure; calls.ts says what happens.
//
// A phone that comes back makes another call, so a call that begins to be heard takes the place of one of the same log-in
// that has dropped out. It is never told apart whether two calls of one log-in are one phone or two.

import type { CallId, DeviceId } from '../shared/protocol.ts'

export interface Parent {
  readonly device: DeviceId
  /** `unheard`: it gets sound and picture and says nothing, or no more. */
  readonly state: 'here' | 'dropped' | 'unheard'
  /** It has said that it plays the sound aloud. */
  readonly hears: boolean
  /** What its phone is called, as it says itself. */
  readonly name: string | null
}

export type Parents = ReadonlyMap<CallId, Parent>

export type ParentsEvent =
  /** It has said that it is there. */
  | {
      readonly type: 'listening'
      readonly call: CallId
      readonly device: DeviceId
      readonly hears: boolean
      readonly name?: string | undefined
    }
  /** It is out of reach, or its call has ended and it did not say why. */
  | { readonly type: 'silent'; readonly call: CallId }
  /** It took leave, or a person ended its log-in. */
  | { readonly type: 'left'; readonly call: CallId }

export const nobody: Parents = new Map()

/** A parent that says nothing for this long has dropped out: it says that it is there each second, and Wi-Fi blips take 3 s. */
export const silentMs = 5000

export function nextParents(now: Parents, event: ParentsEvent): Parents {
  const { call } = event
  const known = now.get(call)
  switch (event.type) {
    case 'listening': {
      const { device, hears, name = null } = event
      if (known?.state === 'here' && known.hears === hears && known.name === name) return now
      const next = new Map(now)
      if (known === undefined) {
        const former = [...now].find(([, parent]) => parent.device === device && parent.state === 'dropped')
        if (former !== undefined) next.delete(former[0])
      }
      return next.set(call, { device, state: 'here', hears, name })
    }
    case 'silent': {
      if (known?.state !== 'here') return now
      return new Map(now).set(call, { ...known, state: 'dropped', hears: false })
    }
    case 'left': {
      if (known === undefined) return now
      const next = new Map(now)
      next.delete(call)
      return next
    }
  }
}

/** Guests are there, but a parent may not rely on them: they neither hear it nor drop out. */
export function countOf(
  now: Parents,
  connected: ReadonlySet<CallId>,
  isGuest: (device: DeviceId) => boolean,
): { readonly here: number; readonly hearing: number; readonly dropped: number } {
  const here = new Set(connected)
  for (const [call, { state }] of now) if (state === 'here') here.add(call)
  const members = [...now.values()].filter(({ device }) => !isGuest(device))
  return {
    here: here.size,
    hearing: members.filter(({ state, hears }) => state === 'here' && hears).length,
    dropped: members.filter(({ state }) => state === 'dropped').length,
  }
}

/** And those that get sound and picture without saying so: who watches is not left to who watches to tell. */
export function withUnheard(
  now: Parents,
  connected: ReadonlySet<CallId>,
  deviceOf: (call: CallId) => DeviceId | undefined,
): Parents {
  const all = new Map(now)
  for (const call of connected) {
    const known = now.get(call)
    const device = known?.device ?? deviceOf(call)
    if (device === undefined || known?.state === 'here') continue
    all.set(call, { device, state: 'unheard', hears: false, name: known?.name ?? null })
  }
  return all
}
