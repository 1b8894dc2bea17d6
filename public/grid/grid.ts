// Several babies at once: who is watched, which of them is large, and who is heard. Loaded after the first picture of the first baby.

import { batch, computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { KnownStation, LastStation } from '../parent/last-station.ts'
import type { Several } from '../parent/model.ts'
import { createPlayer } from '../parent/player.ts'
import type { Player } from '../parent/player.ts'
import { targetOf } from '../parent/watching.ts'
import type { RunningSession } from '../shared/protocol.ts'
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
  /** Names of those that were watched before a reload and do not run now. */
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
  const ears = createEars({ all: babies.all, focus: babies.focus, sounds })
  let wanted: readonly Kept[] = memory.readWatched()
  /** A person has stopped them before the page was loaded anew: until they are back nobody misses them. */
  const resting: ReadonlySet<string> = new Set(wanted.flatMap(({ id, stopped }) => (stopped ? [id] : [])))
  let closed = false

  const watchedAs = (session: RunningSession): Baby | undefined =>
    babies.all.peek().find(({ watched }) => targetOf(watched.watching.watch.peek()) === session.id)

  const open = (last: KnownStation | null): Baby | null => {
    if (babies.all.peek().length >= mostBabies) return null
    const watched = several.open(lastOf(last))
    const place = createPlace(babies.add(watched))
    watched.through.value = place.player
    tiles.value = [...tiles.peek(), place]
    return place.baby.peek()
  }

  const choose = ({ watched: { watching } }: Baby, session: RunningSession): void => {
    watching.choose(session)
    // A person wants it watched: it is missed if it does not appear.
    watching.proof.reset(true)
  }

  const add = (session: RunningSession): Baby | null => {
    const baby = open(null)
    if (baby !== null) choose(baby, session)
    return baby
  }

  /** It goes back to its station by itself, now or when that is back, and is missed until then. */
  const resume = (kept: Kept, sessions: readonly RunningSession[]): void => {
    const large = babies.focus.peek()
    const known = babies.all.peek().find(({ watched }) => watched.night.station.peek()?.id === kept.id)
    const baby = known ?? open(kept)
    if (baby === null) return
    const { watch, proof } = baby.watched.watching
    const session = sessions.find(({ station }) => station === kept.id)
    if (session === undefined && kept.stopped) proof.reset()
    // Two tabs of one computer: one of them.
    if (session !== undefined && targetOf(watch.peek()) === null) choose(baby, session)
    // A place without a station is none beside one that has.
    if (large.watched.night.station.peek() === null) remove(large)
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
        for (const kept of before) resume(kept, sessions)
      })
    }),
    effect(() => {
      const all = babies.all.value.flatMap(({ watched: { night, watching } }): Kept[] => {
        const station = night.station.value
        if (station === null) return []
        const rests = watching.isMissed.value && resting.has(station.id)
        return [{ ...station, stopped: rests || night.status.value === 'stopped' }]
      })
      if (wanted.length > 0 || listed.value === null) return
      memory.writeWatched(all.length > 1 ? all : [])
      const { station, status } = focus.value.night
      // Nobody misses what was stopped.
      if (status.value === 'stopped') several.last.clear()
      else if (station.value !== null) several.last.write(station.value)
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
    missing: computed(() => {
      // Of one alone its explanation says so.
      if (tiles.value.length === 0) return []
      return babies.all.value
        .filter(({ watched }) => watched.watching.isMissed.value)
        .map(({ watched }) => watched.night.station.value?.name ?? '')
    }),
    blocked: computed(() => tiles.value.some((place) => place.player.blocked.value)),
    choose(session) {
      const known = watchedAs(session)
      if (known === babies.focus.peek() || (known === undefined && tiles.peek().length === 0)) return false
      const baby = known ?? add(session)
      if (baby !== null) enlarge(baby)
      return baby !== null
    },
    toggle({ session, baby }) {
      if (baby !== null) remove(baby)
      else if (session !== null) add(session)
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
function lastOf(station: KnownStation | null): LastStation {
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
