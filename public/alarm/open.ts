// The alarm of a Parent Station with what its phone offers.

import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Night } from '../parent/night.ts'
import type { Cause } from './cause.ts'
import { causesOf } from './causes.ts'
import { createAlarm, type AlarmModel } from './model.ts'
import { createNotifier, type Notifier } from './notify.ts'
import { createSiren, type Siren } from './siren.ts'
import { createVibrator } from './vibrate.ts'

export interface AlarmRoom {
  readonly alarm: AlarmModel
  readonly siren: Siren
  readonly notifier: Notifier
  close(): void
}

export interface AlarmRoomDeps {
  readonly night: Pick<Night, 'faults' | 'player'>
  /** What else wakes a parent. */
  readonly others: readonly ReadonlySignal<Cause | null>[]
}

export function openAlarm({ night, others }: AlarmRoomDeps): AlarmRoom {
  const { userActivation, serviceWorker }: Partial<Navigator> = navigator
  const { Notification: notifications }: Partial<typeof globalThis> = globalThis
  const siren = createSiren({
    page: document,
    // Long buffers: the alarm has no need to be quick, and the battery has one to last.
    createContext: () => new AudioContext({ latencyHint: 'playback' }),
    wasTapped: () => userActivation?.hasBeenActive ?? true,
  })
  const notifier = createNotifier({ notifications, workers: serviceWorker, focus: () => window.focus() })
  const alarm = createAlarm({
    causes: computed(() =>
      causesOf(
        night.faults.value,
        others.map((cause) => cause.value),
      ),
    ),
    siren,
    notifier,
    vibrator: createVibrator(navigator),
    now: () => ({ nowMs: performance.now(), wallMs: Date.now() }),
    // A picture that fills the screen would hide why it sounds.
    sounds: () => night.player.leaveFullScreen(),
    // It is a tap, and what was blocked for want of one plays on.
    heeded: () => night.player.blocked.peek() && night.player.listen(),
  })
  return {
    alarm,
    siren,
    notifier,
    close() {
      alarm.close()
      siren.close()
    },
  }
}
