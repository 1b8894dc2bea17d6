// The second way to sound: a media element with the alarm as a file. Phones take the sound of WebAudio away from a page for a
// telephone call, and with the screen off, and leave that of an element more often.

import type { Priority } from './cause.ts'
import { burstOf, renderedAt } from './bursts.ts'
import { wavOf } from './wav.ts'

export interface AlarmElement {
  /** Whether a tap has allowed it to play. */
  readonly isUnlocked: boolean
  readonly isPlaying: boolean
  /** Call in a tap. */
  unlock(): Promise<void>
  /** Goes on until it is stopped; always at full loudness, since iPhones let no page change an element's. */
  play(loudness: Priority): Promise<void>
  stop(): void
  close(): void
}

const silenceS = 0.1

export function createAlarmElement(audio: HTMLAudioElement = new Audio()): AlarmElement {
  const urls = new Map<Priority | 'silence', string>()
  let isUnlocked = false
  let isWanted = false

  const urlOf = (what: Priority | 'silence'): string => {
    const samples = (): Float32Array =>
      what === 'silence' ? new Float32Array(Math.round(silenceS * renderedAt)) : burstOf(what)
    const url = urls.get(what) ?? URL.createObjectURL(wavOf(samples(), renderedAt))
    urls.set(what, url)
    return url
  }

  const start = async (what: Priority | 'silence'): Promise<void> => {
    audio.loop = what !== 'silence'
    const url = urlOf(what)
    if (audio.src !== url) audio.src = url
    await audio.play()
    isUnlocked = true
  }

  return {
    get isUnlocked() {
      return isUnlocked
    },
    get isPlaying() {
      return isWanted && !audio.paused
    },
    async unlock() {
      // What was refused, or has been overtaken by the alarm itself, is seen by isUnlocked.
      if (!isWanted && !isUnlocked) await start('silence').catch(() => undefined)
    },
    async play(loudness) {
      isWanted = true
      await start(loudness).catch(() => undefined)
    },
    stop() {
      if (isWanted) audio.pause()
      isWanted = false
    },
    close() {
      audio.pause()
      audio.removeAttribute('src')
      for (const url of urls.values()) URL.revokeObjectURL(url)
      urls.clear()
    },
  }
}
