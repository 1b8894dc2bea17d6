// Which versions of the app may go. Pure.

export interface Version {
  readonly name: string
  /** Paths of everything that is kept of it. */
  readonly paths: ReadonlySet<string>
}

export interface InUse {
  readonly current: string
  /** The scripts of the pages that have told which they are. */
  readonly scripts: readonly string[]
  /** How many pages there are. */
  readonly pages: number
}

/**
 * A page's script names all that it will ever load, through the hashes in it. One that is in the current version too needs no
 * other; and while a page has not told which one it is, nothing goes.
 */
export function staleVersions(versions: readonly Version[], { current, scripts, pages }: InUse): readonly string[] {
  if (scripts.length < pages) return []
  const now = versions.find(({ name }) => name === current)
  const needed = scripts.filter((script) => now?.paths.has(script) !== true)
  return versions
    .filter(({ name, paths }) => name !== current && !needed.some((script) => paths.has(script)))
    .map(({ name }) => name)
}
