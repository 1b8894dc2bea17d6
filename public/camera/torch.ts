// The lamp beside the camera. Not in TypeScript's DOM library: Media Capture, ImageCapture extensions, `torch`.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { createPaced } from '../shared/paced.ts'

export interface Torch {
  /** Null where the camera that is on has none. */
  readonly on: ReadonlySignal<boolean | null>
  /** A lamp goes off with the camera it belongs to. */
  setTrack(track: MediaStreamTrack | null): void
  set(on: boolean): void
  close(): void
}

/** Chromium on Android knows of a camera's lamp only some time after the camera has begun. */
const askAgainMs = 2000
const everyMs = 300

export function createTorch(): Torch {
  const on = signal<boolean | null>(null)
  let track: MediaStreamTrack | null = null
  let asking: ReturnType<typeof setTimeout> | undefined

  const ask = (): void => {
    on.value = track !== null && hasTorch(track) ? (on.peek() ?? false) : null
  }
  const light = async (wanted: boolean): Promise<void> => {
    const mine = track
    if (mine === null || on.peek() === null) return
    try {
      await mine.applyConstraints({ advanced: [torchOf(wanted)] })
      if (mine === track && on.peek() !== null) on.value = wanted
    } catch {
      // Too hot, or a battery too low for it: it stays as it is.
    }
  }
  const paced = createPaced<boolean>(everyMs, (wanted) => void light(wanted))

  return {
    on,
    setTrack(next) {
      track = next
      on.value = null
      clearTimeout(asking)
      ask()
      if (next !== null && on.peek() === null) asking = setTimeout(ask, askAgainMs)
    },
    set: (wanted) => paced.do(wanted),
    close() {
      clearTimeout(asking)
      paced.close()
      track = null
    },
  }
}

function hasTorch(track: MediaStreamTrack): boolean {
  // Firefox has had it only since 2024.
  const known: object = (track as Partial<MediaStreamTrack>).getCapabilities?.() ?? {}
  return 'torch' in known && known.torch === true
}

function torchOf(torch: boolean): MediaTrackConstraintSet {
  const set: MediaTrackConstraintSet & { torch: boolean } = { torch }
  return set
}
