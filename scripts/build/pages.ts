// The app's pages: one HTML file per path, each asking at once for the code that this path needs.

import type { Metafile } from 'esbuild'
import type { Language } from '../../public/shared/languages.ts'
import { frameOf } from '../../public/shell/frame.ts'
import { commonWords, documentWords } from './catalogue.ts'

/** Where it is served, and what the browser is to find there: what it keeps may be another box's. */
export interface PageFile {
  readonly url: string
  readonly integrity: string
}

export interface PageAssets {
  readonly path: string
  readonly language: Language
  readonly script: PageFile
  readonly styles: readonly PageFile[]
  readonly preloads: readonly PageFile[]
}

const more = 'public/shell/more-pages.ts'
/** Paths of the app and the module that its shell imports for each. Whoever opens `/` is logged in, most days. */
export const pages: ReadonlyMap<string, string> = new Map([
  ['/', 'public/shell/home.ts'],
  ['/baby', 'public/baby/page.ts'],
  ['/parent', 'public/parent/page.ts'],
  ['/account', more],
  ['/licence', more],
  ['/add-phone', more],
  ['/guests', more],
  ['/join', more],
  ['/guest', 'public/joining/guest.ts'],
  ['/find', more],
])

/**
 * The pages that are one file beside what all share, each with what is loaded where this page is already, or is all of it and more.
 * A phone in use opens a station, by way of home or at once, and waits for it.
 */
export const pieces: ReadonlyMap<string, readonly string[]> = new Map([
  ['public/shell/home.ts', [more]],
  ['public/baby/page.ts', ['public/baby/night-rooms.ts']],
  ['public/parent/page.ts', ['public/parent/night-rooms.ts', 'public/recording/room.ts', 'public/joining/guest.ts']],
])

/** Fills the places that public/index.html keeps for the build. */
export function renderPage(html: string, assets: PageAssets): string {
  const link = (rel: string) => (file: PageFile) => `<link rel="${rel}" href="${file.url}"${integrity(file)}>`
  const styles = assets.styles.map(link('stylesheet'))
  const preloads = assets.preloads.map(link('modulepreload'))
  const script = [`<script type="module" src="${assets.script.url}"${integrity(assets.script)}></script>`]
  const places = [
    ['lang="en"', [`lang="${assets.language}"`]],
    ['<!-- styles -->', styles],
    ['<!-- preloads -->', preloads],
    ['<!-- script -->', script],
    ['<!-- frame -->', [frameOf(assets.path, commonWords[assets.language].shell)]],
    ['<!-- no script -->', [documentWords[assets.language].noScript]],
  ] as const
  return places.reduce((filled, [place, lines]) => fill(filled, place, lines), html)
}

/** The output that esbuild made of a source, as its metafile names it. */
export function outputOf(metafile: Metafile, source: string): string | undefined {
  return Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === source)?.[0]
}

/** An output and every chunk that has to be there before it runs. */
export function staticClosure(metafile: Metafile, start: string, seen = new Set<string>()): Set<string> {
  if (seen.has(start)) return seen
  seen.add(start)
  for (const { path, kind, external } of metafile.outputs[start]?.imports ?? []) {
    if (kind === 'import-statement' && external !== true) staticClosure(metafile, path, seen)
  }
  return seen
}

const integrity = (file: PageFile): string => ` integrity="${file.integrity}"`

function fill(html: string, place: string, lines: readonly string[]): string {
  if (!html.includes(place)) throw new Error(`public/index.html has no ${place}`)
  return html.replace(place, () => lines.join(''))
}
