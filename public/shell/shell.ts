// Puts together who is logged in and which page is wanted, opens that page and closes the one before it.

import { effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { OpenPage, Page, PageContext } from './page.ts'
import { openPaths } from './router.ts'
import type { Path, Router, Visit } from './router.ts'
import type { Session, SessionState } from './session.ts'

export type Screen =
  | { readonly state: 'waiting' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'sign-in'; readonly view: ComponentChildren }
  | { readonly state: 'page'; readonly visit: Visit; readonly page: Page }

export type Guest = Extract<SessionState, { state: 'guest' }>
type Member = Extract<SessionState, { state: 'member' }>

export interface ShellDeps {
  readonly session: Session
  readonly router: Router
  /** Each page's code, loaded when it is first wanted. */
  readonly pages: Readonly<Record<Path, () => Promise<OpenPage>>>
  /** Whether this phone keeps the code of all pages: to have it ready before a tap then asks nothing of anybody. */
  readonly isKept: () => boolean
  readonly signIn: () => Promise<(guest: Guest) => ComponentChildren>
  /** Gets the whole document anew: the code of a page could not be had, because the box was away or has another version by now. */
  readonly reload: () => void
}

export interface Shell {
  readonly screen: ReadonlySignal<Screen>
  start(): void
  close(): void
}

/** Home first shows itself; nobody has read it by then. */
const calmMs = 200
const stations: readonly Path[] = ['/parent', '/baby']

export function createShell({ session, router, pages, isKept, signIn, reload }: ShellDeps): Shell {
  const screen = signal<Screen>({ state: 'waiting' })
  const loaded = new Map<Path, OpenPage>()
  let turn = 0
  let stopFollowing: (() => void) | undefined
  let calm: ReturnType<typeof setTimeout> | undefined

  function show(next: Screen): void {
    const before = screen.peek()
    screen.value = next
    if (before.state === 'page') before.page.close()
    clearTimeout(calm)
    // The way from a tap to a station is shorter by what its code takes (measured: by 30 ms).
    if (next.state === 'page' && next.visit.path === '/') calm = setTimeout(loadStations, calmMs)
  }

  function loadStations(): void {
    if (isKept()) for (const path of stations) loadEarly(path)
  }

  async function follow(visit: Visit, current: SessionState): Promise<void> {
    const open = screen.peek()
    // A page that is open stays so when the log-in ends or the box goes away: a stream may be running in it.
    if (open.state === 'page' && open.visit === visit) return
    turn += 1
    const mine = turn
    if (current.state === 'asking') return
    if (current.state === 'unreachable') {
      show(current)
      return
    }
    if (open.state === 'page') show({ state: 'waiting' })
    // Code that is here is run in the tap itself: awaiting an import, even one that is done, waits for the next frame.
    const openPage = loaded.get(visit.path)
    if (openPage !== undefined && current.state === 'member') {
      show({ state: 'page', visit, page: openPage(contextOf(current.username)) })
      return
    }
    let build: () => Screen
    try {
      build = await prepare(visit, current)
    } catch {
      if (mine !== turn) return
      show({ state: 'unreachable' })
      await session.untilReachable()
      reload()
      return
    }
    if (mine === turn) show(build())
  }

  /** Rejects when the code cannot be had. */
  async function prepare(visit: Visit, current: Guest | Member): Promise<() => Screen> {
    if (current.state === 'guest' && !openPaths.has(visit.path)) {
      const render = await signIn()
      return () => ({ state: 'sign-in', view: render(current) })
    }
    const openPage = await load(visit.path)
    const username = current.state === 'member' ? current.username : ''
    return () => ({ state: 'page', visit, page: openPage(contextOf(username)) })
  }

  function contextOf(username: string): PageContext {
    return {
      username,
      licence: session.licence,
      navigate: (path) => router.navigate(path),
      refreshMember: () => session.isStill(username),
    }
  }

  async function load(path: Path): Promise<OpenPage> {
    const openPage = await pages[path]()
    loaded.set(path, openPage)
    return openPage
  }

  function loadEarly(path: Path): void {
    load(path).catch(() => {}) // `follow` asks again, and says so when the code cannot be had
  }

  return {
    screen,
    start() {
      router.start(loadEarly)
      loadEarly(router.visit.peek().path)
      stopFollowing = effect(() => {
        const visit = router.visit.value
        const current = session.state.value
        untracked(() => void follow(visit, current))
      })
      void session.ask()
    },
    close() {
      stopFollowing?.()
      stopFollowing = undefined
      turn += 1
      router.close()
      session.close()
      show({ state: 'waiting' })
    },
  }
}
