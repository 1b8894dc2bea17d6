// The alarm at work: what alarm.ts decides is sounded, shaken and shown until somebody heeds it.

import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { nightText } from '../text/en-night.ts'
import { firstAlarm, nextAlarm, shownOf, type Alarm, type AlarmEvent, type Moment } from './alarm.ts'
import type { Cause } from './cause.ts'
import type { Notifier } from './notify.ts'
import type { Siren } from './siren.ts'
import type { Vibrator } from './vibrate.ts'

export interface AlarmModel {
  readonly alarm: ReadonlySignal<Alarm>
  /** The causes to show, the worst first. */
  readonly shown: ReadonlySignal<readonly Cause[]>
  /** Whether it could be heard. */
  readonly audible: ReadonlySignal<boolean>
  /** Date.now(), while there is something to tell the age of. */
  readonly wallMs: ReadonlySignal<number>
  /** Whole seconds until a pause ends; null when there is none. */
  readonly pauseLeftS: ReadonlySignal<number | null>
  /** "I am awake": these causes are silent from now on, a new one is not. */
  acknowledge(): void
  pause(): void
  /** What is over has been read. */
  seen(): void
  close(): void
}

export interface AlarmDeps {
  readonly causes: ReadonlySignal<readonly Cause[]>
  readonly siren: Siren
  readonly notifier: Notifier
  readonly vibrator: Vibrator
  now(): Moment
  /** It begins to sound; what fills the screen has to make room. */
  sounds(): void
  /** In the tap that says that somebody is awake. */
  heeded(): void
}

/** Close enough to 5 s, and rare enough for a hidden page. */
const lookMs = 250

export function createAlarm(deps: AlarmDeps): AlarmModel {
  const { causes, siren, notifier, vibrator } = deps
  const alarm = signal<Alarm>(firstAlarm)
  const moment = signal(deps.now())
  let closed = false

  const happen = (event: AlarmEvent): void => {
    if (closed) return
    moment.value = deps.now()
    alarm.value = nextAlarm(alarm.peek(), event, moment.peek())
  }

  const shown = computed(() => shownOf(alarm.value))
  const loudness = computed(() => (alarm.value.state === 'sounding' ? alarm.value.loudness : null))
  /** Which causes sound now, as one value that changes when they do. */
  const sounding = computed(() =>
    alarm.value.state === 'sounding' ? shown.value.map(({ kind, baby }) => `${kind} ${baby}`).join() : '',
  )
  const isRestless = computed(() => alarm.value.state !== 'quiet')

  const stops = [
    effect(() => happen({ type: 'causes', causes: causes.value })),
    effect(() => {
      if (!isRestless.value) return
      const clock = setInterval(() => happen({ type: 'tick' }), lookMs)
      return () => clearInterval(clock)
    }),
    effect(() => {
      siren.sound(loudness.value)
      vibrator.shake(loudness.value)
    }),
    effect(() => {
      const [worst] = sounding.value === '' ? [] : shown.peek()
      if (worst === undefined) return
      deps.sounds()
      notifier.show(worst.sentence, nightText.alarm.notification(worst.advice ?? ''))
      return () => notifier.clear()
    }),
  ]

  return {
    alarm,
    shown,
    audible: siren.audible,
    wallMs: computed(() => moment.value.wallMs),
    pauseLeftS: computed(() =>
      alarm.value.state === 'paused' ? Math.max(0, Math.ceil((alarm.value.untilMs - moment.value.nowMs) / 1000)) : null,
    ),
    acknowledge() {
      deps.heeded()
      happen({ type: 'acknowledge' })
    },
    pause: () => happen({ type: 'pause' }),
    seen: () => happen({ type: 'seen' }),
    close() {
      if (closed) return
      closed = true
      for (const stop of stops) stop()
      siren.sound(null)
      vibrator.close()
      notifier.close()
    },
  }
}
