// Changing the password.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import type { Api, Problem } from '../shell/api.ts'
import { sayProblem } from '../shell/problem.ts'
import { accountText } from '../text/en-account.ts'
import { readField } from '../ui/form.ts'
import { Notice } from '../ui/notice.ts'
import { PasswordField } from '../ui/password-field.ts'
import { Waiting } from '../ui/waiting.ts'
import { isAcceptablePassword } from './password-rule.ts'

type PasswordFieldName = 'currentPassword' | 'password'

export type PasswordState =
  | { readonly state: 'open' }
  | { readonly state: 'sending' }
  | { readonly state: 'changed' }
  | { readonly state: 'failed'; readonly field: PasswordFieldName | null; readonly message: string }

export interface PasswordModel {
  readonly state: ReadonlySignal<PasswordState>
  /** Resolves with true when the password is the new one. */
  change(passwords: Readonly<Record<PasswordFieldName, string>>): Promise<boolean>
}

const { errors } = accountText

export function createPasswordModel(deps: {
  readonly api: Api
  readonly onChanged: () => void
  readonly onLoggedOut: () => void
}): PasswordModel {
  const state = signal<PasswordState>({ state: 'open' })

  function fail(problem: Problem): void {
    if (problem.code === 'logged-out') deps.onLoggedOut()
    state.value = explain(problem)
  }

  return {
    state,
    async change(passwords) {
      if (state.value.state === 'sending') return false
      if (passwords.currentPassword === '') {
        state.value = { state: 'failed', field: 'currentPassword', message: errors.passwordMissing }
        return false
      }
      if (!isAcceptablePassword(passwords.password)) {
        state.value = { state: 'failed', field: 'password', message: errors.passwordLength }
        return false
      }
      state.value = { state: 'sending' }
      const answer = await deps.api.changePassword(passwords)
      if (answer.ok) {
        state.value = { state: 'changed' }
        deps.onChanged()
      } else {
        fail(answer.problem)
      }
      return answer.ok
    },
  }
}

function explain(problem: Problem): PasswordState {
  const field =
    problem.code === 'bad-password' ? 'password' : problem.code === 'wrong-password' ? 'currentPassword' : null
  const message = sayProblem(problem, { 'bad-password': errors.passwordLength, 'wrong-password': errors.wrongPassword })
  return { state: 'failed', field, message }
}

export function ChangePassword({
  model,
  username,
}: {
  readonly model: PasswordModel
  readonly username: string
}): VNode {
  const state = model.state.value
  const faulty = state.state === 'failed' ? state.field : null

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    if (!(form instanceof HTMLFormElement)) return
    const changed = await model.change({
      currentPassword: readField(form, 'currentPassword'),
      password: readField(form, 'password'),
    })
    if (changed) form.reset()
  }

  return html`<form class="stack sheet" noValidate aria-labelledby="password-title" onSubmit=${submit}>
    <h2 id="password-title">${accountText.passwordTitle}</h2>
    <input type="text" autocomplete="username" value=${username} hidden readonly />
    ${h(PasswordField, {
      id: 'current-password',
      name: 'currentPassword',
      label: accountText.currentPassword,
      autocomplete: 'current-password',
      faultId: faulty === 'currentPassword' ? 'password-fault' : undefined,
    })}
    ${h(PasswordField, {
      id: 'new-password',
      name: 'password',
      label: accountText.newPassword,
      hint: accountText.passwordHint,
      autocomplete: 'new-password',
      faultId: faulty === 'password' ? 'password-fault' : undefined,
    })}
    ${state.state === 'failed' && h(Notice, { id: 'password-fault', tone: 'danger', role: 'alert', children: state.message })}
    ${state.state === 'changed' && h(Notice, { tone: 'good', role: 'status', children: accountText.passwordChanged })}
    <p class="hint">${accountText.passwordLogsOut}</p>
    <button aria-disabled=${state.state === 'sending'}>${accountText.changePassword}</button>
    ${state.state === 'sending' && h(Waiting, { text: accountText.changing })}
  </form>`
}
