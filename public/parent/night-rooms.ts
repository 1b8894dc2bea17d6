// The rooms of the night at the Parent Station, all in one piece that is loaded late.

import { computed } from '@preact/signals'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import type { AlarmModel } from '../alarm/model.ts'
import { openAlarm } from '../alarm/open.ts'
import { AlarmView } from '../alarm/view.ts'
import { createMovementWatch } from '../movement/movement-watch.ts'
import { createGate } from '../noise/gate.ts'
import { createNoise } from '../noise/noise.ts'
import type { Fault } from '../proof/faults.ts'
import { faultWords } from '../proof/words.ts'
import { createReady } from '../ready/model.ts'
import { readPower } from '../ready/power.ts'
import { probeTrust } from '../ready/trust.ts'
import { ongoingOf } from '../timeline/ongoing.ts'
import { createTimeline } from '../timeline/timeline.ts'
import { createTimelineView } from '../timeline/view-model.ts'
import { loadNightStyle } from '../ui/night-style.ts'
import { NightView } from './night-view.ts'
import type { Night } from './night.ts'

export interface NightRooms {
  /** What a fault is, why it is likely and what to do. */
  explain(fault: Fault): string
  readonly alarm: AlarmModel
  readonly AlarmView: typeof AlarmView
  View(): ComponentChildren
  close(): void
}

/** @param username whose timeline is kept; null keeps none */
export function openNightRooms(night: Night, username: string | null): NightRooms {
  const stopStyling = loadNightStyle()
  const noise = createNoise(night)
  const gate = createGate(night, noise)
  const movement = createMovementWatch(night)
  const room = openAlarm({ night, others: [noise.noiseCause, movement.movementCause] })
  const ready = createReady({
    night,
    siren: room.siren,
    notifier: room.notifier,
    power: readPower,
    trust: probeTrust,
  })
  const found = { alarm: room.alarm.alarm, noise: noise.noiseCause, movement: movement.movementCause }
  const timeline = username === null ? null : createTimeline({ night, username, ongoing: ongoingOf(found) })
  const timelineView = timeline === null ? null : createTimelineView({ timeline })
  const model = {
    dropped: computed(() => night.report.value?.dropped ?? 0),
    ready,
    sounds: { noise, gate },
    movement: { movement, playing: night.playing },
    timeline: timelineView,
  }
  return {
    explain: faultWords,
    alarm: room.alarm,
    AlarmView,
    View: () => h(NightView, { model }),
    close() {
      stopStyling()
      timelineView?.close()
      timeline?.close()
      ready.close()
      room.close()
      gate.close()
      movement.close()
      noise.close()
    },
  }
}
