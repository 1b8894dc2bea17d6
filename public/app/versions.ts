// The versions of the app that this phone keeps, a cache for each. Only what the build lists is ever put into one: no answer about
// anybody. The list itself comes last, so a cache that has it is whole.

import * as v from 'valibot'
import { appFilesPath, appFilesSchema } from './app-files.ts'
import type { AppFiles } from './app-files.ts'
import { staleVersions } from './stale.ts'
import type { InUse, Version } from './stale.ts'

export interface Versions {
  /** Gets the version that the box has by now, unless it is here already. Rejects when it cannot be had whole. */
  take(): Promise<void>
  /** Of any version: its name says what is in it. */
  file(path: string): Promise<Response | undefined>
  /** Of the newest version that is here whole. */
  page(path: string): Promise<Response | undefined>
  drop(inUse: Omit<InUse, 'current'>): Promise<void>
}

export interface VersionsDeps {
  readonly caches: CacheStorage
  fetch(path: string, init: RequestInit): Promise<Response>
}

const prefix = 'beddybytes-'
/** What an answer varies by, encoding and language, is the same for all that is kept of one version. */
const byPath: CacheQueryOptions = { ignoreVary: true, ignoreSearch: true }

export function createVersions({ caches, fetch }: VersionsDeps): Versions {
  let taking: Promise<void> | null = null

  const names = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(prefix))

  const newest = async (): Promise<string | null> => {
    let found: string | null = null
    // In the order in which they were made.
    for (const name of await names()) {
      if ((await (await caches.open(name)).match(appFilesPath)) !== undefined) found = name
    }
    return found
  }

  const get = async (path: string, init: RequestInit): Promise<Response> => {
    // One after the other and behind everything else: a stream may be beginning.
    const answer = await fetch(path, { priority: 'low', ...init })
    if (!answer.ok || answer.redirected) throw new Error(`${path}: ${answer.status}`)
    return answer
  }

  const fill = async (cache: Cache, { files, pages }: AppFiles): Promise<void> => {
    for (const path of files) await cache.put(path, (await caches.match(path, byPath)) ?? (await get(path, {})))
    for (const { path, integrity } of pages) await cache.put(path, await get(path, { cache: 'no-cache', integrity }))
  }

  const takeNow = async (): Promise<void> => {
    const answer = await get(appFilesPath, { cache: 'no-cache' })
    const files = v.parse(appFilesSchema, await answer.clone().json())
    const name = `${prefix}${files.id}`
    if ((await newest()) === name) return
    // What is left of an earlier try, or a version that has come back: it becomes the newest.
    await caches.delete(name)
    const cache = await caches.open(name)
    await fill(cache, files)
    await cache.put(appFilesPath, answer)
  }

  const describe = async (name: string): Promise<Version> => {
    const requests = await (await caches.open(name)).keys()
    return { name, paths: new Set(requests.map(({ url }) => new URL(url).pathname)) }
  }

  return {
    take: () => (taking ??= takeNow().finally(() => (taking = null))),
    file: (path) => caches.match(path, byPath),
    async page(path) {
      const name = await newest()
      if (name === null) return undefined
      return (await caches.open(name)).match(path, byPath)
    },
    async drop(inUse) {
      const current = await newest()
      if (current === null) return
      const versions = await Promise.all((await names()).map(describe))
      for (const name of staleVersions(versions, { ...inUse, current })) await caches.delete(name)
    },
  }
}
