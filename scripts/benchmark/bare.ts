// Bundles the references as the box is bundled, so that neither starts with a compiler.

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = join(import.meta.dirname, '../../.build/benchmark')

export interface Bare {
  readonly program: string
  readonly pages: string
}

export async function buildBare(): Promise<Bare> {
  const common = { bundle: true, format: 'esm', outdir: folder, logLevel: 'warning' } as const
  const source = (name: string): string => join(import.meta.dirname, name)
  await build({ ...common, entryPoints: [source('bare-relay.ts')], platform: 'node', packages: 'external' })
  await build({ ...common, entryPoints: [source('bare-station.ts')], platform: 'browser', minify: true })
  copyFileSync(source('bare-station.html'), join(folder, 'bare-station.html'))
  return { program: join(folder, 'bare-relay.js'), pages: folder }
}
