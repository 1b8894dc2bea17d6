// Plays what the Baby Station sends in the page's one media element, and gets round the browser's rule that sound needs a tap.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export interface Player {
  /** The element of the view; null when the view goes. */
  attach(element: HTMLVideoElement | null): void
  setStream(stream: MediaStream | null): void
  /** Whether the element plays. Browsers pause it for a telephone call, and when a page was frozen. */
  readonly running: ReadonlySignal<boolean>
  readonly muted: ReadonlySignal<boolean>
  /** The browser plays sound only after a tap; the picture runs meanwhile. */
  readonly blocked: ReadonlySignal<boolean>
  /** 0 to 1, of all that is played: the element where the phone lets a page change it, and what is played in its place. */
  readonly loudness: ReadonlySignal<number>
  readonly element: ReadonlySignal<HTMLVideoElement | null>
  setMuted(muted: boolean): void
  setLoudness(loudness: number): void
  /** The element is silent because the same sound is played otherwise, by one or more; `muted` and `blocked` stay what they are. */
  hush(yes: boolean, by?: string): void
  /** Plays on what was paused and should not be; call it every now and then. */
  keepPlaying(): void
  /** Call in a tap. */
  listen(): void
  fullScreen(): void
  /** Does nothing where nothing fills the screen. */
  leaveFullScreen(): void
  close(): void
}

/** What iPhones have instead of requestFullscreen. */
interface PhoneVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void
}

export function createPlayer(page: Document = document): Player {
  const muted = signal(false)
  const blocked = signal(false)
  const running = signal(false)
  let listening = new AbortController()
  const loudness = signal(1)
  const shown = signal<PhoneVideo | null>(null)
  let stream: MediaStream | null = null
  const hushed = new Set<string>()

  const play = async (): Promise<void> => {
    const video = shown.peek()
    if (video === null || stream === null) return
    if (video.srcObject !== stream) video.srcObject = stream
    video.muted = muted.peek() || blocked.peek() || hushed.size > 0
    video.volume = loudness.peek()
    try {
      await video.play()
    } catch (error) {
      // Other rejections mean that another stream has come meanwhile, and its own play() is under way.
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError' || video.muted) return
      blocked.value = true
      await play()
    }
  }

  const observe = (): void => {
    const video = shown.peek()
    running.value = video !== null && stream !== null && !video.paused
  }

  const setMuted = (yes: boolean): void => {
    muted.value = yes
    // A tap on Mute is a tap: it unlocks what was blocked.
    blocked.value = false
    void play()
  }

  const leaveFullScreen = (): boolean => {
    // Undefined on iPhones, whose players leave it by themselves.
    if (!(page as Partial<Document>).fullscreenElement) return false
    page.exitFullscreen().catch(() => undefined)
    return true
  }

  return {
    running,
    muted,
    blocked,
    loudness,
    element: shown,
    attach(next) {
      listening.abort()
      const former = shown.peek()
      if (former !== null && former !== next) former.srcObject = null
      shown.value = next
      listening = new AbortController()
      for (const type of ['playing', 'pause', 'emptied']) {
        next?.addEventListener(type, observe, { signal: listening.signal })
      }
      void play()
    },
    setStream(next) {
      stream = next
      const video = shown.peek()
      if (next === null && video !== null) video.srcObject = null
      observe()
      void play()
    },
    setMuted,
    setLoudness(next) {
      loudness.value = next
      const video = shown.peek()
      if (video !== null) video.volume = next
    },
    hush(yes, by = '') {
      if (yes === hushed.has(by)) return
      if (yes) hushed.add(by)
      else hushed.delete(by)
      void play()
    },
    keepPlaying() {
      // In a hidden page too: the sound matters most when nobody looks. A phone that refuses is asked again.
      if (shown.peek()?.paused === true && stream !== null) void play()
    },
    listen: () => setMuted(false),
    fullScreen() {
      const video = shown.peek()
      const frame = video?.parentElement
      if (!video || !frame) return
      if (leaveFullScreen()) return
      if (typeof frame.requestFullscreen === 'function') frame.requestFullscreen().catch(() => undefined)
      else video.webkitEnterFullscreen?.()
    },
    leaveFullScreen: () => void leaveFullScreen(),
    close() {
      listening.abort()
      stream = null
      const video = shown.peek()
      if (video !== null) video.srcObject = null
    },
  }
}
