// The form that a logged-out phone sees, whatever page it asked for.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { registerApp } from '../app/register.ts'
import { makeSecret } from '../household/secret.ts'
import type { Api, Registration } from '../shell/api.ts'
import type { Session } from '../shell/session.ts'
import type { Guest } from '../shell/shell.ts'
import { phoneStorage } from '../signalling/storage.ts'
import { appText } from '../text/en-app.ts'
import { joiningText } from '../text/en-joining.ts'
import { accountText } from '../text/en-account.ts'
import { text } from '../text/text.ts'
import { readField } from '../ui/form.ts'
import { LanguageChoice } from '../ui/language-choice.ts'
import { Notice } from '../ui/notice.ts'
import { PasswordField } from '../ui/password-field.ts'
import { Waiting } from '../ui/waiting.ts'
import { createSignInModel } from './sign-in-model.ts'
import type { SignInAction, SignInModel } from './sign-in-model.ts'

export function createSignIn({ api, session }: { readonly api: Api; readonly session: Session }) {
  return (guest: Guest): ComponentChildren => {
    registerApp()
    const model = createSignInModel({
      api,
      async onSignedIn(action) {
        await session.ask()
        const now = session.state.peek()
        // The phone that begins an account begins its household.
        if (action === 'create' && now.state === 'member') makeSecret(phoneStorage, now.username)
      },
    })
    return h(SignIn, { model, guest })
  }
}

const labels: Readonly<Record<SignInAction, string>> = {
  'log-in': accountText.logIn,
  create: accountText.createAccount,
}

/** The primary one first: Enter in a field presses the first button of a form. */
function actionsFor(registration: Registration): readonly SignInAction[] {
  switch (registration) {
    case 'first':
      return ['create', 'log-in']
    case 'open':
      return ['log-in', 'create']
    case 'closed':
      return ['log-in']
  }
}

function SignIn({ model, guest }: { readonly model: SignInModel; readonly guest: Guest }): VNode {
  const state = model.state.value
  const form = useRef<HTMLFormElement>(null)
  const fault = state.state === 'failed' ? state : null
  const isFirst = guest.registration === 'first'

  useLayoutEffect(() => {
    const field = fault?.field ? form.current?.elements.namedItem(fault.field) : null
    if (field instanceof HTMLInputElement) field.focus()
  }, [fault])

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (form.current === null) return
    const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : ''
    const action = actionsFor(guest.registration).find((known) => known === pressed) ?? 'log-in'
    void model.submit(action, {
      username: readField(form.current, 'username'),
      password: readField(form.current, 'password'),
    })
  }

  return html`
    <header class="brand">
      <img src="/favicon.svg" alt="" width="48" height="48" />
      <p>${text.shell.name}</p>
    </header>
    <h1>${isFirst ? accountText.firstTitle : text.shell.titles.signIn}</h1>
    ${isFirst && html`<p>${accountText.firstHint}</p>`}
    ${guest.ended && h(Notice, { tone: 'warning', role: 'status', children: accountText.loggedOut })}
    <form class="stack sheet" ref=${form} noValidate onSubmit=${submit}>
      <div>
        <label for="username">${accountText.username}</label>
        <input
          id="username"
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck=${false}
          aria-invalid=${fault?.field === 'username'}
          aria-describedby=${fault?.field === 'username' ? 'sign-in-fault' : undefined}
        />
      </div>
      ${h(PasswordField, {
        id: 'password',
        name: 'password',
        label: accountText.password,
        hint: hintFor(guest.registration),
        autocomplete: isFirst ? 'new-password' : 'current-password',
        faultId: fault?.field === 'password' ? 'sign-in-fault' : undefined,
      })}
      ${fault && h(Notice, { id: 'sign-in-fault', tone: 'danger', role: 'alert', children: fault.message })}
      ${actionsFor(guest.registration).map(
        (action, index) =>
          html`<button
            key=${action}
            value=${action}
            class=${index === 0 ? 'primary' : ''}
            aria-disabled=${state.state === 'sending'}
          >
            ${labels[action]}
          </button>`,
      )}
      ${state.state === 'sending' && h(Waiting, { text: accountText.checking })}
    </form>
    ${
      !isFirst &&
      html`<p>
        <a class="line-link" href="/join">${joiningText.joinInstead}</a><br />
        <a class="line-link" href="/find">${text.finding.title}</a>
      </p>`
    }
    <p class="hint">${text.shell.promise}</p>
    <p><a class="line-link" href="/help">${appText.manual}</a></p>
    ${h(LanguageChoice, {})}
  `
}

function hintFor(registration: Registration): string | undefined {
  switch (registration) {
    case 'first':
      return accountText.passwordHint
    case 'open':
      return accountText.newAccountPasswordHint
    case 'closed':
      return undefined
  }
}
