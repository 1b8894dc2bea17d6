// Keeps together what is needed together. esbuild cuts a piece for each set of pages that share something, which made 26 files for a
// station, most of them smaller than their headers: over HTTP/1.1 they wait for each other six at a time, and each compresses alone.
// Here it cuts one piece of what every page needs, and one of what each page needs besides.

import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import type { Metafile, Plugin } from 'esbuild'

type Inputs = Metafile['inputs']

export interface Together {
  /** By the module that a piece is named after: all of its modules. */
  readonly pieces: ReadonlyMap<string, readonly string[]>
  /** Where loading begins, with the first module or by an import that waits until it is wanted; and the pieces that are there then. */
  readonly entries: ReadonlyMap<string, readonly string[]>
}

/**
 * @param pages the modules that begin a piece, each with the entries that are loaded only where this page is, or that contain it.
 * What other entries share with a page belongs to all, because it would be a file of its own otherwise.
 */
export function findTogether(inputs: Inputs, first: string, pages: ReadonlyMap<string, readonly string[]>): Together {
  const later = Object.values(inputs).flatMap(({ imports }) =>
    imports.filter(({ kind, external }) => kind === 'dynamic-import' && external !== true).map(({ path }) => path),
  )
  const closures = new Map([first, ...later].map((entry) => [entry, closureOf(inputs, entry)]))
  const always = closureOf(inputs, first)
  const pieces = new Map<string, readonly string[]>()
  for (const [page, others] of pages) {
    const own = closureOf(inputs, page)
    for (const [entry, closure] of closures) {
      if (entry === page || others.includes(entry)) continue
      for (const module of closure) if (own.has(module)) always.add(module)
    }
    pieces.set(page, [...own])
  }
  for (const [page, own] of pieces) pieces.set(page, own.filter((module) => !always.has(module)).toSorted())
  pieces.set(first, [...always].toSorted())
  const piecesOf = (entry: string): readonly string[] => [
    first,
    ...[...pages].filter(([page, others]) => page === entry || others.includes(entry)).map(([page]) => page),
  ]
  return { pieces, entries: new Map([...closures.keys()].map((entry) => [entry, piecesOf(entry)])) }
}

function closureOf(inputs: Inputs, start: string, seen = new Set<string>()): Set<string> {
  if (seen.has(start)) return seen
  seen.add(start)
  for (const { path, kind, external } of inputs[start]?.imports ?? []) {
    if (kind === 'import-statement' && external !== true) closureOf(inputs, path, seen)
  }
  return seen
}

/** What is reached from the same entries gets into one piece: so each entry is made to reach all of its pieces. */
export function keepTogether(root: string, { pieces, entries }: Together): Plugin {
  const name = 'together'
  return {
    name,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^together:/ }, ({ path }) => ({ path: path.slice(name.length + 1), namespace: name }))
      onLoad({ filter: /.*/, namespace: name }, ({ path }) => ({
        contents: (pieces.get(path) ?? []).map((module) => `import ${JSON.stringify(`./${module}`)}`).join('\n'),
        resolveDir: root,
      }))
      onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => {
        const own = entries.get(relative(root, path))
        if (own === undefined) return null
        const imports = own.map((piece) => `import '${name}:${piece}'`)
        return { contents: [...imports, await readFile(path, 'utf8')].join('\n'), loader: 'ts' }
      })
    },
  }
}
