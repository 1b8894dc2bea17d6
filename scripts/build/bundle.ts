// Bundles the browser's code, its workers and the server with esbuild.

import { readFile, readdir } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { build as esbuild } from 'esbuild'
import type { BuildOptions, Metafile, OutputFile } from 'esbuild'
import type { AssetUrls } from '../../public/shared/asset-urls.ts'
import { staticFile, writeAssets } from './manifest.ts'
import type { Asset } from './manifest.ts'
import { outputOf, pages, renderPage, staticClosure } from './pages.ts'
import { removeOthers } from './stale.ts'
import { buildWelcome } from './welcome.ts'

export interface BuildResult {
  /** Bytes with brotli of HTML, CSS and JavaScript that each page loads before it can be used. */
  readonly weights: ReadonlyMap<string, number>
}

const workers = {
  zoomWorker: 'public/zoom/zoom-worker.ts',
  recordingWorker: 'public/recording/recording-worker.ts',
  loudnessWorklet: 'public/noise/loudness-worklet.ts',
  nightStyle: 'public/night.css',
  finishingWorker: 'public/recording/finishing-worker.ts',
} satisfies Record<keyof AssetUrls, string>

/**
 * Packages with a binary of their own find it beside themselves. All others go into the server's bundle: against loading
 * them file by file, it was up 50 ms sooner and held 7 MiB less.
 */
export const unbundled = ['uWebSockets.js', 'better-sqlite3', '@node-rs/argon2'] as const

export async function build(root: string, output: string): Promise<BuildResult> {
  const [weights] = await Promise.all([
    buildPublic(root, join(output, 'public')),
    buildWelcome(root, join(output, 'welcome')),
    buildServer(root, output),
  ])
  return { weights }
}

const browser = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  platform: 'browser',
  target: 'es2022',
  // Licences ask that their notices travel with the code.
  legalComments: 'eof',
  logLevel: 'warning',
  entryNames: 'assets/[name]-[hash]',
  chunkNames: 'assets/[name]-[hash]',
} satisfies BuildOptions

export async function buildPublic(root: string, folder: string): Promise<Map<string, number>> {
  const common = { ...browser, absWorkingDir: root, outdir: folder }
  // A classic script without imports runs as a worker of either type.
  const worker = await esbuild({ ...common, format: 'iife', entryPoints: Object.values(workers) })
  const url = (file: string): string => `/${relative(folder, join(root, file))}`
  const urlOf = (metafile: Metafile, source: string): string => {
    const file = outputOf(metafile, source)
    if (file === undefined) throw new Error(`The bundle has no ${source}`)
    return url(file)
  }
  const assetUrls = Object.fromEntries(
    Object.entries(workers).map(([name, source]) => [name, urlOf(worker.metafile, source)]),
  )
  const app = await esbuild({
    ...common,
    format: 'esm',
    splitting: true,
    entryPoints: ['public/main.ts', 'public/style.css'],
    define: { builtAssetUrls: JSON.stringify(assetUrls) },
  })

  const html = await readFile(join(root, 'public/index.html'), 'utf8')
  const script = urlOf(app.metafile, 'public/main.ts')
  const style = urlOf(app.metafile, 'public/style.css')
  const needs = new Map<string, string[]>()
  const documents = [...pages].map(([path, source]): Asset => {
    const start = [outputOf(app.metafile, 'public/main.ts'), outputOf(app.metafile, source)]
    const closureOf = (files: readonly (string | undefined)[]): Set<string> =>
      new Set(files.flatMap((file) => (file ? [...staticClosure(app.metafile, file)] : [])))
    const closure = closureOf(start)
    // From home it goes on to one of the stations: what both need costs neither a byte more, and the tap does not wait for it.
    if (path === '/') {
      const [baby, parent] = ['/baby', '/parent'].map((to) => closureOf([outputOf(app.metafile, pages.get(to) ?? '')]))
      for (const file of baby ?? []) if (parent?.has(file)) closure.add(file)
    }
    const modules = [...closure].map(url)
    needs.set(path, [path, style, ...modules])
    const preloads = modules.filter((module) => module !== script)
    const content = Buffer.from(renderPage(html, { script, styles: [style], preloads }))
    return { path, file: path === '/' ? 'index.html' : `${path.slice(1)}.html`, content, immutable: false }
  })

  const bundled = [...worker.outputFiles, ...app.outputFiles].map((file: OutputFile): Asset => {
    const name = relative(folder, file.path)
    return { path: `/${name}`, file: name, content: file.contents, immutable: true }
  })
  const transfers = await writeAssets(folder, [...documents, ...bundled, ...(await staticAssets(root))])
  const weigh = (paths: string[]): number => paths.reduce((sum, path) => sum + (transfers.get(path) ?? 0), 0)
  return new Map([...needs].map(([path, paths]) => [path, weigh(paths)]))
}

async function staticAssets(root: string): Promise<Asset[]> {
  const names = (await readdir(join(root, 'public'))).filter((name) => staticFile.test(name))
  return Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(root, 'public', name))
      return { path: `/${name}`, file: name, content, immutable: false }
    }),
  )
}

async function buildServer(root: string, output: string): Promise<void> {
  const commands = await readdir(join(root, 'server/command')).catch(() => [])
  const entryPoints = [
    { in: 'server/main.ts', out: 'server' },
    ...commands
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => ({ in: `server/command/${name}`, out: `command/${basename(name, '.ts')}` })),
  ]
  const { metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints,
    outdir: output,
    bundle: true,
    splitting: true,
    metafile: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    external: [...unbundled],
    // Some of the packages are CommonJS and call this for Node's own modules.
    banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" },
    legalComments: 'eof',
    logLevel: 'warning',
  })
  const written = Object.keys(metafile.outputs).map((file) => relative(output, join(root, file)))
  for (const folder of ['chunks', 'command']) {
    const keep = written.filter((file) => file.startsWith(`${folder}/`)).map((file) => relative(folder, file))
    await removeOthers(join(output, folder), new Set(keep))
  }
}
