// The Baby Station's camera as its parents set it: which one, which part of its picture, lamp, quality, and the night picture. What
// one parent sets holds for all.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Calls } from '../baby/calls.ts'
import type { Capture } from '../baby/capture.ts'
import type { Device } from '../baby/choice.ts'
import type { StateParts } from '../baby/station-state.ts'
import { createPaced } from '../shared/paced.ts'
import type { Facing, Quality, StationMessage } from '../shared/station-protocol.ts'
import { clampArea, wholePicture } from '../zoom/area.ts'
import type { ZoomArea } from '../zoom/area.ts'
import type { ZoomMemory } from '../zoom/per-camera.ts'
import type { Zoom } from '../zoom/zoom.ts'
import { camerasOf, otherCamera } from './facing.ts'
import type { Camera } from './facing.ts'
import { contentHint, limits } from './quality.ts'
import { createTorch } from './torch.ts'

export interface CameraRoom {
  /** What parents get. */
  readonly track: ReadonlySignal<MediaStreamTrack | null>
  /** Parents have turned the picture off, and the camera with it. */
  readonly off: ReadonlySignal<boolean>
  /** The camera is between on and on: nothing is wrong yet. */
  turning(): boolean
  readonly parts: StateParts
  /** Bounded, whatever comes how often. */
  hear(message: StationMessage): void
  close(): void
}

export interface CameraDeps {
  readonly capture: Pick<Capture, 'video' | 'missing' | 'useCamera'>
  readonly calls: Pick<Calls, 'limit'>
  readonly zoom: Zoom
  readonly memory: ZoomMemory
  readonly media: Pick<MediaDevices, 'enumerateDevices'> | undefined
  /** The one that a person began with. */
  readonly chosen: Device
}

const zoomEveryMs = 50
const lookEveryMs = 300
/** A phone takes about a second to turn on a camera. */
const cameraEveryMs = 1000
const rememberEveryMs = 1000
/** A camera that is asked back and neither comes nor is refused is lost by then: parents are to know. */
export const comesBackMs = 10_000

export function createCamera({ capture, calls, zoom, memory, media, chosen }: CameraDeps): CameraRoom {
  const torch = createTorch()
  const quality = signal<Quality>('auto')
  const off = signal(false)
  const cameras = signal<readonly Camera[]>([])
  /** The id of the camera that is on or was last. */
  const id = signal(chosen.id)
  /** What is asked for when it is turned on. */
  let device = chosen
  let closed = false
  let coming: ReturnType<typeof setTimeout> | undefined
  /** It was asked back, and nothing has come of it. */
  let late = false

  const stopWaiting = (): void => {
    clearTimeout(coming)
    coming = undefined
    late = false
  }

  const look = async (): Promise<void> => {
    const found = await media?.enumerateDevices().catch(() => [])
    if (!closed) cameras.value = camerasOf(found ?? [])
  }

  const follow = (track: MediaStreamTrack | null): void => {
    if (track !== null) {
      stopWaiting()
      off.value = false
      const { deviceId = '' } = track.getSettings()
      id.value = deviceId
      // Another one than was asked for, because that one cannot be had.
      if (device.id !== '' && device.id !== deviceId) device = { id: deviceId, label: track.label }
      if (deviceId !== remembered) {
        // A finger may have been on it a moment ago.
        remember()
        remembered = deviceId
        zoom.apply(memory.read(deviceId) ?? wholePicture)
      }
      void look()
    }
    torch.setTrack(track)
    zoom.setSource(track)
  }

  /** The camera whose zoom is kept now. */
  let remembered: string | null = null
  const remember = (): void => {
    if (remembered === null || remembered === '') return
    const area = zoom.area.peek()
    if (!isSame(memory.read(remembered) ?? wholePicture, area)) memory.write(remembered, area)
  }

  const pace = {
    zoom: createPaced<ZoomArea>(zoomEveryMs, (area) => zoom.apply(area)),
    night: createPaced<boolean>(lookEveryMs, (on) => zoom.setNight(on)),
    quality: createPaced<Quality>(lookEveryMs, (wanted) => setQuality(wanted)),
    camera: createPaced<Facing>(cameraEveryMs, (facing) => turnTo(facing)),
    remember: createPaced<null>(rememberEveryMs, remember),
  }

  const setQuality = (wanted: Quality): void => {
    quality.value = wanted
    if (wanted === 'sound-only') {
      stopWaiting()
      off.value = true
    } else {
      calls.limit(limits[wanted])
      if (off.peek()) {
        coming ??= setTimeout(() => {
          late = true
          off.value = false
        }, comesBackMs)
      }
    }
    capture.useCamera(wanted === 'sound-only' ? null : device)
  }

  const turnTo = (facing: Facing): void => {
    const other = otherCamera(cameras.peek(), id.peek(), facing)
    if (other === null) return
    device = other
    id.value = other.id
    if (quality.peek() !== 'sound-only') capture.useCamera(device)
  }

  calls.limit(limits.auto)
  const stopEffects = [
    effect(() => {
      const track = capture.video.value
      untracked(() => follow(track))
    }),
    effect(() => {
      if (zoom.track.value !== null) zoom.track.value.contentHint = contentHint
    }),
    effect(() => {
      void zoom.area.value
      untracked(() => pace.remember.do(null))
    }),
  ]

  return {
    track: zoom.track,
    // While it cannot be had although it is wanted, it is not off: it is missing.
    off: computed(() => off.value && !capture.missing.value.includes('video')),
    turning: () => capture.video.peek() === null && !capture.missing.peek().includes('video') && !late,
    parts: {
      zoom: zoom.area,
      nightPicture: zoom.night,
      torch: torch.on,
      quality,
      camera: computed(() => ({
        facing: (capture.video.value && cameras.value.find((camera) => camera.id === id.value)?.facing) ?? null,
        canSwitch: cameras.value.length > 1,
      })),
    },
    hear(message) {
      if (message.type === 'zoom') pace.zoom.do(clampArea(message.area))
      else if (message.type === 'night-picture') pace.night.do(message.on)
      else if (message.type === 'torch') torch.set(message.on)
      else if (message.type === 'quality') pace.quality.do(message.quality)
      else if (message.type === 'camera') pace.camera.do(message.facing)
    },
    close() {
      if (closed) return
      closed = true
      stopWaiting()
      remember()
      for (const stop of stopEffects) stop()
      for (const paced of Object.values(pace)) paced.close()
      torch.close()
      zoom.close()
      calls.limit(null)
    },
  }
}

function isSame(a: ZoomArea, b: ZoomArea): boolean {
  return a.scale === b.scale && a.x === b.x && a.y === b.y
}
