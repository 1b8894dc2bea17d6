// Which babies this tab watches, so that a reload goes back to all of them, and whose sound this phone plays.

import * as v from 'valibot'
import { knownStationSchema } from '../parent/last-station.ts'

export const soundsSchema = v.picklist(['all', 'loudest', 'one'])
/** `one` is the one that is large. */
export type Sounds = v.InferOutput<typeof soundsSchema>

/** A person has `stopped` it: it is watched when it is back, and not missed. */
const keptSchema = v.object({ ...knownStationSchema.entries, stopped: v.optional(v.boolean(), false) })
export type Kept = v.InferOutput<typeof keptSchema>

const watchedSchema = v.pipe(v.array(keptSchema), v.maxLength(16))

export interface GridMemory {
  /** All of them; empty while it was one alone. */
  readWatched(): readonly Kept[]
  writeWatched(watched: readonly Kept[]): void
  readSounds(): Sounds
  writeSounds(sounds: Sounds): void
}

type Keep = () => Pick<Storage, 'getItem' | 'setItem'> | null

/** @param account whose babies they are: another one on the same phone does not learn their names, nor whom it silences */
export function createGridMemory(tab: Keep, phone: Keep, account: string): GridMemory {
  const watchedKey = `beddybytes.watched-together.${account}`
  const soundsKey = `beddybytes.sounds.${account}`
  const read = <Value>(keep: Keep, key: string, schema: v.GenericSchema<unknown, Value>, usual: Value): Value => {
    try {
      const kept = v.safeParse(schema, JSON.parse(keep()?.getItem(key) ?? 'null'))
      return kept.success ? kept.output : usual
    } catch {
      return usual
    }
  }
  const write = (keep: Keep, key: string, value: unknown): void => {
    try {
      keep()?.setItem(key, JSON.stringify(value))
    } catch {
      // Without a memory it holds until the page is reloaded.
    }
  }
  return {
    readWatched: () => read(tab, watchedKey, watchedSchema, []),
    writeWatched: (watched) => write(tab, watchedKey, watched),
    // Nobody is silent unless a parent wants it so.
    readSounds: () => read(phone, soundsKey, soundsSchema, 'all'),
    writeSounds: (sounds) => write(phone, soundsKey, sounds),
  }
}
