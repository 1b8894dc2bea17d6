// Plays the baby more softly on phones that let no page change how loud an element is (iPhones), for as long as it is to be softer:
// through WebAudio, while the element is silent. Where that cannot run, the element goes on as loud as before: too loud is the lesser
// fault.

import { computed, effect, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Player } from '../parent/player.ts'

export interface AsideDeps {
  readonly playing: ReadonlySignal<{ readonly stream: MediaStream } | null>
  readonly player: Pick<Player, 'loudness' | 'muted' | 'blocked' | 'hush'>
  /** Whether something else plays the sound in the element's place, and minds its loudness. */
  readonly taken: ReadonlySignal<boolean>
}

const fadeS = 0.05

export function createAside({ playing, player, taken }: AsideDeps): { close(): void } {
  let context: AudioContext | null = null
  let source: MediaStreamAudioSourceNode | null = null
  let gain: GainNode | null = null
  const by = 'aside'

  const stop = (): void => {
    player.hush(false, by)
    source?.disconnect()
    source = null
  }
  const start = async (stream: MediaStream): Promise<void> => {
    context ??= new AudioContext({ latencyHint: 'interactive' })
    await context.resume().catch(() => undefined)
    // Meanwhile the talk may be over.
    if (context.state !== 'running' || wanted.peek() !== stream || source !== null) return
    if (gain === null) {
      gain = context.createGain()
      gain.connect(context.destination)
    }
    source = context.createMediaStreamSource(stream)
    source.connect(gain)
    player.hush(true, by)
    follow()
  }
  const follow = (): void => {
    const isSilent = player.muted.value || player.blocked.value
    gain?.gain.setTargetAtTime(isSilent ? 0 : player.loudness.value, context?.currentTime ?? 0, fadeS)
  }

  const wanted = computed(() => (player.loudness.value < 1 && !taken.value ? (playing.value?.stream ?? null) : null))
  const stopFollowing = [
    effect(() => {
      const stream = wanted.value
      untracked(() => {
        stop()
        // A context that waits for a tap begins later; then the talk is over, or it is another one's.
        if (stream !== null) void start(stream)
      })
    }),
    effect(follow),
  ]

  return {
    close() {
      for (const stopEach of stopFollowing) stopEach()
      stop()
      context?.close().catch(() => undefined)
    },
  }
}
