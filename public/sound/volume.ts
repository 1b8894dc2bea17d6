// How loud this phone plays the baby, and how it steps back while somebody talks to it: quieter, so that no echo runs in a circle
// through both phones, and never silent, so that a cry is still heard.

import { effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import * as v from 'valibot'
import type { Player } from '../parent/player.ts'
import { mostTalkMs } from '../talk/talk-state.ts'

export interface Volume {
  /** What the person has set, 0 to 1. */
  readonly volume: ReadonlySignal<number>
  /** iPhones let no page change it: their keys do. */
  readonly settable: boolean
  set(volume: number): void
  close(): void
}

export interface VolumeDeps {
  readonly player: Pick<Player, 'loudness' | 'setLoudness'>
  readonly talking: ReadonlySignal<boolean>
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'> | null
  /** Who has set it: for another one on the same phone the baby is not soft. */
  readonly account: string
  readonly settable?: boolean
}

/** Nothing is silence but Mute, which says so. */
export const leastVolume = 0.1
/** 20 dB less. */
export const duckedBy = 0.1
const stepMs = 40
/** Of the way that is left, with each step: a fifth of a second down and up. */
const stepShare = 0.4
/** What the baby's microphone picked up of the last word is still on its way. */
const afterMs = 400
/** Nobody may talk for so long; whoever is still said to is a mistake, and the baby is to be heard. */
const longestMs = mostTalkMs + 10_000

const volumeSchema = v.pipe(v.number(), v.minValue(leastVolume), v.maxValue(1))

export function createVolume({ player, talking, storage, account, settable = isSettable() }: VolumeDeps): Volume {
  const key = `beddybytes.volume.${account}`
  const kept = v.safeParse(volumeSchema, Number(read(storage, key)))
  const volume = signal(kept.success ? kept.output : 1)
  const ducked = signal(false)
  let stepping: ReturnType<typeof setInterval> | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined

  const wanted = (): number => volume.peek() * (ducked.peek() ? duckedBy : 1)
  const step = (): void => {
    const is = player.loudness.peek()
    const next = is + stepShare * (wanted() - is)
    const isThere = Math.abs(next - wanted()) < 0.01
    player.setLoudness(isThere ? wanted() : next)
    if (isThere) clearInterval(stepping)
  }
  const go = (): void => {
    clearInterval(stepping)
    stepping = setInterval(step, stepMs)
    step()
  }
  player.setLoudness(volume.peek())

  const stopFollowing = effect(() => {
    const now = talking.value
    untracked(() => {
      clearTimeout(waiting)
      const duck = (yes: boolean): void => {
        ducked.value = yes
        go()
      }
      if (now) duck(true)
      if (ducked.peek()) waiting = setTimeout(() => duck(false), now ? longestMs : afterMs)
    })
  })

  return {
    volume,
    settable,
    set(next) {
      volume.value = Math.min(1, Math.max(leastVolume, next))
      clearInterval(stepping)
      player.setLoudness(wanted())
      try {
        storage()?.setItem(key, String(volume.peek()))
      } catch {
        // A full or forbidden storage forgets it, no more.
      }
    },
    close() {
      stopFollowing()
      clearInterval(stepping)
      clearTimeout(waiting)
    },
  }
}

function read(storage: VolumeDeps['storage'], key: string): string | null {
  try {
    return storage()?.getItem(key) ?? null
  } catch {
    return null
  }
}

function isSettable(): boolean {
  const audio = new Audio()
  audio.volume = 0.5
  return audio.volume === 0.5
}
