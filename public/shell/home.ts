// Home: one question, which phone is this.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { InstallHint } from '../app/install-hint.ts'
import { takeNewer } from '../app/newer.ts'
import { ownScript, registerApp } from '../app/register.ts'
import { createNewcomers } from '../joining/newcomers.ts'
import type { Newcomers, NewcomersDeps } from '../joining/newcomers.ts'
import { LicenceNotice } from '../licence/notice.ts'
import { coolChannel, warmChannel } from '../signalling/warm-channel.ts'
import { appText } from '../text/en-app.ts'
import { text } from '../text/text.ts'
import { Icon } from '../ui/icon.ts'
import type { IconName } from '../ui/icon.ts'
import { LanguageChoice } from '../ui/language-choice.ts'
import { Notice } from '../ui/notice.ts'
import { ThemeChoice } from '../ui/theme-choice.ts'
import { Waiting } from '../ui/waiting.ts'
import type { Api } from './api.ts'
import type { OpenPage, PageContext } from './page.ts'
import { sayProblem } from './problem.ts'
import type { Session } from './session.ts'

type LeavingState =
  | { readonly state: 'here' }
  | { readonly state: 'leaving' }
  | { readonly state: 'failed'; readonly message: string }

interface HomeModel {
  readonly leaving: ReadonlySignal<LeavingState>
  logOut(): Promise<void>
}

export interface HomeDeps {
  readonly api: Api
  readonly session: Session
  readonly newcomers: NewcomersDeps
}

export function createHome({ api, session, newcomers: newcomersDeps }: HomeDeps): OpenPage {
  return (context) => {
    warmChannel(context.username)
    registerApp()
    const stopLooking = takeNewer({
      page: document,
      script: ownScript(),
      fetch: (path, init) => fetch(path, init),
      reload: () => location.reload(),
    })
    const newcomers = createNewcomers(newcomersDeps)
    void newcomers.load()
    return {
      view: h(Home, { model: createHomeModel({ api, session, context }), newcomers, context }),
      close() {
        stopLooking()
        coolChannel()
      },
    }
  }
}

function createHomeModel(deps: {
  readonly api: Api
  readonly session: Session
  readonly context: PageContext
}): HomeModel {
  const leaving = signal<LeavingState>({ state: 'here' })
  return {
    leaving,
    async logOut() {
      if (leaving.value.state === 'leaving') return
      leaving.value = { state: 'leaving' }
      const answer = await deps.api.logOut()
      if (!answer.ok && answer.problem.code !== 'logged-out') {
        leaving.value = { state: 'failed', message: sayProblem(answer.problem) }
        return
      }
      await deps.session.ask()
      deps.context.navigate('/')
    },
  }
}

interface HomeProps {
  readonly model: HomeModel
  readonly newcomers: Newcomers
  readonly context: PageContext
}

function Home({ model, newcomers, context }: HomeProps): VNode {
  const leaving = model.leaving.value
  const licence = context.licence.value
  const notice = newcomers.notice.value
  return html`<div class="calm">
    <header class="brand">
      <img src="/favicon.svg" alt="" width="48" height="48" />
      <p>${text.shell.name}</p>
    </header>
    <h1>${text.shell.question}</h1>
    ${notice && h(notice, {})}
    ${licence !== null && licence.state !== 'valid' && h(LicenceNotice, { licence, link: true })}
    ${h(StationCard, { path: '/baby', icon: 'baby', name: text.shell.babyStation, hint: text.shell.babyStationHint })}
    ${h(StationCard, { path: '/parent', icon: 'ear', name: text.shell.parentStation, hint: text.shell.parentStationHint })}
    <p class="hint">${text.shell.promise}</p>
    <nav class="row" aria-label=${text.shell.otherPhones}>
      <a class="button" href="/add-phone">${text.shell.titles.addPhone}</a>
      <a class="button" href="/guests">${text.shell.inviteGuest}</a>
      <a class="button" href="/help">${appText.manual}</a>
      ${h(InstallHint, {})}
    </nav>
    <footer class="row ends">
      <a class="button" href="/account">${h(Icon, { name: 'user' })}${text.shell.account}</a>
      <button type="button" aria-disabled=${leaving.state === 'leaving'} onClick=${() => void model.logOut()}>
        ${h(Icon, { name: 'log-out' })}${text.shell.logOut}
      </button>
    </footer>
    ${leaving.state === 'leaving' && h(Waiting, { text: text.shell.loggingOut })}
    ${leaving.state === 'failed' && h(Notice, { tone: 'danger', role: 'alert', children: leaving.message })}
    <p class="hint">${text.shell.signedInAs(context.username)}</p>
    <div class="row choices">${h(LanguageChoice, {})} ${h(ThemeChoice, {})}</div>
  </div>`
}

interface CardProps {
  readonly path: string
  readonly icon: IconName
  readonly name: string
  readonly hint: string
}

function StationCard({ path, icon, name, hint }: CardProps): VNode {
  const hintId = `hint-${icon}`
  return html`<div class="card">
    ${h(Icon, { name: icon })}
    <div>
      <a href=${path} aria-describedby=${hintId}>${name}</a>
      <p class="hint" id=${hintId}>${hint}</p>
    </div>
  </div>`
}
