// Writes what the server serves, each file beside its brotli, and the manifest that lists them all.

import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Language } from '../../public/shared/languages.ts'
import { removeOthers } from './stale.ts'

export interface Asset {
  /** The URL's path. */
  readonly path: string
  /** Where it lies in the output folder. */
  readonly file: string
  readonly content: Uint8Array
  /** Its name holds a hash of its content, so that a browser may keep it for ever. */
  readonly immutable: boolean
  /** That of its words; without one it serves all. A path is there once, or once for each language. */
  readonly language?: Language
}

export interface ManifestEntry {
  readonly path: string
  readonly language?: Language
  readonly type: string
  readonly etag: string
  readonly immutable: boolean
  readonly file: string
  readonly brotli?: string
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
}

/** The kinds of file in public/ itself that are served as they are, under their own name. */
export const staticFile = /\.(?:svg|png)$/

/** Gives the number of bytes that each file costs a browser that takes brotli. */
export async function writeAssets(folder: string, assets: readonly Asset[]): Promise<Map<string, number>> {
  const transfers = new Map<string, number>()
  const files = await Promise.all(
    assets.map(async (asset) => {
      const { entry, bytes } = await writeAsset(folder, asset)
      transfers.set(asset.file, bytes)
      return entry
    }),
  )
  // The manifest comes last and at once: whoever reads it finds every file that it names.
  const draft = join(folder, `manifest-${process.pid}.json`)
  await writeFile(draft, `${JSON.stringify({ files }, null, 1)}\n`)
  await rename(draft, join(folder, 'manifest.json'))
  await removeOthers(folder, new Set(['manifest.json', ...files.flatMap(({ file, brotli }) => [file, brotli ?? file])]))
  return transfers
}

async function writeAsset(folder: string, asset: Asset): Promise<{ entry: ManifestEntry; bytes: number }> {
  const type = types[extname(asset.file)]
  if (type === undefined) throw new Error(`No content type is known for ${asset.file}`)
  await mkdir(dirname(join(folder, asset.file)), { recursive: true })
  await writeFile(join(folder, asset.file), asset.content)
  const digest = createHash('sha256').update(asset.content).digest('base64url').slice(0, 22)
  const { path, file, immutable, language } = asset
  const entry = { path, ...(language && { language }), type, etag: `"${digest}"`, immutable, file }

  const packed = await compress(join(folder, `${file}.br`), asset)
  if (packed.length >= asset.content.length) return { entry, bytes: asset.content.length }
  await writeFile(join(folder, `${file}.br`), packed)
  return { entry: { ...entry, brotli: `${file}.br` }, bytes: packed.length }
}

async function compress(earlier: string, asset: Asset): Promise<Buffer> {
  // The name of an immutable file stands for its content, and quality 11 is most of the build's time.
  const kept = asset.immutable ? await readFile(earlier).catch(() => undefined) : undefined
  if (kept !== undefined && kept.length > 0) return kept
  return promisify(brotliCompress)(asset.content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: asset.content.length,
    },
  })
}
