// The built pages, scripts and pictures, read into memory once. A path that is not in the list does not exist, so there
// is no way from a URL to the file system.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { WebRequest, WebResponse } from './exchange.ts'

const manifestSchema = v.object({
  files: v.array(
    v.object({
      path: v.string(),
      type: v.string(),
      etag: v.string(),
      immutable: v.boolean(),
      file: v.string(),
      brotli: v.optional(v.string()),
    }),
  ),
})

interface Asset {
  readonly headers: Readonly<Record<string, string>>
  readonly plain: Uint8Array
  readonly brotli: Uint8Array | null
}

export interface Assets {
  readonly paths: readonly string[]
  /** Null when there is none at this path. */
  respond(request: Pick<WebRequest, 'path' | 'headers'>): WebResponse | null
}

/** @param folder `.build/public`, as scripts/build.ts leaves it */
export function loadAssets(folder: string): Assets {
  const manifest = v.parse(manifestSchema, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  const read = (file: string): Uint8Array => readFileSync(join(folder, file))
  const assets = new Map<string, Asset>()
  for (const { path, type, etag, immutable, file, brotli } of manifest.files) {
    const headers = {
      'Content-Type': type,
      ETag: etag,
      'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(brotli === undefined ? {} : { Vary: 'Accept-Encoding' }),
    }
    assets.set(path, { headers, plain: read(file), brotli: brotli === undefined ? null : read(brotli) })
  }
  return {
    paths: [...assets.keys()],
    respond({ path, headers }) {
      const asset = assets.get(path)
      if (asset === undefined) return null
      if (
        headers
          .get('if-none-match')
          ?.split(/\s*,\s*/)
          .includes(asset.headers['ETag'] ?? '')
      ) {
        return { status: 304, headers: asset.headers, body: '' }
      }
      const takesBrotli = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(headers.get('accept-encoding') ?? '')
      if (asset.brotli === null || !takesBrotli) {
        return { status: 200, headers: asset.headers, body: asset.plain }
      }
      return { status: 200, headers: { ...asset.headers, 'Content-Encoding': 'br' }, body: asset.brotli }
    },
  }
}
