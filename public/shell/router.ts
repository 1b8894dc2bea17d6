// Which page of the app the address bar names. One document: links, `navigate` and the browser's back button change it.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export const paths = [
  '/',
  '/baby',
  '/parent',
  '/account',
  '/licence',
  '/add-phone',
  '/guests',
  '/join',
  '/guest',
  '/find',
] as const
export type Path = (typeof paths)[number]

/** Pages for those who are not logged in too. */
export const openPaths: ReadonlySet<Path> = new Set<Path>(['/join', '/guest', '/find'])

/** A new object for each visit, so that going to the same path again is a visit too. */
export interface Visit {
  readonly path: Path
}

export interface Router {
  readonly visit: ReadonlySignal<Visit>
  navigate(path: string): void
  /** Begins to listen. `onHint` is told which page a finger or the focus is on, before the tap is complete. */
  start(onHint: (path: Path) => void): void
  close(): void
}

/** Unknown paths lead home. */
export function readPath(pathname: string): Path {
  return paths.find((path) => path === pathname) ?? '/'
}

export function createRouter({ window }: { readonly window: Window }): Router {
  const { document, history, location } = window
  const listening = new AbortController()
  const visit = signal<Visit>({ path: readPath(location.pathname) })

  function navigate(pathname: string): void {
    const path = readPath(pathname)
    if (path === location.pathname) history.replaceState(null, '', path)
    else history.pushState(null, '', path)
    visit.value = { path }
  }

  function linkedPath(target: EventTarget | null): Path | null {
    const link = target instanceof Element ? target.closest('a') : null
    if (link === null || link.origin !== location.origin || link.target !== '' || link.hasAttribute('download')) {
      return null
    }
    return paths.find((path) => path === link.pathname) ?? null
  }

  return {
    visit,
    navigate,
    start(onHint) {
      const { signal: until } = listening
      if (location.pathname !== visit.value.path) history.replaceState(null, '', visit.value.path)
      window.addEventListener('popstate', () => (visit.value = { path: readPath(location.pathname) }), {
        signal: until,
      })
      document.addEventListener(
        'click',
        (event) => {
          const path = linkedPath(event.target)
          const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
          if (path === null || elsewhere || event.defaultPrevented) return
          event.preventDefault()
          navigate(path)
        },
        { signal: until },
      )
      for (const type of ['pointerdown', 'pointerover', 'focusin']) {
        document.addEventListener(
          type,
          (event) => {
            const path = linkedPath(event.target)
            if (path !== null) onHint(path)
          },
          { signal: until, passive: true },
        )
      }
    },
    close() {
      listening.abort()
    },
  }
}
