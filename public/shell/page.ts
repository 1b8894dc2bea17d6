// What the shell and a page know of each other.

import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'

/** As GET /api/welcome tells it; null where this box asks for no licence. */
export interface LicenceState {
  readonly state: 'none' | 'valid' | 'grace' | 'expired'
  readonly name?: string | undefined
  /** ISO 8601. */
  readonly expiresAt?: string | undefined
}

export interface PageContext {
  /** Empty when nobody is logged in, which only pages that are open to everybody see. */
  readonly username: string
  readonly licence: ReadonlySignal<LicenceState | null>
  /** Leaves this page for another path of the app; the page's `close` is called. */
  navigate(path: string): void
  /** Asks the box anew who is logged in; resolves with false when nobody is. The page stays open: a stream may be running. */
  refreshMember(): Promise<boolean>
}

export interface Page {
  /** Stands inside the shell's `main`. Its `h1` (see ui/page-header.ts) takes the focus when the page opens. */
  readonly view: ComponentChildren
  /** Called once when the person leaves the page inside the app, by link or by the browser's back button. */
  close(): void
}

export type OpenPage = (context: PageContext) => Page
