// Bundles the app in one language, and writes its pages.

import { join, relative } from 'node:path'
import { build as esbuild } from 'esbuild'
import type { BuildOptions, Metafile } from 'esbuild'
import { languageCodes } from '../../public/shared/languages.ts'
import type { Language } from '../../public/shared/languages.ts'
import { inLanguage } from './catalogue.ts'
import { integrityOf } from './integrity.ts'
import type { Asset } from './manifest.ts'
import { outputOf, pages, pieces, renderPage, staticClosure } from './pages.ts'
import type { PageFile } from './pages.ts'
import { withoutPointers } from './pointers.ts'
import type { BuiltFile } from './pointers.ts'
import { findTogether, keepTogether } from './together.ts'
import type { Together } from './together.ts'

export interface LanguageBundle {
  readonly language: Language
  readonly documents: readonly Asset[]
  readonly files: readonly BuiltFile[]
  /** Of each page, by its path: the files that it needs before it can be used, its own first. */
  readonly needs: ReadonlyMap<string, readonly string[]>
}

export interface BundlePlace {
  /** index.html, with its places for what is written here. */
  readonly html: string
  readonly folder: string
  readonly options: BuildOptions & { readonly absWorkingDir: string; readonly write: false; readonly metafile: true }
  readonly together: Together
}

const entry = 'public/main.ts'

/** Is the same in all languages. */
export async function togetherIn(options: BundlePlace['options']): Promise<Together> {
  const { metafile } = await esbuild({
    ...options,
    minify: false,
    format: 'esm',
    splitting: true,
    entryPoints: [entry],
  })
  return findTogether(metafile.inputs, entry, pieces)
}

export async function bundleIn(
  language: Language,
  { html, folder, options, together }: BundlePlace,
): Promise<LanguageBundle> {
  const { metafile, outputFiles } = await esbuild({
    ...options,
    format: 'esm',
    splitting: true,
    entryPoints: [entry, 'public/style.css'],
    plugins: [keepTogether(options.absWorkingDir, together), inLanguage(language)],
    // Of what has no side effects, nothing is lost when it is imported for them alone.
    logOverride: { 'ignored-bare-import': 'silent' },
  })
  const { files, renamed } = withoutPointers(metafile, outputFiles)
  const nameOf = (file: string): string => relative(folder, join(options.absWorkingDir, renamed.get(file) ?? file))
  const main = outputNamed(metafile, entry)
  const script = nameOf(main)
  const style = nameOf(outputNamed(metafile, 'public/style.css'))
  const integrities = new Map(files.map(({ path, contents }) => [relative(folder, path), integrityOf(contents)]))
  const fileOf = (name: string): PageFile => ({ url: urlOf(name), integrity: integrities.get(name) ?? '' })
  const needs = new Map<string, readonly string[]>()
  const documents = [...pages].map(([path, source]): Asset => {
    const own = outputOf(metafile, source)
    const closure = [main, ...(own ? [own] : [])].flatMap((output) => [...staticClosure(metafile, output)])
    const modules = [...new Set(closure.map(nameOf))]
    const file = `${language}/${path === '/' ? 'index' : path.slice(1)}.html`
    needs.set(path, [file, style, ...modules])
    const preloads = modules.filter((module) => module !== script).map(fileOf)
    const page = renderPage(html, { path, language, script: fileOf(script), styles: [fileOf(style)], preloads })
    return { path, file, language, content: Buffer.from(page), immutable: false }
  })
  return { language, documents, files, needs }
}

/** What comes out the same in all languages belongs to none, and is there once. */
export function assetsOf(bundles: readonly LanguageBundle[], folder: string): Asset[] {
  const files = new Map<string, { readonly content: Uint8Array; readonly languages: Language[] }>()
  for (const { language, files: own } of bundles) {
    for (const { path, contents } of own) {
      const name = relative(folder, path)
      const file = files.get(name) ?? { content: contents, languages: [] }
      file.languages.push(language)
      files.set(name, file)
    }
  }
  return [...files].map(([name, { content, languages }]) => {
    const [language] = languages
    const own = language !== undefined && languages.length < languageCodes.length ? { language } : {}
    return { path: urlOf(name), file: name, content, immutable: true, ...own }
  })
}

export function outputNamed(metafile: Metafile, source: string): string {
  const file = outputOf(metafile, source)
  if (file === undefined) throw new Error(`The bundle has no ${source}`)
  return file
}

export const urlOf = (name: string): string => `/${name}`
