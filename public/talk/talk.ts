// The Parent Station's side of Talk. The way for the voice is there from the beginning of the call; here the microphone is put on it while
// a person holds the button, and the baby's phone is told.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { StationMessage, StationState } from '../shared/station-protocol.ts'
import type { Microphone } from './microphone.ts'
import { idle, isHeld, nextTalk } from './talk-state.ts'
import type { Talk, TalkEvent } from './talk-state.ts'

export interface TalkModel {
  readonly talk: ReadonlySignal<Talk>
  /** Somebody else who talks to the baby, as that phone is called. */
  readonly other: ReadonlySignal<string | null>
  /** Whether this phone or another one talks to the baby: its own sound stands back then. */
  readonly somebody: ReadonlySignal<boolean>
  press(): void
  release(): void
  close(): void
}

/** What of the night is needed here. */
export interface TalkNight {
  readonly state: ReadonlySignal<StationState | null>
  say(message: StationMessage): boolean
  /** Sends it to the baby; null sends nothing. */
  speak(track: MediaStreamTrack | null): void
  /** False when it was started before it could; null while there is no call. */
  takesVoice(): boolean | null
  /** Whether this phone's voice is played, each time that the baby says so. */
  onFloor(listener: (yours: boolean) => void): () => void
}

export interface TalkDeps {
  readonly night: TalkNight
  readonly microphone: Microphone
  readonly now?: () => number
  readonly page?: Pick<Document, 'addEventListener' | 'visibilityState'>
}

/** How often the baby is told that it goes on. */
const sayMs = 1000

export function createTalk({ night, microphone, now = () => performance.now(), page = document }: TalkDeps): TalkModel {
  const talk = signal<Talk>(idle)
  const closing = new AbortController()
  let clock: ReturnType<typeof setInterval> | undefined

  const dispatch = (event: TalkEvent): void => {
    talk.value = nextTalk(talk.peek(), event, now())
  }
  const say = (): void => {
    dispatch({ type: 'look' })
    if (isHeld(talk.peek()) && !night.say({ type: 'talk', on: true })) dispatch({ type: 'away' })
  }
  const ask = async (): Promise<void> => {
    const why = await microphone.open()
    dispatch(why === null ? { type: 'opened' } : { type: 'refused', why })
    if (!isHeld(talk.peek())) microphone.rest()
  }
  const press = (): void => {
    const takes = night.takesVoice()
    const way = takes === null ? 'away' : takes ? 'there' : 'old'
    dispatch({ type: 'press', way, open: microphone.track !== null })
    if (talk.peek().state === 'asking') void ask()
  }
  const release = (): void => dispatch({ type: 'release' })

  const held = computed(() => isHeld(talk.value))
  const isSent = computed(() => talk.value.state === 'talking')
  /** The baby says of this phone that it talks, for a moment longer than it does. */
  const isEcho = signal(false)
  const theirs = computed(() => night.state.value?.talking ?? null)
  const stopFollowing = [
    effect(() => {
      if (theirs.value === null && !isSent.value) isEcho.value = false
    }),
    effect(() => {
      const voice = isSent.value
      untracked(() => night.speak(voice ? microphone.track : null))
    }),
    effect(() => {
      if (!held.value) return
      untracked(() => {
        // Keeps what is there: it would be given back in the middle of a sentence.
        void microphone.open()
        say()
        clock = setInterval(say, sayMs)
      })
      return () => {
        clearInterval(clock)
        night.say({ type: 'talk', on: false })
        microphone.rest()
      }
    }),
  ]
  const stopListening = night.onFloor((yours) => {
    isEcho.value = yours
    dispatch({ type: 'floor', yours })
  })
  microphone.onLost(() => dispatch({ type: 'refused', why: 'taken' }))
  // No button is held in a page that nobody sees.
  page.addEventListener('visibilitychange', () => page.visibilityState === 'hidden' && release(), {
    signal: closing.signal,
  })

  return {
    talk,
    other: computed(() => (isSent.value || isEcho.value ? null : theirs.value)),
    somebody: computed(() => isSent.value || theirs.value !== null),
    press,
    release,
    close() {
      if (closing.signal.aborted) return
      closing.abort()
      release()
      for (const stop of stopFollowing) stop()
      stopListening()
      night.speak(null)
      microphone.close()
    },
  }
}
