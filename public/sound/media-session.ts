// What the phone shows of this page while its screen is locked or another app is in front: which baby it plays. Its pause is Mute, and
// ends by itself: a pocket taps it, and a loudspeaker whose battery is empty says the same.

import { effect, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Player } from '../parent/player.ts'
import { soundText } from '../text/en-talk.ts'
import type { KeepAlive } from './keep-alive.ts'

export interface MediaSessionDeps {
  readonly station: ReadonlySignal<{ readonly name: string } | null>
  readonly playing: ReadonlySignal<object | null>
  readonly player: Pick<Player, 'muted' | 'blocked' | 'running' | 'setMuted'>
  readonly keepAlive: KeepAlive
  /** Undefined in browsers that have none. */
  readonly session: MediaSession | undefined
}

const actions = ['play', 'pause', 'stop'] as const

/** As an alarm's pause. Mute in the page has no end. */
export const mostPauseMs = 120_000

export function followMediaSession({ station, playing, player, keepAlive, session }: MediaSessionDeps): {
  close(): void
} {
  const on = (action: MediaSessionAction, handler: (() => void) | null): void => {
    try {
      session?.setActionHandler(action, handler)
    } catch {
      // A browser that does not know this action shows no button for it.
    }
  }
  let pausing: ReturnType<typeof setTimeout> | undefined
  const pause = (): void => {
    // Whatever muted it first says when that ends.
    if (player.muted.peek()) return
    player.setMuted(true)
    pausing = setTimeout(() => player.setMuted(false), mostPauseMs)
  }
  on('play', () => player.setMuted(false))
  on('pause', pause)
  // There is nothing to go back to after it: a phone that stops listening is a person's choice, made in the page.
  on('stop', pause)

  const stopFollowing = [
    effect(() => {
      // Who listens again and mutes then, means it.
      if (!player.muted.value) clearTimeout(pausing)
    }),
    effect(() => {
      const name = station.value?.name
      const shows = name !== undefined && playing.value !== null
      if (session === undefined || typeof MediaMetadata === 'undefined') return
      session.metadata = shows ? new MediaMetadata({ title: name, artist: soundText.artist }) : null
    }),
    effect(() => {
      const isPlaying = playing.value !== null
      const isHeard = isPlaying && !player.muted.value && !player.blocked.value
      // What a telephone call has stopped, comes back together.
      void player.running.value
      untracked(() => {
        if (isPlaying && !player.blocked.peek()) keepAlive.start()
        else keepAlive.stop()
        if (session !== undefined) session.playbackState = isHeard ? 'playing' : isPlaying ? 'paused' : 'none'
      })
    }),
  ]
  return {
    close() {
      for (const stop of stopFollowing) stop()
      clearTimeout(pausing)
      for (const action of actions) on(action, null)
      if (session !== undefined) {
        session.metadata = null
        session.playbackState = 'none'
      }
      keepAlive.close()
    },
  }
}
