// The account page: where it is logged in, its password, its end.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import type { Api } from '../shell/api.ts'
import type { OpenPage, PageContext } from '../shell/page.ts'
import type { Session } from '../shell/session.ts'
import { accountText } from '../text/en-account.ts'
import { text } from '../text/text.ts'
import { LanguageChoice } from '../ui/language-choice.ts'
import { PageHeader } from '../ui/page-header.ts'
import { ThemeChoice } from '../ui/theme-choice.ts'
import { createDeletionModel, Deletion } from './deletion.ts'
import { createDevicesModel, Devices } from './devices.ts'
import { ChangePassword, createPasswordModel } from './password.ts'

export interface AccountDeps {
  readonly api: Api
  readonly session: Session
}

export function createAccountPage({ api, session }: AccountDeps): OpenPage {
  return (context) => {
    let closed = false

    /** The log-in that this page stood on has ended, by this page's doing or without it: the sign-in form takes its place. */
    async function leave(asking: Promise<unknown>, path: string): Promise<void> {
      await asking
      if (!closed) context.navigate(path)
    }

    const onEndedHere = () => void leave(session.ask(), '/')
    const onLoggedOut = () => void leave(context.refreshMember(), '/account')
    const devices = createDevicesModel({ api, onEndedHere, onLoggedOut })
    const password = createPasswordModel({ api, onChanged: () => void devices.load(), onLoggedOut })
    const deletion = createDeletionModel({ api, onEndedHere, onLoggedOut })
    void devices.load()

    const view = html`<div class="calm">
      ${h(PageHeader, { title: text.shell.titles.account })}
      <p class="hint">${text.shell.signedInAs(context.username)}</p>
      <div class="row choices">${h(LanguageChoice, {})} ${h(ThemeChoice, {})}</div>
      ${h(Devices, { model: devices })}
      <nav class="row" aria-label=${text.shell.otherPhones}>
        <a class="button" href="/add-phone">${text.shell.titles.addPhone}</a>
        <a class="button" href="/guests">${text.shell.inviteGuest}</a>
      </nav>
      ${h(LicenceLink, { context })} ${h(ChangePassword, { model: password, username: context.username })}
      ${h(Deletion, { model: deletion, username: context.username })}
    </div>`
    return {
      view,
      close() {
        closed = true
      },
    }
  }
}

function LicenceLink({ context }: { readonly context: PageContext }): VNode | null {
  if (context.licence.value === null) return null
  return html`<a class="button" href="/licence">${accountText.licenceLink}</a>`
}
