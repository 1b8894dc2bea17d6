// What runs at the Baby Station beside picture and sound: what it hears and sees, and its word about itself. Loaded on Start.

import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import { ManualLink } from '../app/manual-link.ts'
import { registerApp } from '../app/register.ts'
import type { Awake } from '../awake/awake.ts'
import { createCamera } from '../camera/camera.ts'
import type { CameraRoom } from '../camera/camera.ts'
import { createDim } from '../dim/dim.ts'
import { DimView } from '../dim/dim-view.ts'
import { ScreenView } from '../dim/screen-view.ts'
import { createMovement } from '../movement/movement.ts'
import { createLoudness } from '../noise/loudness.ts'
import { createBattery } from '../proof/battery.ts'
import { Listeners } from '../proof/listeners.ts'
import { OwnBattery } from '../proof/own-battery.ts'
import { createReporter } from '../proof/reporter.ts'
import type { CallId, DeviceId } from '../shared/protocol.ts'
import type { StationMessage } from '../shared/station-protocol.ts'
import { createHabit } from '../soothing/habit.ts'
import { createSoothing } from '../soothing/soothing.ts'
import { SoothingView } from '../soothing/soothing-view.ts'
import { createLoudspeaker } from '../talk/loudspeaker.ts'
import { createTalkBack } from '../talk/talk-back.ts'
import { TalkingHere } from '../talk/talking-here.ts'
import { phoneStorage } from '../signalling/storage.ts'
import { cameraText } from '../text/en-camera.ts'
import { loadNightStyle } from '../ui/night-style.ts'
import { attachGestures } from '../zoom/gestures.ts'
import { createZoomMemory } from '../zoom/per-camera.ts'
import { ZoomControls } from '../zoom/zoom-controls.ts'
import { createZoom } from '../zoom/zoom.ts'
import type { Calls } from './calls.ts'
import type { Capture } from './capture.ts'
import type { Device } from './choice.ts'
import { createStationState } from './station-state.ts'
import { watchersOf } from './watchers.ts'

export interface NightDeps {
  readonly calls: Calls
  /** By the box's word, with what the family calls them. */
  readonly guests: ReadonlyMap<DeviceId, string>
  readonly capture: Capture
  readonly awake: Awake
  readonly media: MediaDevices | undefined
  /** The one that was chosen; null in a session without a picture. */
  readonly camera: Device | null
}

export interface NightRooms {
  /** What a parent says over its call. */
  hear(call: CallId, message: StationMessage): void
  /** The picture that parents get; null without a camera and while it is away. */
  readonly picture: ReadonlySignal<MediaStreamTrack | null>
  readonly pictureName: string
  /** Why there is none; null when nobody has turned it off. */
  readonly noPicture: ReadonlySignal<string | null>
  zoomByHand(element: HTMLElement, until: AbortSignal): void
  View(): ComponentChildren
  close(): void
}

/** Whoever has just pressed Start has yet to go to the other phone. */
const unheardMs = 8000

export function openNightRooms({ calls, guests, capture, awake, media, camera: chosen }: NightDeps): NightRooms {
  const style = loadNightStyle()
  registerApp()
  const zoom = createZoom()
  const memory = createZoomMemory(phoneStorage)
  const camera: CameraRoom | null =
    chosen === null ? null : createCamera({ capture, calls, zoom, memory, media, chosen })
  const talkBack = createTalkBack({ calls, loudspeaker: createLoudspeaker() })
  const soothing = createSoothing()
  const stopQuietening = effect(() => soothing.quieten(talkBack.talking.value !== null))
  const dim = createDim()
  const habits = createHabit()
  const loudness = createLoudness({
    track: capture.audio,
    playing: () => louder(talkBack.playingDb(), soothing.playingDb()),
  })
  const movement = createMovement({ track: zoom.track })
  const battery = createBattery()
  const reporter = createReporter({
    battery,
    report: (make) => calls.report(make),
    sources: () => calls.sources(),
    parents: calls.parents,
    audio: capture.audio,
    video: capture.video,
    picture: () => camera !== null && !camera.off.peek(),
    turning: () => camera?.turning() === true,
    awake: awake.state,
    loudness,
    movement: () => movement.level.peek(),
    regainSound: () => capture.regain('audio'),
  })
  const state = createStationState({ say: (message) => calls.say(message), connected: calls.connected })
  state.add({ ...camera?.parts, talking: talkBack.talking })
  state.add({ soothing: soothing.told, nightLight: dim.light, dimmed: dim.dimmed })
  const watchers = computed(() => watchersOf(calls.everybody.value, guests))
  state.add({ watching: computed(() => watchers.value.map(({ name }) => name)) })
  const isAwaited = signal(true)
  const waiting = setTimeout(() => (isAwaited.value = false), unheardMs)
  let heard: ReadonlySet<CallId> = new Set()

  return {
    hear(call, message) {
      state.hear(call)
      talkBack.hear(call, message)
      camera?.hear(message)
      if (message.type === 'soothe') soothing.soothe(message.soothing)
      else if (message.type === 'light') dim.shine(message.light)
      else if (message.type === 'dim') dim.dim(message.on)
      if (message.type === 'region') movement.setRegion(message.region)
      if (message.type !== 'listening' || heard.has(call)) return
      // A parent that has just come should not wait for the next report.
      heard = new Set([...heard, call])
      isAwaited.value = false
      reporter.now()
    },
    picture: zoom.track,
    pictureName: cameraText.zoom.picture,
    noPicture: computed(() => (camera?.off.value === true ? cameraText.offHere : null)),
    zoomByHand: (element, until) => attachGestures(element, zoom, until),
    View: () => [
      html`<div class="stack" aria-live="polite">
        ${h(OwnBattery, { power: battery.power })} ${h(TalkingHere, { talking: talkBack.talking })}
        ${isAwaited.value ? null : h(Listeners, { parents: calls.parents, watchers })}
      </div>`,
      camera === null || camera.off.value ? null : h(ZoomControls, { zoom }),
      h(DimView, { model: dim }),
      h(SoothingView, { model: { controls: soothing, habits, blocked: soothing.blocked } }),
      h(ManualLink, {}),
      h(ScreenView, { model: dim }),
    ],
    close() {
      style.close()
      clearTimeout(waiting)
      state.close()
      reporter.close()
      battery.close()
      movement.close()
      loudness.close()
      talkBack.close()
      stopQuietening()
      soothing.close()
      camera?.close()
      zoom.close()
      dim.close()
    },
  }
}

function louder(oneDb: number | null, otherDb: number | null): number | null {
  return oneDb === null || otherDb === null ? (oneDb ?? otherDb) : Math.max(oneDb, otherDb)
}
