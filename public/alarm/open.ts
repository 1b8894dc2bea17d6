// The alarm of a Parent Station with what its phone offers.

import type { ReadonlySignal } from '@preact/signals'
import type { Player } from '../parent/player.ts'
import type { Cause } from './cause.ts'
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
  /** Of all babies that are watched. */
  readonly causes: ReadonlySignal<readonly Cause[]>
  readonly player: Player
  /** In the tap that says that somebody is awake. */
  heeded(): void
}

export function openAlarm({ causes, player, heeded }: AlarmRoomDeps): AlarmRoom {
  const { userActivation, serviceWorker }: Partial<Navigator> = navigator
  const { Notification: notifications }: Partial<typeof globalThis> = globalThis
  const siren = createSiren({
    page: document,
    // Long buffers: the alarm has no need to be quick, and the battery has one to last.
    createContext: () => new AudioContext({ latencyHint: 'playback' }),
    wasTapped: () => userActivation?.hasBeenActive ?? true,
  })
  const notifier = createNotifier({
    notifications,
    workers: serviceWorker,
    focus: () => window.focus(),
    path: () => location.pathname,
  })
  const alarm = createAlarm({
    causes,
    siren,
    notifier,
    vibrator: createVibrator(navigator),
    now: () => ({ nowMs: performance.now(), wallMs: Date.now() }),
    // A picture that fills the screen would hide why it sounds.
    sounds: () => player.leaveFullScreen(),
    // It is a tap, and what was blocked for want of one plays on.
    heeded() {
      if (player.blocked.peek()) player.listen()
      heeded()
    },
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
