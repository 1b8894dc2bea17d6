// Answers to a page's requests, from the box or from what is kept.

import type { Versions } from './versions.ts'
import { wayOf } from './way.ts'
import type { FetchEvent } from './worker-scope.ts'

export interface AnswersDeps {
  readonly origin: string
  readonly versions: Versions
  fetch(request: Request): Promise<Response>
  /** A box that takes longer is as good as away: a page that is kept says so, and goes on trying. */
  readonly patienceMs?: number
}

/** Null leaves the request to the browser. */
export type Answers = (event: Pick<FetchEvent, 'request' | 'preloadResponse'>) => Promise<Response> | null

export function createAnswers({ origin, versions, fetch, patienceMs = 4000 }: AnswersDeps): Answers {
  const kept = async (path: string): Promise<Response> => (await versions.file(path)) ?? Promise.reject(new Error(path))

  const page = async (path: string, fromBox: Promise<Response>): Promise<Response> => {
    const first = await Promise.race([fromBox.catch(() => null), after(patienceMs)])
    return first ?? (await versions.page(path)) ?? (await versions.page('/')) ?? fromBox
  }

  return ({ request, preloadResponse }) => {
    const { pathname: path } = new URL(request.url)
    switch (wayOf(request, origin)) {
      case 'box':
        return null
      case 'kept':
        return kept(path).catch(() => fetch(request))
      case 'page':
        return page(
          path,
          // Undefined in browsers that do not preload.
          Promise.resolve(preloadResponse).then((early) => early ?? fetch(request)),
        )
      case 'fresh':
        return fetch(request).catch(async (problem: unknown) => (await versions.page(path)) ?? Promise.reject(problem))
    }
  }
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null))
}
