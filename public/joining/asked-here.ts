// What this tab has asked and waits for. A phone may throw a page away while its person looks at the other phone: the page that is loaded
// anew goes on waiting, where the code itself would not work a second time.

import * as v from 'valibot'

const schema = v.object({
  ticket: v.string(),
  name: v.string(),
  endsMs: v.number(),
  /** The household's, when it came with the link. */
  secret: v.nullable(v.string()),
})
export type AskedHere = v.InferOutput<typeof schema>

export interface AskedMemory {
  read(): AskedHere | null
  /** Null when it has come to its end. */
  write(asked: AskedHere | null): void
}

const key = 'beddybytes.joining'

export function askedHere(storage: () => Storage | null): AskedMemory {
  return {
    read() {
      try {
        return v.parse(schema, JSON.parse(storage()?.getItem(key) ?? ''))
      } catch {
        return null
      }
    },
    write(asked) {
      try {
        if (asked === null) storage()?.removeItem(key)
        else storage()?.setItem(key, JSON.stringify(asked))
      } catch {
        // Without storage, a page that is loaded anew begins from the start.
      }
    },
  }
}
