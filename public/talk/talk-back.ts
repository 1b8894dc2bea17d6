// The Baby Station's side of Talk: gives one parent at a time the floor, plays what it says, and tells who it is.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Parent } from '../baby/parents.ts'
import { nameOf } from '../baby/watchers.ts'
import { receivedDb } from '../rtc/received-level.ts'
import type { CallId } from '../shared/protocol.ts'
import type { StationMessage } from '../shared/station-protocol.ts'
import { createPaced } from '../shared/paced.ts'
import type { Paced } from '../shared/paced.ts'
import { talkText } from '../text/en-talk.ts'
import { free, nextFloor } from './floor.ts'
import type { Floor, FloorEvent } from './floor.ts'
import type { Loudspeaker } from './loudspeaker.ts'

export interface TalkBack {
  /** What a parent says over its call. */
  hear(call: CallId, message: StationMessage): void
  /** Who talks, as that phone is called; null when nobody does. */
  readonly talking: ReadonlySignal<string | null>
  /** How loud it is played at this moment, in dB of full scale; null for nothing. */
  playingDb(): number | null
  close(): void
}

export interface TalkBackDeps {
  readonly calls: {
    readonly connected: ReadonlySignal<ReadonlySet<CallId>>
    readonly everybody: ReadonlySignal<ReadonlyMap<CallId, Pick<Parent, 'device' | 'name'>>>
    say(message: StationMessage, only: CallId): void
    receiver(call: CallId): Pick<RTCRtpReceiver, 'track' | 'getStats'> | undefined
  }
  readonly loudspeaker: Loudspeaker
  readonly now?: () => number
}

/** A phone that has gone mad presses a thousand times a second; a thumb does not. */
const paceMs = 100
/** As often as the microphone is measured. */
const lookMs = 100

export function createTalkBack({ calls, loudspeaker, now = () => performance.now() }: TalkBackDeps): TalkBack {
  const floor = signal<Floor>(free)
  /** What those that want to talk were told last. */
  const told = new Map<CallId, boolean>()
  /** What each of them wants. */
  const wishes = new Map<CallId, Paced<boolean>>()
  let playingDb: number | null = null
  let clock: ReturnType<typeof setInterval> | undefined

  const holder = computed(() => (floor.value.state === 'taken' ? floor.value.by : null))
  const receiver = () => {
    const by = holder.peek()
    return by === null ? undefined : calls.receiver(by)
  }

  const apply = (event: FloorEvent): void => {
    floor.value = nextFloor(floor.peek(), event, now())
  }
  /** A phone that was cut off in the middle of a sentence goes on in another call, while the first is still thought to be there. */
  const takeOver = (call: CallId): void => {
    const everybody = calls.everybody.peek()
    const by = holder.peek()
    const device = everybody.get(call)?.device
    if (by === null || by === call || device === undefined || everybody.get(by)?.device !== device) return
    apply({ type: 'talk', call: by, on: false })
  }
  const tell = (call: CallId): void => {
    const yours = holder.peek() === call
    if (told.get(call) === yours) return
    told.set(call, yours)
    calls.say({ type: 'floor', yours }, call)
  }

  const take = (call: CallId, on: boolean): void => {
    if (on) takeOver(call)
    apply({ type: 'talk', call, on })
    if (on) tell(call)
    else told.delete(call)
  }
  const forget = (isGone: (call: CallId) => boolean): void => {
    for (const [call, wish] of wishes) {
      if (!isGone(call)) continue
      wish.close()
      wishes.delete(call)
      told.delete(call)
    }
  }

  const look = async (by: CallId): Promise<void> => {
    apply({ type: 'look', connected: calls.connected.peek() })
    const from = receiver()
    const db = from === undefined ? null : await receivedDb(from).catch(() => null)
    if (holder.peek() === by) playingDb = db
  }

  const stopFollowing = [
    effect(() => {
      const by = holder.value
      untracked(() => {
        clearInterval(clock)
        playingDb = null
        if (by !== null) clock = setInterval(() => void look(by), lookMs)
        loudspeaker.play(receiver()?.track ?? null)
      })
    }),
    effect(() => {
      const connected = calls.connected.value
      untracked(() => {
        forget((call) => !connected.has(call))
        apply({ type: 'look', connected })
      })
    }),
  ]

  return {
    talking: computed(() => {
      const by = holder.value
      return by === null ? null : (nameOf(calls.everybody.value.get(by)?.name) ?? talkText.somebody)
    }),
    hear(call, message) {
      if (message.type !== 'talk') return
      const wish = wishes.get(call) ?? createPaced(paceMs, (on: boolean) => take(call, on))
      wishes.set(call, wish)
      wish.do(message.on)
    },
    playingDb: () => playingDb,
    close() {
      for (const stop of stopFollowing) stop()
      clearInterval(clock)
      forget(() => true)
      floor.value = free
      loudspeaker.close()
    },
  }
}
