// The versions of the app that this phone keeps, a cache for each. Only what the build lists is ever put into one, with the content
// that the list wants: no answer about anybody, and nothing that another box at this address has left. The list itself comes last,
// so a cache that has it is whole.

import * as v from 'valibot'
import { appFilesPath, appFilesSchema } from './app-files.ts'
import type { AppFiles } from './app-files.ts'
import { randomId } from '../signalling/random-id.ts'
import { staleVersions } from './stale.ts'
import type { InUse, Version } from './stale.ts'

export interface Versions {
  /**
   * Gets the version that the box has by now, unless it is here already. Rejects when it cannot be had whole. `anew`: what is here
   * may have been put there by another worker than this one.
   */
  take(anew?: boolean): Promise<void>
  /** Of any version, the newest first: its name says what is in it. */
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

  /** In the order in which they were made. */
  const names = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(prefix))

  const newest = async (): Promise<{ readonly name: string; readonly cache: Cache } | null> => {
    let found = null
    for (const name of await names()) {
      const cache = await caches.open(name)
      if ((await cache.match(appFilesPath)) !== undefined) found = { name, cache }
    }
    return found
  }
  const ofNewest = async (path: string): Promise<Response | undefined> => (await newest())?.cache.match(path, byPath)

  const get = async (path: string, init: RequestInit = {}): Promise<Response> => {
    // One after the other and behind everything else: a stream may be beginning. From the box itself: what the browser keeps may be
    // another one's.
    const answer = await fetch(path, { priority: 'low', cache: 'reload', ...init })
    if (!answer.ok || answer.redirected) throw new Error(`${path}: ${answer.status}`)
    return answer
  }

  const keptOf = async (path: string, integrity: string): Promise<Response | undefined> => {
    const kept = await caches.match(path, byPath)
    return kept !== undefined && (await integrityOf(kept.clone())) === integrity ? kept : undefined
  }

  const fill = async (cache: Cache, { files, pages }: AppFiles): Promise<void> => {
    for (const { path, integrity } of [...files, ...pages]) {
      await cache.put(path, (await keptOf(path, integrity)) ?? (await get(path, { integrity })))
    }
  }

  const takeNow = async (anew: boolean): Promise<void> => {
    const answer = await get(appFilesPath)
    const list = await answer.clone().text()
    const before = await newest()
    const kept = await before?.cache.match(appFilesPath)
    const same = (await kept?.text()) === list ? before : null
    if (same !== null && !anew) return
    const files = v.parse(appFilesSchema, JSON.parse(list))
    const name = `${prefix}${randomId()}`
    try {
      const cache = await caches.open(name)
      await fill(cache, files)
      await cache.put(appFilesPath, answer)
    } catch (problem) {
      await caches.delete(name)
      throw problem
    }
    if (same !== null) await caches.delete(same.name)
  }

  const describe = async (name: string): Promise<Version> => {
    const requests = await (await caches.open(name)).keys()
    return { name, paths: new Set(requests.map(({ url }) => new URL(url).pathname)) }
  }

  return {
    take: (anew = false) => (taking ??= takeNow(anew).finally(() => (taking = null))),
    file: async (path) => (await ofNewest(path)) ?? caches.match(path, byPath),
    page: ofNewest,
    async drop(inUse) {
      const current = (await newest())?.name
      if (current === undefined) return
      const versions = await Promise.all((await names()).map(describe))
      for (const name of staleVersions(versions, { ...inUse, current })) await caches.delete(name)
    },
  }
}

/** As the build writes it: scripts/build/integrity.ts. */
async function integrityOf(answer: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer())
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
}
