// Bundles the browser's code, its workers and the server with esbuild.

import { readFile, readdir } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { build as esbuild } from 'esbuild'
import type { BuildOptions } from 'esbuild'
import { workerPath } from '../../public/app/messages.ts'
import type { AssetUrls } from '../../public/shared/asset-urls.ts'
import { languageCodes } from '../../public/shared/languages.ts'
import { assetsOf, bundleIn, outputNamed, togetherIn, urlOf } from './language-bundle.ts'
import { helpAssets, helpSources } from './help.ts'
import { installAssets } from './install.ts'
import { integrityOf } from './integrity.ts'
import { staticFile, writeAssets } from './manifest.ts'
import type { Asset } from './manifest.ts'
import type { PageFile } from './pages.ts'
import { removeOthers } from './stale.ts'
import { buildWelcome } from './welcome.ts'

export interface BuildResult {
  /** Bytes with brotli of HTML, CSS and JavaScript that each page loads before it can be used, in the language with most. */
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
  // As the box sends them; otherwise every letter that English has not would be escaped.
  charset: 'utf8',
  // Licences ask that their notices travel with the code.
  legalComments: 'eof',
  logLevel: 'warning',
  entryNames: 'assets/[name]-[hash]',
  chunkNames: 'assets/[name]-[hash]',
} satisfies BuildOptions

export async function buildPublic(root: string, folder: string): Promise<Map<string, number>> {
  const common = { ...browser, absWorkingDir: root, outdir: folder }
  // A classic script without imports runs as a worker of either type.
  const worker = await esbuild({
    ...common,
    format: 'iife',
    entryPoints: [...Object.values(workers), ...Object.values(helpSources)],
  })
  const built = (source: string): string => urlOf(relative(folder, join(root, outputNamed(worker.metafile, source))))
  const assetUrls = Object.fromEntries(Object.entries(workers).map(([name, source]) => [name, built(source)]))
  const workerAssets = worker.outputFiles.map(({ path, contents }): Asset => {
    const name = relative(folder, path)
    return { path: urlOf(name), file: name, content: contents, immutable: true }
  })
  const fileOf = (source: string): PageFile => {
    const url = built(source)
    return { url, integrity: integrityOf(workerAssets.find(({ path }) => path === url)?.content ?? new Uint8Array()) }
  }
  const html = await readFile(join(root, 'public/index.html'), 'utf8')
  const options = { ...common, define: { builtAssetUrls: JSON.stringify(assetUrls) } }
  const together = await togetherIn(options)
  const bundles = await Promise.all(
    languageCodes.map((language) => bundleIn(language, { html, folder, options, together })),
  )
  const served = [
    ...bundles.flatMap(({ documents }) => documents),
    ...workerAssets,
    ...assetsOf(bundles, folder),
    ...(await staticAssets(root)),
    ...(await helpAssets(root, { script: fileOf(helpSources.script), styles: [fileOf(helpSources.style)] })),
  ]
  const bundled = bundles.map(({ language, files }) => {
    const paths = files.map(({ path }) => urlOf(relative(folder, path)))
    return [language, new Set(paths)] as const
  })
  const serviceWorker = await buildServiceWorker(common)
  const transfers = await writeAssets(folder, [...served, ...installAssets(served, new Map(bundled)), serviceWorker])
  const weigh = (files: readonly string[]): number => files.reduce((sum, file) => sum + (transfers.get(file) ?? 0), 0)
  const paths = bundles.flatMap(({ needs }) => [...needs.keys()])
  return new Map(paths.map((path) => [path, Math.max(...bundles.map(({ needs }) => weigh(needs.get(path) ?? [])))]))
}

/** Has one name for ever, so that browsers find the next version of it. */
async function buildServiceWorker(common: BuildOptions): Promise<Asset> {
  const entryPoints = ['public/app/worker.ts']
  const { outputFiles } = await esbuild({ ...common, write: false, format: 'iife', entryPoints })
  const [file] = outputFiles
  if (file === undefined) throw new Error('The bundle has no service worker')
  return { path: workerPath, file: workerPath.slice(1), content: file.contents, immutable: false }
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
    banner: {
      js: "import { createRequire as requiring } from 'node:module'\nconst require = requiring(import.meta.url)",
    },
    legalComments: 'eof',
    logLevel: 'warning',
  })
  const written = Object.keys(metafile.outputs).map((file) => relative(output, join(root, file)))
  for (const folder of ['chunks', 'command']) {
    const keep = written.filter((file) => file.startsWith(`${folder}/`)).map((file) => relative(folder, file))
    await removeOthers(join(output, folder), new Set(keep))
  }
}
