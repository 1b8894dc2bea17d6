// "Ready for the night?": looks at both phones for 10 s and lets a person say whether the alarm was heard.

import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Notifier } from '../alarm/notify.ts'
import type { Siren } from '../alarm/siren.ts'
import type { Night } from '../parent/night.ts'
import { evaluate, type Line } from './evaluate.ts'
import { nothingSeen, withReport, withWay, type Evidence, type Power, type Trust } from './evidence.ts'
import { readWay } from './way.ts'

export interface ReadyModel {
  readonly state: ReadonlySignal<ReadyState>
  readonly lines: ReadonlySignal<readonly Line[]>
  /** Call in a tap: it plays the alarm. Once more, it begins anew. */
  check(): void
  /** Whether the alarm was heard. */
  answer(heard: boolean): void
  playAgain(): void
  /** Call in a tap. */
  allowNotifications(): void
  leave(): void
  close(): void
}

export type ReadyState =
  | { readonly state: 'closed' }
  | { readonly state: 'checking'; readonly leftS: number }
  | { readonly state: 'done' }

export interface ReadyDeps {
  readonly night: Pick<Night, 'awake' | 'playing' | 'onReport' | 'stats'>
  readonly siren: Siren
  readonly notifier: Notifier
  /** Null where the browser does not tell. */
  power(): Promise<Power | null>
  trust(): Promise<Trust>
}

export const checkS = 10
const lookMs = 1000

export function createReady(deps: ReadyDeps): ReadyModel {
  const { night, siren, notifier } = deps
  const state = signal<ReadyState>({ state: 'closed' })
  const seen = signal<Evidence>(nothingSeen)
  /** What began before the check was begun anew says nothing any more. */
  let round = 0
  let timer: ReturnType<typeof setInterval> | undefined
  let stopListening = (): void => undefined

  const see = (part: Partial<Evidence>): void => {
    seen.value = { ...seen.peek(), ...part }
  }

  const lookAtWay = async (mine: number): Promise<void> => {
    const report = await night.stats().catch(() => null)
    if (report !== null && mine === round) seen.value = withWay(seen.peek(), readWay(report))
  }

  const stop = (): void => {
    round += 1
    clearInterval(timer)
    stopListening()
  }

  const tryOut = (): void => {
    siren.tryOut()
    see({ heard: 'asked' })
  }

  const check = (): void => {
    stop()
    const mine = round
    seen.value = nothingSeen
    state.value = { state: 'checking', leftS: checkS }
    tryOut()
    void lookAtWay(mine)
    void deps.power().then((power) => mine === round && see({ power }))
    void deps.trust().then((trust) => mine === round && see({ trust }))
    stopListening = night.onReport((report) => (seen.value = withReport(seen.peek(), report)))
    timer = setInterval(() => void look(mine), lookMs)
  }

  const look = async (mine: number): Promise<void> => {
    const now = state.peek()
    if (now.state !== 'checking') return
    const leftS = now.leftS - 1
    state.value = { state: 'checking', leftS }
    if (leftS > 0) return void lookAtWay(mine)
    clearInterval(timer)
    await lookAtWay(mine)
    if (mine !== round) return
    stopListening()
    see({ over: true })
    state.value = { state: 'done' }
  }

  const stopFollowing = effect(() => {
    const awake = night.awake.state.value
    const now = {
      audible: siren.audible.value,
      notifications: notifier.permission.value,
      awake: awake === 'on' || awake === 'unavailable' ? awake : 'paused',
      picture: night.playing.value?.picture ?? false,
    } as const
    // Each round begins with nothing seen.
    if (state.value.state !== 'closed') see(now)
  })

  return {
    state,
    lines: computed(() => evaluate(seen.value)),
    check,
    answer: (heard) => see({ heard: heard ? 'yes' : 'no' }),
    playAgain: tryOut,
    allowNotifications: () => notifier.ask(),
    leave() {
      stop()
      state.value = { state: 'closed' }
    },
    close() {
      stop()
      stopFollowing()
    },
  }
}
