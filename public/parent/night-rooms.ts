// The rooms of the night at the Parent Station, all in one piece that is loaded late.

import type { Fault } from '../proof/faults.ts'
import { faultWords } from '../proof/words.ts'
import { openAlarm } from '../alarm/open.ts'
import type { AlarmModel } from '../alarm/model.ts'
import { AlarmView } from '../alarm/view.ts'
import { createReady } from '../ready/model.ts'
import type { ReadyModel } from '../ready/model.ts'
import { readPower } from '../ready/power.ts'
import { probeTrust } from '../ready/trust.ts'
import { ReadyView } from '../ready/view.ts'
import { loadNightStyle } from '../ui/night-style.ts'
import type { Night } from './night.ts'

export interface NightRooms {
  /** What a fault is, why it is likely and what to do. */
  explain(fault: Fault): string
  readonly alarm: AlarmModel
  readonly ready: ReadyModel
  readonly AlarmView: typeof AlarmView
  readonly ReadyView: typeof ReadyView
  close(): void
}

export function openNightRooms(night: Night): NightRooms {
  const stopStyling = loadNightStyle()
  const room = openAlarm({ night, others: [] })
  const ready = createReady({
    night,
    siren: room.siren,
    notifier: room.notifier,
    power: readPower,
    trust: probeTrust,
  })
  return {
    alarm: room.alarm,
    ready,
    AlarmView,
    ReadyView,
    explain: faultWords,
    close() {
      stopStyling()
      ready.close()
      room.close()
    },
  }
}
