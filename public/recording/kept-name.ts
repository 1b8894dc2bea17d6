// What a recording is called in this phone's private storage: a random id, so that two tabs never meet, and the name that it
// will have in Downloads, so that everything else can be read from it after a crash.

/** `${id}.${fileName}`. */
export type Key = string & { readonly brand: 'recording key' }

/**
 * `raw`: as it was recorded, whole up to its last byte or broken off. `out`: the finished file; while `raw` is still there, it is
 * not finished. `handed`: an empty file, as old as the hand-over.
 */
export const endings = ['raw', 'out', 'handed'] as const
export type Ending = (typeof endings)[number]

const pattern = /^([0-9a-f]{8}\.BeddyBytes-.+\.(?:mp4|m4a|webm))\.(raw|out|handed)$/

export function makeKey(fileName: string, random: number): Key {
  return `${Math.floor(random * 2 ** 32)
    .toString(16)
    .padStart(8, '0')}.${fileName}` as Key
}

export function fileOf(key: Key, ending: Ending): string {
  return `${key}.${ending}`
}

/** Null for a file that is none of ours. */
export function parseFile(name: string): { readonly key: Key; readonly ending: Ending } | null {
  const [, key, ending] = pattern.exec(name) ?? []
  return key === undefined ? null : { key: key as Key, ending: ending as Ending }
}

export function fileNameOf(key: Key): string {
  return key.slice(9)
}
