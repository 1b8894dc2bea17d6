// The rooms of the night at the Parent Station, all in one piece that is loaded late.

import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import type { AlarmModel } from '../alarm/model.ts'
import { openAlarm } from '../alarm/open.ts'
import { AlarmView } from '../alarm/view.ts'
import { registerApp } from '../app/register.ts'
import { createRemoteCamera } from '../camera/remote-camera.ts'
import { createBedside } from '../bedside/bedside.ts'
import { createCondition } from '../condition/condition.ts'
import { createRemoteDim } from '../dim/remote-dim.ts'
import { createBabies } from '../grid/babies.ts'
import { focusedMovement, focusedNight, focusedNoise } from '../grid/focused.ts'
import { createGrid } from '../grid/grid.ts'
import { createGridMemory } from '../grid/memory.ts'
import { LargeName, Tiles, Whose } from '../grid/tiles.ts'
import { createTimelines } from '../grid/timelines.ts'
import { createGate } from '../noise/gate.ts'
import { createBattery } from '../proof/battery.ts'
import { createReady } from '../ready/model.ts'
import { readPower } from '../ready/power.ts'
import { probeTrust } from '../ready/trust.ts'
import { createHabit } from '../soothing/habit.ts'
import { createRemoteSoothing } from '../soothing/remote-soothing.ts'
import { TalkView } from '../talk/talk-view.ts'
import { LevelView } from '../sound/level-view.ts'
import { createSound } from '../sound/sound.ts'
import { createStopwatch } from '../stopwatch/stopwatch.ts'
import type { RunningSession } from '../shared/protocol.ts'
import { phoneStorage, tabStorage } from '../signalling/storage.ts'
import { createTimelineView } from '../timeline/view-model.ts'
import { loadNightStyle } from '../ui/night-style.ts'
import { createExplaining, Explanations } from './explanations.ts'
import { NightView } from './night-view.ts'
import type { Several } from './model.ts'

export interface NightRooms {
  /** They can be shown as they are meant to look. */
  readonly styled: Promise<void>
  /** What is wrong, why that is likely and what to do. */
  Explanations(props: { readonly guest: boolean }): ComponentChildren
  readonly alarm: AlarmModel
  readonly AlarmView: typeof AlarmView
  /** Under the controls, within reach of the same thumb. */
  Talk(): ComponentChildren
  /** How loud the baby is. */
  Level(): ComponentChildren
  View(): ComponentChildren
  /** A station was tapped in the list; false leaves it to whoever watches one. */
  choose(session: RunningSession): boolean
  /** How the babies are laid out, as classes; empty for one. */
  readonly layout: ReadonlySignal<string>
  /** The other babies. */
  Tiles(): ComponentChildren
  /** The name of the large one, while there are others. */
  LargeName(): ComponentChildren
  /** Whom the status and the controls are about, while there are others. */
  Whose(): ComponentChildren
  close(): void
}

/** @param username whose timeline is kept; null keeps none */
export function openNightRooms(several: Several, username: string | null): NightRooms {
  const style = loadNightStyle()
  const explaining = createExplaining(several)
  registerApp()
  const { night, close: closeFocus } = focusedNight(computed(() => several.focus.value.night))
  const babies = createBabies(several)
  const noise = focusedNoise(computed(() => babies.focus.value.noise))
  const movement = focusedMovement(computed(() => babies.focus.value.movement))
  const grid = createGrid({ several, babies, memory: createGridMemory(tabStorage, phoneStorage, username ?? '') })
  const isSilenced = computed(() => !grid.ears.audible.value.has(babies.focus.value))
  const gate = createGate(
    {
      ...night,
      player: { ...night.player, muted: computed(() => night.player.muted.value || isSilenced.value) },
    },
    noise,
  )
  const sound = createSound(
    night,
    username,
    computed(() => gate.state.value !== 'off'),
  )
  const room = openAlarm({ causes: babies.causes, player: night.player, heeded: () => grid.listen() })
  const ready = createReady({
    night,
    siren: room.siren,
    notifier: room.notifier,
    power: readPower,
    trust: probeTrust,
  })
  const timeline =
    username === null
      ? null
      : createTimelines({ babies, alarm: room.alarm.alarm, recording: several.recording, username })
  const timelineView = timeline === null ? null : createTimelineView({ timeline })
  const dim = createRemoteDim(night)
  const soothing = createRemoteSoothing(night)
  const hush = {
    on: computed(() => noise.settings.value.gate),
    set: (on: boolean) => noise.set({ gate: on }),
  }
  const condition = createCondition(night)
  const battery = createBattery()
  const startedMs = computed(() => {
    const baby = several.channel.sessions.value?.find(({ station }) => station === night.station.value?.id)
    return baby === undefined ? null : Date.parse(baby.startedAt)
  })
  const camera = username === null ? null : createRemoteCamera(night)
  const model = {
    grid,
    dropped: computed(() => night.report.value?.dropped ?? 0),
    power: battery.power,
    sound,
    ready,
    sounds: { noise, gate },
    movement: { movement, playing: night.playing },
    timeline: timelineView,
    glance: { condition, heard: noise, startedMs },
    bedside: createBedside({
      babies: computed(() =>
        babies.all.value.map(({ watched: { night: of } }) => ({
          name: of.station.value?.name ?? '',
          status: of.status.value,
        })),
      ),
      heeded: computed(() => {
        const { state } = room.alarm.alarm.value
        const isHeeded = state === 'acknowledged' || state === 'paused'
        return isHeeded ? room.alarm.shown.value.map(({ sentence }) => sentence) : []
      }),
      muted: night.player.muted,
      power: battery.power,
      levels: sound.levels,
      heard: noise,
    }),
    stopwatch: username === null ? null : createStopwatch({ username, storage: phoneStorage }),
    // Guests change nothing.
    room: camera === null ? null : { camera, dim, soothing: { controls: soothing, habits: createHabit(), hush } },
  }
  return {
    styled: style.loaded,
    Explanations: ({ guest }) => h(Explanations, { model: explaining, guest }),
    alarm: room.alarm,
    AlarmView,
    Talk: () => (sound.talk === null ? null : h(TalkView, { model: sound.talk })),
    Level: () => h(LevelView, { levels: sound.levels }),
    View: () => h(NightView, { model }),
    choose: (session) => grid.choose(session),
    layout: grid.layout,
    Whose: () => h(Whose, { grid }),
    Tiles: () => h(Tiles, { grid }),
    LargeName: () => h(LargeName, { grid }),
    close() {
      style.close()
      timelineView?.close()
      timeline?.close()
      ready.close()
      room.close()
      camera?.close()
      dim.close()
      soothing.close()
      battery.close()
      condition.close()
      sound.close()
      gate.close()
      grid.close()
      babies.close()
      closeFocus()
    },
  }
}
