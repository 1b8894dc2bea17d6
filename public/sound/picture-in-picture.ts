// The picture in a small window above other apps, where the browser has one.

import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Player } from '../parent/player.ts'

export interface PictureInPicture {
  readonly available: ReadonlySignal<boolean>
  readonly isOn: ReadonlySignal<boolean>
  /** Call in a tap. */
  toggle(): void
  close(): void
}

/** What Safari on phones has. */
interface PhoneVideo extends HTMLVideoElement {
  webkitSupportsPresentationMode?: (mode: string) => boolean
  webkitSetPresentationMode?: (mode: string) => void
  readonly webkitPresentationMode?: string
}

const changes = ['enterpictureinpicture', 'leavepictureinpicture', 'webkitpresentationmodechanged']
const mode = 'picture-in-picture'

export function createPictureInPicture(
  player: Pick<Player, 'element'>,
  playing: ReadonlySignal<{ readonly picture: boolean } | null>,
  page: Document = document,
): PictureInPicture {
  const isOn = signal(false)
  // Firefox has a button of its own instead.
  const browser: Partial<Document> = page
  const pictureInPictureEnabled = browser.pictureInPictureEnabled === true
  let listening = new AbortController()

  const video = (): PhoneVideo | null => player.element.peek()
  const look = (): void => {
    const shown = video()
    isOn.value = shown !== null && (browser.pictureInPictureElement === shown || shown.webkitPresentationMode === mode)
  }
  const stopFollowing = effect(() => {
    const shown = player.element.value
    untracked(() => {
      listening.abort()
      listening = new AbortController()
      for (const type of changes) shown?.addEventListener(type, look, { signal: listening.signal })
      look()
    })
  })

  return {
    isOn,
    available: computed(() => {
      const shown: PhoneVideo | null = player.element.value
      if (shown === null || playing.value?.picture !== true) return false
      return pictureInPictureEnabled || shown.webkitSupportsPresentationMode?.(mode) === true
    }),
    toggle() {
      const shown = video()
      if (shown === null) return
      if (pictureInPictureEnabled) {
        const done = isOn.peek() ? page.exitPictureInPicture() : shown.requestPictureInPicture()
        // Refused before the first frame and without a tap; the next tap tries again.
        done.catch(() => undefined)
      } else shown.webkitSetPresentationMode?.(isOn.peek() ? 'inline' : mode)
    },
    close() {
      stopFollowing()
      listening.abort()
    },
  }
}
