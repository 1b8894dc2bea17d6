// Looks at the Baby Station's picture three times a second, as a copy of 64 by 48 pixels, and tells how much of it moves. Not in a
// hidden page: there browsers give an element no new pictures.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Region } from '../shared/station-protocol.ts'
import { frameHeight, frameWidth, greyOf, nextSeen, nothingSeen } from './frames.ts'

export interface Movement {
  /** 0 to 1, of the last two looks the greater; null without a picture and where it is not looked at. */
  readonly level: ReadonlySignal<number | null>
  /** As a parent has drawn it over the picture; null is everywhere. */
  setRegion(region: Region | null): void
  close(): void
}

export interface MovementDeps {
  /** What parents see: a region that is drawn over their picture is meant in this one. */
  readonly track: ReadonlySignal<MediaStreamTrack | null>
  readonly page?: Document
}

const lookMs = 333

export function createMovement({ track, page = document }: MovementDeps): Movement {
  const level = signal<number | null>(null)
  const closing = new AbortController()
  const video = page.createElement('video')
  video.muted = true
  // Without it iPhones fill the screen with what plays.
  video.playsInline = true
  const canvas = page.createElement('canvas')
  canvas.width = frameWidth
  canvas.height = frameHeight
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })
  let region: Region | null = null
  let seen = nothingSeen
  let before = 0

  const forget = (): void => {
    seen = nothingSeen
    before = 0
    level.value = null
  }

  const play = (): void => {
    // A page that was frozen has its elements paused.
    if (video.srcObject !== null && video.paused && page.visibilityState === 'visible')
      video.play().catch(() => undefined)
  }

  const look = (): void => {
    if (page.visibilityState !== 'visible' || video.readyState < video.HAVE_CURRENT_DATA || context === null) {
      if (level.peek() !== null) forget()
      play()
      return
    }
    context.drawImage(video, 0, 0, frameWidth, frameHeight)
    const isFirst = seen.last === null
    seen = nextSeen(seen, greyOf(context.getImageData(0, 0, frameWidth, frameHeight).data), region)
    if (isFirst) return
    level.value = Math.round(Math.max(before, seen.level) * 1000) / 1000
    before = seen.level
  }

  const stopFollowing = track.subscribe((now) => {
    forget()
    video.srcObject = now === null ? null : new MediaStream([now])
    play()
  })
  const timer = setInterval(look, lookMs)
  page.addEventListener('visibilitychange', play, { signal: closing.signal })

  return {
    level,
    setRegion(next) {
      region = next
    },
    close() {
      if (closing.signal.aborted) return
      closing.abort()
      clearInterval(timer)
      stopFollowing()
      forget()
      video.srcObject = null
    },
  }
}
