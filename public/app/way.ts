// Where the answer to a request comes from. Pure.

export type Way =
  /** The browser asks the box as if there were no worker. */
  | 'box'
  /** It has a hash in its name: what is kept is as good as what the box has. */
  | 'kept'
  /** A whole page: the box is asked first, but not for long. */
  | 'page'
  /** The box is asked first. */
  | 'fresh'

export interface Asked {
  readonly method: string
  readonly mode: string
  readonly url: string
}

/** Answers about people, and what installs the root: none of them is ever kept. */
const boxOnly = /^\/(?:api|signal|trust|healthz)(?:\/|$)|^\/guest\//

/** @param origin of the app */
export function wayOf({ method, mode, url }: Asked, origin: string): Way {
  const { origin: at, pathname } = new URL(url)
  if (method !== 'GET' || at !== origin || boxOnly.test(pathname)) return 'box'
  if (pathname.startsWith('/assets/')) return 'kept'
  return mode === 'navigate' ? 'page' : 'fresh'
}
