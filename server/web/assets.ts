// The built pages, scripts and pictures. A path that is not in the list does not exist, so there is no way from a URL to the file
// system. Bytes are read when somebody first asks for a language, all of it together: an idle box holds only what its family
// uses, and a page that runs still finds its later pieces when the folder has been built anew.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import * as v from 'valibot'
import { languageCodes } from '../../public/shared/languages.ts'
import type { WebRequest, WebResponse } from './exchange.ts'
import { languageFor, languageHeaders } from './language.ts'

const manifestSchema = v.object({
  files: v.array(
    v.object({
      path: v.string(),
      /** Of its words. A path that does not say so by its own hash is there once for each. */
      language: v.optional(v.picklist(languageCodes)),
      type: v.string(),
      etag: v.string(),
      immutable: v.boolean(),
      file: v.string(),
      brotli: v.optional(v.string()),
    }),
  ),
})

/** So many are kept unpacked, for the few who take no Brotli: a page with its pieces. */
const mostUnpacked = 8

type Entry = v.InferOutput<typeof manifestSchema>['files'][number]

export interface Assets {
  readonly paths: readonly string[]
  /** Null when there is none at this path. */
  respond(request: Pick<WebRequest, 'path' | 'headers'>): WebResponse | null
}

/** @param folder `.build/public`, as scripts/build.ts leaves it */
export function loadAssets(folder: string): Assets {
  const { files } = v.parse(manifestSchema, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  const byPath = new Map<string, Entry[]>()
  for (const file of files) byPath.set(file.path, [...(byPath.get(file.path) ?? []), file])
  const held = new Map<Entry['language'], ReadonlyMap<string, Uint8Array>>()

  /** Packed, of all files in this language. What does not pack is a picture, and seldom asked for. */
  function packedIn(language: Entry['language']): ReadonlyMap<string, Uint8Array> {
    const known = held.get(language)
    if (known !== undefined) return known
    const packed = new Map<string, Uint8Array>()
    for (const file of files) {
      if (file.language === language && file.brotli !== undefined) {
        packed.set(file.file, readFileSync(join(folder, file.brotli)))
      }
    }
    held.set(language, packed)
    return packed
  }

  const unpacked = new Map<Uint8Array, Uint8Array>()
  function unpack(packed: Uint8Array): Uint8Array {
    const body = unpacked.get(packed) ?? brotliDecompressSync(packed)
    // The one that was asked for last is the last to go.
    unpacked.delete(packed)
    unpacked.set(packed, body)
    const [oldest] = unpacked.keys()
    if (unpacked.size > mostUnpacked && oldest !== undefined) unpacked.delete(oldest)
    return body
  }

  function headersOf({ type, etag, immutable, brotli, language }: Entry): Readonly<Record<string, string>> {
    return {
      'Content-Type': type,
      ETag: etag,
      'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(brotli === undefined ? {} : { Vary: 'Accept-Encoding' }),
      ...(language === undefined || immutable ? {} : languageHeaders(language)),
    }
  }

  function choose(entries: readonly Entry[], request: Pick<WebRequest, 'headers'>): Entry | undefined {
    const [first] = entries
    if (entries.length <= 1) return first
    const wanted = languageFor(request.headers)
    return entries.find(({ language }) => language === wanted) ?? first
  }

  return {
    paths: [...byPath.keys()],
    respond(request) {
      const entry = choose(byPath.get(request.path) ?? [], request)
      if (entry === undefined) return null
      const headers = headersOf(entry)
      const { etag, file, language } = entry
      const known = request.headers.get('if-none-match')?.split(',')
      if (known?.some((one) => one.trim() === etag)) return { status: 304, headers, body: '' }
      const packed = packedIn(language).get(file)
      if (packed === undefined) return { status: 200, headers, body: readFileSync(join(folder, file)) }
      const takesBrotli = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(request.headers.get('accept-encoding') ?? '')
      if (!takesBrotli) return { status: 200, headers, body: unpack(packed) }
      return { status: 200, headers: { ...headers, 'Content-Encoding': 'br' }, body: packed }
    },
  }
}
