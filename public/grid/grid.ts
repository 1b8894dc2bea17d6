// Several babies at once: who is watched, which of them is large, and who is heard. Loaded after the first picture of the first baby.

import { batch, computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { LastStation } from '../parent/last-station.ts'
import type { Several } from '../parent/model.ts'
import { createPlayer } from '../parent/player.ts'
import type { Player } from '../parent/player.ts'
import { targetOf } from '../parent/watching.ts'
import type { ClientId, RunningSession } from '../shared/protocol.ts'
import type { Babies, Baby } from './babies.ts'
import { choicesOf } from './choices.ts'
import type { Choice } from './choices.ts'
import { createEars } from './ears.ts'
import type { Ears } from './ears.ts'
import type { GridMemory, Kept, Sounds } from './memory.ts'

/** A place beside the large one. Its element stays when another baby comes into it: what a tap has unlocked stays unlocked. */
export interface Tile {
  readonly key: string
  readonly player: Player
  readonly baby: ReadonlySignal<Baby>
}

export interface Grid {
  readonly babies: Babies
  readonly tiles: ReadonlySignal<readonly Tile[]>
  /** Whether one is larger than the rest. */
  readonly isLarge: ReadonlySignal<boolean>
  /** How they are laid out, as classes; empty for one. */
  readonly layout: ReadonlySignal<string>
  readonly sounds: ReadonlySignal<Sounds>
  readonly ears: Ears
  readonly choices: ReadonlySignal<readonly Choice[]>
  /** Names of those that were watched before a reload and do not run any more. */
  readonly missing: ReadonlySignal<readonly string[]>
  /** A place that the browser plays without sound until there is a tap. */
  readonly blocked: ReadonlySignal<boolean>
  /** A station was tapped in the list; false leaves it to whoever watches one. */
  choose(session: RunningSession): boolean
  toggle(choice: Choice): void
  enlarge(baby: Baby): void
  showAll(): void
  setSounds(sounds: Sounds): void
  /** Call in a tap. */
  listen(): void
  close(): void
}

export interface GridDeps {
  readonly several: Several
  readonly babies: Babies
  readonly memory: GridMemory
}

/** More pictures than a phone decodes. */
export const mostBabies = 9

interface Place extends Tile {
  readonly baby: Signal<Baby>
  close(): void
}

export function createGrid({ several, babies, memory }: GridDeps): Grid {
  const { channel, player, recording, focus } = several
  const listed = channel.sessions
  const tiles = signal<readonly Place[]>([])
  const isLarge = signal(false)
  const sounds = signal<Sounds>(memory.readSounds())
  const missing = signal<readonly Kept[]>([])
  const ears = createEars({ all: babies.all, focus: babies.focus, sounds })
  let wanted: readonly Kept[] = memory.readWatched()
  let closed = false

  const watchedAs = (session: RunningSession): Baby | undefined =>
    babies.all.peek().find(({ watched }) => targetOf(watched.watching.watch.peek()) === session.id)

  const add = (session: RunningSession, resumed: boolean): Baby | null => {
    if (babies.all.peek().length >= mostBabies) return null
    const watched = several.open(lastOf(resumed ? session.station : null))
    const place = createPlace(babies.add(watched))
    watched.through.value = place.player
    // One that comes back after a reload has found its station by itself.
    if (targetOf(watched.watching.watch.peek()) !== session.id) watched.watching.choose(session)
    // A person wants it watched: it is missed if it does not appear.
    watched.watching.proof.reset(true)
    tiles.value = [...tiles.peek(), place]
    return place.baby.peek()
  }

  const enlarge = (baby: Baby): void => {
    const place = tiles.peek().find((one) => one.baby.peek() === baby)
    if (place === undefined) return
    // What is recorded is the large one's.
    recording.stop()
    batch(() => {
      const former = babies.focus.peek()
      former.watched.through.value = place.player
      baby.watched.through.value = player
      place.baby.value = former
      focus.value = baby.watched
    })
  }

  const remove = (baby: Baby): void => {
    const [next] = tiles.peek()
    if (next === undefined) return
    if (babies.focus.peek() === baby) enlarge(next.baby.peek())
    const place = tiles.peek().find((one) => one.baby.peek() === baby)
    tiles.value = tiles.peek().filter((one) => one !== place)
    place?.close()
    babies.remove(baby)
  }

  const listen = (): void => {
    for (const place of tiles.peek()) if (place.player.blocked.peek()) place.player.listen()
  }

  const stops = [
    effect(() => {
      const sessions = listed.value
      if (sessions === null || wanted.length === 0) return
      const before = wanted
      wanted = []
      untracked(() => {
        missing.value = before.flatMap((kept) => {
          const { id } = kept
          if (babies.all.peek().some(({ watched }) => watched.night.station.peek()?.id === id)) return []
          const session = sessions.find(({ station }) => station === id)
          if (session === undefined) return [kept]
          // Where the large one has found none, it is the first of them.
          const { watching } = focus.peek()
          if (targetOf(watching.watch.peek()) === null) {
            watching.choose(session)
            watching.proof.reset(true)
          } else add(session, true)
          return []
        })
      })
    }),
    effect(() => {
      const all = babies.all.value.flatMap(({ watched }) => watched.night.station.value ?? [])
      if (wanted.length > 0 || listed.value === null) return
      // Who is missing is not forgotten by another reload.
      const away = missing.value.filter(({ id }) => all.every((one) => one.id !== id))
      const together = [...all, ...away].slice(0, mostBabies)
      memory.writeWatched(together.length > 1 ? together : [])
      const large = focus.value.night.station.value
      // Nobody misses what was stopped.
      if (large !== null && focus.value.night.status.value !== 'stopped') several.last.write(large.id)
    }),
    effect(() => {
      // The tap that unlocks the large one is one for the others.
      if (!player.blocked.value) untracked(listen)
    }),
  ]

  return {
    babies,
    tiles,
    isLarge: computed(() => isLarge.value && tiles.value.length > 0),
    layout: computed(() => {
      const others = tiles.value.length
      return others === 0 ? '' : `many ${others === 1 ? 'pair' : ''} ${isLarge.value ? 'large' : ''}`
    }),
    sounds,
    ears,
    choices: computed(() => choicesOf(listed.value ?? [], babies.all.value, mostBabies)),
    missing: computed(() => missing.value.map(({ name }) => name)),
    blocked: computed(() => tiles.value.some((place) => place.player.blocked.value)),
    choose(session) {
      const known = watchedAs(session)
      if (known === babies.focus.peek() || (known === undefined && tiles.peek().length === 0)) return false
      const baby = known ?? add(session, false)
      if (baby !== null) enlarge(baby)
      return baby !== null
    },
    toggle({ session, baby }) {
      missing.value = []
      if (baby !== null) remove(baby)
      else if (session !== null) add(session, false)
    },
    enlarge(baby) {
      enlarge(baby)
      isLarge.value = true
    },
    showAll() {
      isLarge.value = false
    },
    setSounds(next) {
      sounds.value = next
      memory.writeSounds(next)
    },
    listen,
    close() {
      if (closed) return
      closed = true
      for (const stop of stops) stop()
      ears.close()
      for (const place of tiles.peek()) place.close()
    },
  }
}

/** The page's own memory is the large one's. */
function lastOf(station: ClientId | null): LastStation {
  return { read: () => station, write() {}, clear() {} }
}

function createPlace(first: Baby): Place {
  const baby = signal(first)
  const player = createPlayer()
  const stop = effect(() => {
    const stream = baby.value.watched.night.playing.value?.stream ?? null
    untracked(() => player.setStream(stream))
  })
  return {
    key: first.key,
    player,
    baby,
    close() {
      stop()
      player.close()
    },
  }
}
