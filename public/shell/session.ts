// Who is logged in on this phone, as the box last told it.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Api, Registration, Welcome } from './api.ts'
import type { LicenceState } from './page.ts'

export type SessionState =
  | { readonly state: 'asking' }
  | { readonly state: 'unreachable' }
  /** `ended`: somebody was logged in here and the log-in ended without this page's doing. */
  | { readonly state: 'guest'; readonly registration: Registration; readonly ended: boolean }
  | { readonly state: 'member'; readonly username: string }

/** What the box's answer makes of what was known. */
export function welcomed(before: SessionState, welcome: Welcome): SessionState {
  if (welcome.member !== null) return { state: 'member', username: welcome.member.username }
  const ended = before.state === 'member' || (before.state === 'guest' && before.ended)
  return { state: 'guest', registration: welcome.registration, ended }
}

export interface Session {
  readonly state: ReadonlySignal<SessionState>
  readonly licence: ReadonlySignal<LicenceState | null>
  /** Asks the box from scratch and goes on until it answers; for the start, and after logging in or out. */
  ask(): Promise<void>
  /** Asks once: false when the box says that this person is no longer logged in. A box that is away says nothing, so: true. */
  isStill(username: string): Promise<boolean>
  /** Resolves when the box answers, but not before one pause. */
  untilReachable(): Promise<void>
  setLicence(licence: LicenceState | null): void
  close(): void
}

export function createSession({ api, retryMs = 3000 }: { readonly api: Api; readonly retryMs?: number }): Session {
  const state = signal<SessionState>({ state: 'asking' })
  const licence = signal<LicenceState | null>(null)
  let retry: ReturnType<typeof setTimeout> | undefined
  let closed = false

  function take(before: SessionState, welcome: Welcome): void {
    licence.value = welcome.licence
    state.value = welcomed(before, welcome)
  }

  function pause(): Promise<void> {
    clearTimeout(retry)
    return new Promise((resolve) => {
      retry = setTimeout(resolve, retryMs)
    })
  }

  return {
    state,
    licence,
    async ask() {
      let answer = await api.welcome()
      while (!answer.ok) {
        if (closed) return
        state.value = { state: 'unreachable' }
        await pause()
        answer = await api.welcome()
      }
      if (!closed) take({ state: 'asking' }, answer.value)
    },
    async isStill(username) {
      const answer = await api.welcome()
      if (!answer.ok || closed) return true
      take(state.value, answer.value)
      return answer.value.member?.username === username
    },
    async untilReachable() {
      do await pause()
      while (!(await api.welcome()).ok)
    },
    setLicence(value) {
      licence.value = value
    },
    close() {
      closed = true
      clearTimeout(retry)
    },
  }
}
