// Who listens: which parents are there, and which have dropped out without taking leave. Pure; calls.ts says what happens.
//
// A phone that comes back makes another call, so a call that begins to be heard takes the place of one of the same log-in
// that has dropped out. It is never told apart whether two calls of one log-in are one phone or two.

import type { CallId, DeviceId } from '../shared/protocol.ts'

export interface Parent {
  readonly device: DeviceId
  readonly state: 'here' | 'dropped'
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

export function countOf(now: Parents): { readonly here: number; readonly hearing: number; readonly dropped: number } {
  const all = [...now.values()]
  const here = all.filter(({ state }) => state === 'here')
  return { here: here.length, hearing: here.filter(({ hears }) => hears).length, dropped: all.length - here.length }
}
