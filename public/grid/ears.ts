// Whose sound this phone plays while several babies are watched: each has an element of its own that plays it, and those that are not
// to be heard are silent. Elements, and no mixer: browsers stop a page's own audio context sooner than what an element plays.

import { batch, computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Baby } from './babies.ts'
import { nextLoudest, nobodyYet, silentOf } from './loudest.ts'
import type { Heard, Loudest } from './loudest.ts'
import type { Sounds } from './memory.ts'

export interface Ears {
  /** Those that are played aloud, if the phone is not muted. */
  readonly audible: ReadonlySignal<ReadonlySet<Baby>>
  close(): void
}

export interface EarsDeps {
  readonly all: ReadonlySignal<readonly Baby[]>
  readonly focus: ReadonlySignal<Baby>
  readonly sounds: ReadonlySignal<Sounds>
  readonly now?: () => number
}

const lookMs = 250
/** A report that is older says nothing of now. */
const freshMs = 1500
/** What hushes the element, beside others. */
const why = 'grid'

export function createEars({ all, focus, sounds, now = () => performance.now() }: EarsDeps): Ears {
  const loudest = signal<Loudest>(nobodyYet)
  const heard = signal<readonly Heard[]>([])
  const isWanted = computed(() => sounds.value === 'loudest' && all.value.length > 1)

  const look = (): void => {
    const said = all.peek().map((baby): Heard => ({ id: baby.key, overDb: overOf(baby) }))
    batch(() => {
      loudest.value = nextLoudest(loudest.peek(), said, now())
      heard.value = said
    })
  }
  const overOf = ({ noise }: Baby): number | null => {
    const wallMs = Date.now()
    const heardOf = noise.history.loudest(wallMs - freshMs, wallMs)
    return heardOf?.floorDb == null ? null : heardOf.levelDb - heardOf.floorDb
  }

  const audible = computed<ReadonlySet<Baby>>(() => {
    const babies = all.value
    if (babies.length < 2) return new Set(babies)
    switch (sounds.value) {
      case 'all':
        return new Set(babies)
      case 'one':
        return new Set([focus.value])
      case 'loudest': {
        const silent = silentOf(loudest.value, heard.value)
        return new Set(babies.filter(({ key }) => !silent.has(key)))
      }
    }
  })

  const stops = [
    effect(() => {
      if (!isWanted.value) return
      const clock = setInterval(look, lookMs)
      return () => clearInterval(clock)
    }),
    effect(() => {
      const babies = all.value
      const aloud = audible.value
      const large = focus.value.watched.through.value
      const muted = large.muted.value
      const loudness = large.loudness.value
      // Who has only the turn of another to wait for is hushed, and heard again without a tap; the rest is muted, and says so.
      const taking = sounds.value === 'loudest'
      for (const baby of babies) {
        const player = baby.watched.through.value
        const isHushed = !aloud.has(baby)
        untracked(() => {
          player.hush(isHushed && (taking || player === large), why)
          if (player === large) return
          player.setLoudness(loudness)
          const isMuted = muted || (isHushed && !taking)
          if (player.muted.peek() !== isMuted) player.setMuted(isMuted)
        })
      }
    }),
  ]

  return {
    audible,
    close() {
      for (const stop of stops) stop()
    },
  }
}
