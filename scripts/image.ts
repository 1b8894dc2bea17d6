// Lays out what the container image holds: the finished build and, of all packages, the few that it still loads.
// Usage: node scripts/image.ts FOLDER

import { cp, mkdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import * as v from 'valibot'
import { unbundled } from './build/bundle.ts'

const root = join(import.meta.dirname, '..')
const { platform, arch, versions } = process

/** What a package brings for other machines, for compilers and for editors: nine tenths of the bytes. */
const dropped = [
  /\.(?:map|md|[cm]?ts)$/,
  /^better-sqlite3\/(?:deps|src|binding\.gyp)/,
  new RegExp(`^better-sqlite3/prebuilds/(?!${platform}-${arch}\\.node)`),
  new RegExp(`^uWebSockets\\.js/dist/bin/(?!uws_${platform}_${arch}_${versions.modules}\\.node)`),
]

/** Headers for building binaries, which are here already. */
const unneeded = new Set(['node-addon-api'])

const packageSchema = v.object({
  dependencies: v.optional(v.record(v.string(), v.string()), {}),
  optionalDependencies: v.optional(v.record(v.string(), v.string()), {}),
})

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Where Node finds a package when the one in `from` asks for it, or undefined for another machine's binaries. */
async function find(name: string, from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (basename(folder) !== 'node_modules' && (await exists(candidate))) return candidate
    if (folder === root) return undefined
  }
}

async function collect(names: readonly string[], from: string, found: Set<string>): Promise<Set<string>> {
  for (const name of names.filter((candidate) => !unneeded.has(candidate))) {
    const folder = await find(name, from)
    if (folder === undefined || found.has(folder)) continue
    found.add(folder)
    const { dependencies, optionalDependencies } = v.parse(
      packageSchema,
      JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')),
    )
    await collect(Object.keys({ ...dependencies, ...optionalDependencies }), folder, found)
  }
  return found
}

async function layOut(target: string): Promise<void> {
  await mkdir(target, { recursive: true })
  const modules = join(root, 'node_modules')
  for (const folder of await collect(unbundled, root, new Set())) {
    await cp(folder, join(target, 'node_modules', relative(modules, folder)), {
      recursive: true,
      filter: (source) => !dropped.some((pattern) => pattern.test(relative(modules, source))),
    })
  }
  for (const part of ['server.js', 'chunks', 'command', 'public', 'welcome']) {
    const source = join(root, '.build', part)
    if (await exists(source)) await cp(source, join(target, '.build', part), { recursive: true })
  }
  await cp(join(root, 'package.json'), join(target, 'package.json'))
}

const target = process.argv[2]
if (target === undefined) {
  console.error('Usage: node scripts/image.ts FOLDER')
  process.exitCode = 2
} else {
  await layOut(target)
}
