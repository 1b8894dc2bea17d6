// How this Baby Station is set, told to its parents: to all when it changes, and to one that has just come.
//
// Each room that a parent can set something of has `parts`: for what it knows of the state, a signal. Nobody tells anything itself.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { CallId } from '../shared/protocol.ts'
import type { StationMessage, StationState } from '../shared/station-protocol.ts'

type Settings = Omit<StationState, 'type'>

/** What one room knows of the state, for example `{ torch: on }`. */
export type StateParts = { readonly [Name in keyof Settings]?: ReadonlySignal<Settings[Name]> }

export interface StationStateRoom {
  readonly state: ReadonlySignal<StationState>
  /** The last one that is added wins where two know the same. */
  add(parts: StateParts): void
  /** Call it with whatever a parent says: the first word of a call is one from a parent that has just come. */
  hear(call: CallId): void
  close(): void
}

export interface StationStateDeps {
  /** To every parent. */
  say(message: StationMessage): void
  /** The calls that are there: of those that have gone nothing is kept. */
  readonly connected: ReadonlySignal<ReadonlySet<CallId>>
}

/** Of a setting that is dragged parents see so many steps, no more: a pinch changes it with every frame. */
const everyMs = 100

/** Of a phone that has nothing to set. */
export const unset: Settings = {
  zoom: null,
  camera: null,
  torch: null,
  quality: null,
  nightPicture: null,
  soothing: null,
  nightLight: null,
  dimmed: false,
  talking: null,
  watching: [],
}

export function createStationState({ say, connected }: StationStateDeps): StationStateRoom {
  const added = signal<StateParts>({})
  const state = computed<StationState>(() => {
    const known = Object.entries(added.value).map(([name, value]) => [name, value.value] as const)
    return { type: 'state', ...unset, ...(Object.fromEntries(known) as Partial<Settings>) }
  })
  let told: ReadonlySet<CallId> = new Set()
  let due: ReturnType<typeof setTimeout> | undefined
  let saidMs = -Infinity
  let said = ''
  let closed = false

  const tell = (): void => {
    due = undefined
    saidMs = performance.now()
    said = JSON.stringify(state.peek())
    say(state.peek())
  }
  const tellSoon = (): void => {
    if (due !== undefined || closed) return
    const waitMs = saidMs + everyMs - performance.now()
    if (waitMs <= 0) tell()
    else due = setTimeout(tell, waitMs)
  }
  const stopFollowing = effect(() => {
    const now = state.value
    untracked(() => {
      if (JSON.stringify(now) !== said) tellSoon()
    })
  })

  return {
    state,
    add(parts) {
      added.value = { ...added.peek(), ...parts }
    },
    hear(call) {
      if (told.has(call)) return
      const there = connected.peek()
      told = new Set([...told, call].filter((one) => one === call || there.has(one)))
      // To all, because another one's saying it again changes nothing for the rest.
      tellSoon()
    },
    close() {
      closed = true
      clearTimeout(due)
      stopFollowing()
    },
  }
}
