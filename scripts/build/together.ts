// Keeps together what every page loads. esbuild cuts a piece for each set of pages that share something, which made 26 files for a
// station, most of them smaller than their headers: over HTTP/1.1 they wait for each other six at a time, and each compresses alone.
// In one piece it is 5 files, and a tenth fewer bytes.

import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import type { Metafile, Plugin } from 'esbuild'

type Inputs = Metafile['inputs']

export interface Together {
  /** What is loaded whichever page is opened. */
  readonly modules: readonly string[]
  /** Where loading begins: with the first, or by an import that waits until it is wanted. */
  readonly entries: ReadonlySet<string>
}

/** @param stations the pages of which a phone in use opens one: what both need belongs to all */
export function findTogether(inputs: Inputs, first: string, stations: readonly [string, string]): Together {
  const [baby, parent] = stations.map((station) => closureOf(inputs, station)) as [Set<string>, Set<string>]
  const always = closureOf(inputs, first)
  for (const module of baby) if (parent.has(module)) always.add(module)
  const later = Object.values(inputs).flatMap(({ imports }) =>
    imports.filter(({ kind, external }) => kind === 'dynamic-import' && external !== true).map(({ path }) => path),
  )
  const entries = new Set([first, ...later])
  return { modules: [...always].filter((module) => !entries.has(module)).toSorted(), entries }
}

function closureOf(inputs: Inputs, start: string, seen = new Set<string>()): Set<string> {
  if (seen.has(start)) return seen
  seen.add(start)
  for (const { path, kind, external } of inputs[start]?.imports ?? []) {
    if (kind === 'import-statement' && external !== true) closureOf(inputs, path, seen)
  }
  return seen
}

/** What is reached from the same entries gets into one piece: so each entry is made to reach all of it. */
export function keepTogether(root: string, { modules, entries }: Together): Plugin {
  const name = 'together'
  return {
    name,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^together$/ }, ({ path }) => ({ path, namespace: name }))
      onLoad({ filter: /.*/, namespace: name }, () => ({
        contents: modules.map((module) => `import ${JSON.stringify(`./${module}`)}`).join('\n'),
        resolveDir: root,
      }))
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (!entries.has(relative(root, path))) return null
        return { contents: `import '${name}'\n${await readFile(path, 'utf8')}`, loader: 'ts' }
      })
    },
  }
}
