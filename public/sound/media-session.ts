// What the phone shows of this page while its screen is locked or another app is in front: which baby it plays. Its pause is Mute.

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
  on('play', () => player.setMuted(false))
  on('pause', () => player.setMuted(true))
  // There is nothing to go back to after it: a phone that stops listening is a person's choice, made in the page.
  on('stop', () => player.setMuted(true))

  const stopFollowing = [
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
      for (const action of actions) on(action, null)
      if (session !== undefined) {
        session.metadata = null
        session.playbackState = 'none'
      }
      keepAlive.close()
    },
  }
}
