// A Baby Station's camera at the Parent Station: what it is set to, and what a parent asks of it.

import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Night } from '../parent/night.ts'
import type { Quality, StationMessage, StationState } from '../shared/station-protocol.ts'
import { cameraText } from '../text/en-camera.ts'
import { attachGestures } from '../zoom/gestures.ts'
import { createRemoteZoom } from '../zoom/remote-zoom.ts'
import type { RemoteZoom } from '../zoom/remote-zoom.ts'

type Settings = Pick<StationState, 'camera' | 'torch' | 'quality' | 'nightPicture'>

export interface RemoteCamera {
  /** Null before the baby's first word, and where there is no camera. */
  readonly settings: ReadonlySignal<Settings | null>
  readonly zoom: RemoteZoom
  /** Whether a picture is there that can be zoomed. */
  readonly canZoom: ReadonlySignal<boolean>
  /** The last wish did not reach the baby's phone. */
  readonly unheard: ReadonlySignal<boolean>
  switchCamera(): void
  setTorch(on: boolean): void
  setNightPicture(on: boolean): void
  setQuality(quality: Quality): void
  close(): void
}

export function createRemoteCamera(night: Pick<Night, 'state' | 'say' | 'playing' | 'player'>): RemoteCamera {
  const { state, playing, player } = night
  const unheard = signal(false)
  const settings = computed(() => {
    const now = state.value
    return now === null || now.quality === null ? null : now
  })
  const ask = (message: StationMessage): boolean => {
    const heard = night.say(message)
    unheard.value = !heard
    return heard
  }
  const zoom = createRemoteZoom({
    said: computed(() => state.value?.zoom ?? null),
    ask: (area) => ask({ type: 'zoom', area }),
  })
  const canZoom = computed(() => settings.value?.quality !== 'sound-only' && (state.value?.zoom ?? null) !== null)
  const isShown = computed(() => canZoom.value && playing.value?.picture === true)

  const stopGestures = effect(() => {
    const element = player.element.value
    if (element === null || !isShown.value) return
    const listening = new AbortController()
    attachGestures(element, zoom, listening.signal)
    // Its name stays what it is; how to zoom is said beside it.
    element.setAttribute('aria-description', cameraText.zoom.picture)
    return () => {
      listening.abort()
      element.removeAttribute('aria-description')
    }
  })
  const stopForgiving = effect(() => {
    // It can be heard again.
    if (state.value !== null) unheard.value = false
  })

  return {
    settings,
    zoom,
    canZoom,
    unheard,
    switchCamera() {
      const facing = settings.peek()?.camera?.facing === 'back' ? 'front' : 'back'
      ask({ type: 'camera', facing })
    },
    setTorch: (on) => void ask({ type: 'torch', on }),
    setNightPicture: (on) => void ask({ type: 'night-picture', on }),
    setQuality: (quality) => void ask({ type: 'quality', quality }),
    close() {
      stopGestures()
      stopForgiving()
      zoom.close()
    },
  }
}
