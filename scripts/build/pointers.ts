// esbuild writes a file for each entry, even where all of its code has gone into a piece: that one only points to it. It costs a
// request, and a way to the box and back before the piece is asked for. So the piece takes the name and the place of its pointer.

import { basename } from 'node:path'
import type { Metafile } from 'esbuild'

export interface BuiltFile {
  readonly path: string
  readonly contents: Uint8Array
}

export interface WithoutPointers {
  readonly files: readonly BuiltFile[]
  /** The outputs that have another name now, as the metafile names them. */
  readonly renamed: ReadonlyMap<string, string>
}

const importing = /^import(?:\{([^}]*)\}from)?"\.\/([^"]+)";/
const exporting = /^export\{([^}]*)\};\s*$/

/**
 * @param built minified; names hold hashes that stand for what a file imports too, so that they stay good
 * A pointer that is written in another way than this is known to be stays: it costs its request and works.
 */
export function withoutPointers(metafile: Metafile, built: readonly BuiltFile[]): WithoutPointers {
  const texts = new Map(built.map(({ path, contents }) => [basename(path), new TextDecoder().decode(contents)]))
  const renamed = new Map<string, string>()
  for (const [pointer, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    if (entryPoint === undefined || entryPoint in inputs) continue
    const [piece] = Object.entries(metafile.outputs).find(([, output]) => entryPoint in output.inputs) ?? []
    if (piece === undefined || renamed.has(piece)) continue
    const whole = take(texts.get(basename(pointer)) ?? '', basename(piece), texts.get(basename(piece)) ?? '')
    if (whole === null) continue
    texts.set(basename(pointer), whole)
    texts.delete(basename(piece))
    renamed.set(piece, pointer)
  }
  const names = [...renamed].map(([from, to]) => [`"./${basename(from)}"`, `"./${basename(to)}"`] as const)
  const files = built.flatMap(({ path, contents }): BuiltFile[] => {
    const text = texts.get(basename(path))
    if (text === undefined) return []
    if (!path.endsWith('.js')) return [{ path, contents }]
    const rewritten = names.reduce((code, [from, to]) => code.replaceAll(from, to), text)
    return [{ path, contents: new TextEncoder().encode(rewritten) }]
  })
  return { files, renamed }
}

/** The piece, which exports what the pointer did too. */
function take(pointer: string, piece: string, code: string): string | null {
  /** By the pointer's own name for it, the piece's. */
  const taken = new Map<string, string>()
  let rest = pointer
  for (let match = importing.exec(rest); match !== null; match = importing.exec(rest)) {
    const [statement, names, from] = match
    if (names !== undefined && from !== piece) return null
    for (const [theirs, own] of pairsOf(names)) taken.set(own, theirs)
    rest = rest.slice(statement.length)
  }
  const given = exporting.exec(rest)
  if (given === null) return rest.trim() === '' ? code : null
  const at = code.lastIndexOf('export{')
  const end = code.indexOf('}', at)
  if (at === -1 || end === -1) return null
  const locals = new Map(pairsOf(code.slice(at + 'export{'.length, end)).map(([local, name]) => [name, local]))
  const more: string[] = []
  for (const [own, name] of pairsOf(given[1])) {
    const local = locals.get(taken.get(own) ?? '')
    if (local === undefined) return null
    more.push(`${local} as ${name}`)
  }
  return `${code.slice(0, end)},${more.join(',')}${code.slice(end)}`
}

/** Of `a as b,c`: a and b, c and c. */
function pairsOf(names = ''): [string, string][] {
  return names
    .split(',')
    .filter((name) => name !== '')
    .map((name) => {
      const [from = '', to = from] = name.split(' as ')
      return [from, to]
    })
}
