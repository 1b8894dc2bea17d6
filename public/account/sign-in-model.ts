// Logging in and creating an account: one form, two ways to send it.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Api, Credentials, Problem } from '../shell/api.ts'
import { sayProblem } from '../shell/problem.ts'
import { accountText } from '../text/en-account.ts'
import { isAcceptablePassword } from './password-rule.ts'

export type SignInAction = 'log-in' | 'create'
export type SignInField = 'username' | 'password'

export interface SignInFault {
  readonly field: SignInField | null
  readonly message: string
}

export type SignInState =
  | { readonly state: 'open' }
  | { readonly state: 'sending'; readonly action: SignInAction }
  | ({ readonly state: 'failed' } & SignInFault)

export interface SignInModel {
  readonly state: ReadonlySignal<SignInState>
  submit(action: SignInAction, credentials: Credentials): Promise<void>
}

const { errors } = accountText

/** What can be said without asking the box; null when it should be asked. */
export function findFault(action: SignInAction, { username, password }: Credentials): SignInFault | null {
  if (username.trim() === '') return { field: 'username', message: errors.usernameMissing }
  if (password === '') return { field: 'password', message: errors.passwordMissing }
  if (action === 'create' && !isAcceptablePassword(password)) {
    return { field: 'password', message: errors.passwordLength }
  }
  return null
}

function explain(action: SignInAction, problem: Problem): SignInFault {
  // A name or password that no account can have is simply a wrong one.
  if (action === 'log-in' && (problem.code === 'bad-username' || problem.code === 'bad-password')) {
    return { field: null, message: errors.wrongCredentials }
  }
  const message = sayProblem(problem, {
    'bad-username': errors.usernameLength,
    'bad-password': errors.passwordLength,
    'name-taken': errors.nameTaken,
    'registration-closed': errors.registrationClosed,
    'wrong-credentials': errors.wrongCredentials,
  })
  if (problem.code === 'bad-username' || problem.code === 'name-taken') return { field: 'username', message }
  if (problem.code === 'bad-password') return { field: 'password', message }
  return { field: null, message }
}

export function createSignInModel(deps: {
  readonly api: Api
  readonly onSignedIn: (action: SignInAction) => Promise<void>
}): SignInModel {
  const state = signal<SignInState>({ state: 'open' })
  return {
    state,
    async submit(action, credentials) {
      if (state.value.state === 'sending') return
      const fault = findFault(action, credentials)
      if (fault !== null) {
        state.value = { state: 'failed', ...fault }
        return
      }
      state.value = { state: 'sending', action }
      const sent = { username: credentials.username.trim(), password: credentials.password }
      const answer = await (action === 'create' ? deps.api.createAccount(sent) : deps.api.logIn(sent))
      if (answer.ok) await deps.onSignedIn(action)
      else state.value = { state: 'failed', ...explain(action, answer.problem) }
    },
  }
}
