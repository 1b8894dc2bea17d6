// "Join": where a newcomer's link leads, and where the six letters are typed.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { createVerifyModel, takeOver } from '../household/verify-model.ts'
import { VerifyThisPhone } from '../household/verify-this-phone.ts'
import type { OpenPage } from '../shell/page.ts'
import type { Session } from '../shell/session.ts'
import { phoneStorage, tabStorage } from '../signalling/storage.ts'
import { joiningText } from '../text/en-joining.ts'
import { text } from '../text/text.ts'
import { readField } from '../ui/form.ts'
import { Notice } from '../ui/notice.ts'
import { PageHeader } from '../ui/page-header.ts'
import { Step } from '../ui/step.ts'
import { Waiting } from '../ui/waiting.ts'
import type { JoiningApi } from './api.ts'
import { askedHere } from './asked-here.ts'
import { createNewcomerModel } from './newcomer-model.ts'
import type { NewcomerModel, NewcomerState } from './newcomer-model.ts'
import { takeSecrets } from './secret-in-link.ts'

export function createJoinPage({ api, session }: { readonly api: JoiningApi; readonly session: Session }): OpenPage {
  return (context) => {
    const { code, household } = takeSecrets(window)
    const { username } = context
    if (username !== '') {
      if (household === null) return { view: h(AlreadyIn, { username }), close() {} }
      const model = createVerifyModel({ storage: phoneStorage, username, secret: household })
      return { view: h(VerifyThisPhone, { model }), close() {} }
    }
    let closed = false
    const joined = async (secret: string | null): Promise<void> => {
      await session.ask()
      const now = session.state.peek()
      if (secret !== null && now.state === 'member') takeOver(phoneStorage, now.username, secret)
      if (!closed) context.navigate('/')
    }
    const model = createNewcomerModel({
      api,
      code,
      household,
      asked: askedHere(tabStorage),
      nowMs: Date.now,
      onJoined: (secret) => void joined(secret),
    })
    return {
      view: h(Join, { model }),
      close() {
        closed = true
        model.close()
      },
    }
  }
}

function AlreadyIn({ username }: { readonly username: string }): VNode {
  return html`<div class="calm">
    ${h(PageHeader, { title: text.shell.titles.join })}
    ${h(Notice, { tone: 'info', children: joiningText.alreadyIn(username) })}
    <a class="button primary" href="/">${text.shell.open}</a>
  </div>`
}

function Join({ model }: { readonly model: NewcomerModel }): VNode {
  return html`<div class="calm">
    ${h(PageHeader, { title: text.shell.titles.join })} ${contentOf(model.state.value, model)}
  </div>`
}

function contentOf(state: NewcomerState, model: NewcomerModel): ComponentChildren {
  switch (state.state) {
    case 'asking':
    case 'sending':
      return html`${h(JoinForm, { state, model })}
        <p class="hint">${joiningText.joinWhere}</p>`
    case 'waiting':
      return h(Step, {
        key: 'waiting',
        children: html`${h(Notice, { tone: 'info', children: joiningText.waitingForYes(state.name) })}
        ${state.away && h(Notice, { tone: 'warning', role: 'status', children: joiningText.boxAway })}`,
      })
    case 'joined':
      return h(Step, { key: 'joined', children: h(Waiting, { text: joiningText.joining }) })
  }
}

interface JoinFormProps {
  readonly state: Extract<NewcomerState, { state: 'asking' | 'sending' }>
  readonly model: NewcomerModel
}

function JoinForm({ state, model }: JoinFormProps): VNode {
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    void model.submit({ letters: readField(form, 'letters'), name: readField(form, 'name') })
  }

  // With keys: otherwise the field of the letters takes the place of the name's, and what was typed there, when a link's code is over.
  return html`<form class="stack sheet" noValidate onSubmit=${submit}>
    ${
      state.code !== null
        ? html`<p key="hint">${joiningText.joinHint}</p>`
        : html`<div key="letters">
            <label for="letters">${joiningText.letters}</label>
            <input
              id="letters"
              name="letters"
              class="letters"
              autocomplete="one-time-code"
              autocapitalize="characters"
              spellcheck=${false}
              maxlength="12"
              aria-describedby="letters-hint"
            />
            <p class="hint" id="letters-hint">${joiningText.lettersHint}</p>
          </div>`
    }
    <div key="name">
      <label for="phone-name">${joiningText.phoneName}</label>
      <input id="phone-name" name="name" autocomplete="off" maxlength="60" aria-describedby="phone-name-hint" />
      <p class="hint" id="phone-name-hint">${joiningText.phoneNameHint}</p>
    </div>
    ${
      state.state === 'asking' &&
      state.fault !== null &&
      h(Notice, { tone: 'danger', role: 'alert', children: state.fault })
    }
    <button class="primary" aria-disabled=${state.state === 'sending'}>${joiningText.join}</button>
    ${state.state === 'sending' && h(Waiting, { text: joiningText.asking })}
  </form>`
}
