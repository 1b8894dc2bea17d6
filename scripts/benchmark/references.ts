// Bundles the references as the box is bundled, so that none starts with a compiler.

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = join(import.meta.dirname, '../../.build/benchmark')
const programs = { bare: 'bare-relay', ws: 'ws-relay', socketIo: 'socket-io-relay', peerJs: 'peer-js-relay' } as const

export type Reference = keyof typeof programs

export interface References {
  readonly programs: Readonly<Record<Reference, string>>
  /** Where the bare stations are. */
  readonly pages: string
}

export async function buildReferences(): Promise<References> {
  const common = { bundle: true, format: 'esm', outdir: folder, logLevel: 'warning' } as const
  const source = (name: string): string => join(import.meta.dirname, name)
  const entryPoints = Object.values(programs).map((name) => source(`${name}.ts`))
  await build({ ...common, entryPoints, platform: 'node', packages: 'external' })
  await build({ ...common, entryPoints: [source('bare-station.ts')], platform: 'browser', minify: true })
  copyFileSync(source('bare-station.html'), join(folder, 'bare-station.html'))
  const built = (name: Reference): string => join(folder, `${programs[name]}.js`)
  return {
    programs: { bare: built('bare'), ws: built('ws'), socketIo: built('socketIo'), peerJs: built('peerJs') },
    pages: folder,
  }
}
