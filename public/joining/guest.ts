// The guest's page: one Baby Station to watch and hear, until a time. There is no account behind it and no way to anything else.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import { keepGuestSecret } from '../household/guest-secret.ts'
import { createGuestParent } from '../parent/guest.ts'
import type { ParentModel } from '../parent/model.ts'
import { ParentView } from '../parent/view.ts'
import type { OpenPage } from '../shell/page.ts'
import { phoneStorage } from '../signalling/storage.ts'
import { sayProblem } from '../shell/problem.ts'
import { guestText } from '../text/en-guest.ts'
import { text } from '../text/text.ts'
import { sayDateTime } from '../ui/format.ts'
import { Notice } from '../ui/notice.ts'
import { Waiting } from '../ui/waiting.ts'
import type { JoiningApi, Stay } from './api.ts'
import { takeSecrets } from './secret-in-link.ts'

type GuestState =
  /** `trouble`: why the box has not let it in yet; it is asked again. */
  | { readonly state: 'entering'; readonly trouble: string | null }
  | { readonly state: 'watching'; readonly stay: Stay; readonly model: ParentModel }
  | { readonly state: 'over' }

/** The longest time that a timer can be set to. */
const longestTimerMs = 2 ** 31 - 1
const retryMs = 3000

export function createGuestPage({ api }: { readonly api: JoiningApi }): OpenPage {
  return ({ username }) => {
    const state = signal<GuestState>({ state: 'entering', trouble: null })
    let timer: ReturnType<typeof setTimeout> | undefined
    let closed = false

    function end(): void {
      clearTimeout(timer)
      const before = state.peek()
      state.value = { state: 'over' }
      keepGuestSecret(phoneStorage, null)
      if (before.state === 'watching') before.model.close()
    }

    /** By the page's own clock too: the box may be away when the time comes. */
    function endAt(endsMs: number): void {
      const leftMs = endsMs - performance.now()
      if (leftMs <= 0) end()
      else timer = setTimeout(() => endAt(endsMs), Math.min(leftMs, longestTimerMs))
    }

    async function enter(code: string | null): Promise<void> {
      const answer = await (code === null ? api.guest() : api.enterAsGuest(code))
      if (closed) return
      if (!answer.ok && answer.problem.code !== 'code-over') {
        state.value = {
          state: 'entering',
          trouble: sayProblem(answer.problem, { unreachable: text.shell.unreachable }),
        }
        timer = setTimeout(() => void enter(code), retryMs)
        return
      }
      if (!answer.ok || answer.value === null) {
        end()
        return
      }
      const stay = answer.value
      const model = createGuestParent({ stillGuest, onEnded: () => void look() })
      state.value = { state: 'watching', stay, model }
      endAt(performance.now() + stay.leftMs)
    }

    async function stillGuest(): Promise<boolean | null> {
      const answer = await api.guest()
      return answer.ok ? answer.value !== null : null
    }

    async function look(): Promise<void> {
      if ((await stillGuest()) === false && !closed) end()
    }

    const { code: given, household } = takeSecrets(window)
    // A link that is opened replaces the one before it; a page that is opened again goes on with what it has.
    if (given !== null) keepGuestSecret(phoneStorage, household)
    void enter(given)
    return {
      view: h(Guest, { state, isMember: username !== '' }),
      close() {
        closed = true
        clearTimeout(timer)
        const last = state.peek()
        if (last.state === 'watching') last.model.close()
      },
    }
  }
}

interface GuestProps {
  readonly state: ReadonlySignal<GuestState>
  readonly isMember: boolean
}

function Guest({ state, isMember }: GuestProps): ComponentChildren {
  const now = state.value
  switch (now.state) {
    case 'entering':
      return html`<div class="calm">
        ${now.trouble !== null && h(Notice, { tone: 'warning', role: 'alert', children: now.trouble })}
        ${h(Waiting, { text: text.shell.loading })}
      </div>`
    case 'watching':
      return h(ParentView, {
        model: now.model,
        guest: { station: now.stay.station, until: guestText.mayWatchUntil(sayDateTime(new Date(now.stay.until))) },
      })
    case 'over':
      return html`<div class="calm">
        <h1>${guestText.guestOverTitle}</h1>
        ${h(Notice, { tone: 'info', role: 'alert', children: guestText.guestOver })}
        ${isMember && html`<a class="button primary" href="/">${text.shell.open}</a>`}
      </div>`
  }
}
