// Deleting the account: says what is lost, and asks for the password.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Api, Problem } from '../shell/api.ts'
import { sayProblem } from '../shell/problem.ts'
import { accountText } from '../text/en-account.ts'
import { readField } from '../ui/form.ts'
import { Notice } from '../ui/notice.ts'
import { PasswordField } from '../ui/password-field.ts'
import { Waiting } from '../ui/waiting.ts'

export type DeletionState =
  | { readonly state: 'closed' }
  | { readonly state: 'asking' }
  | { readonly state: 'sending' }
  | { readonly state: 'failed'; readonly message: string }

export interface DeletionModel {
  readonly state: ReadonlySignal<DeletionState>
  open(): void
  cancel(): void
  confirm(password: string): Promise<void>
}

export function createDeletionModel(deps: {
  readonly api: Api
  readonly onEndedHere: () => void
  readonly onLoggedOut: () => void
}): DeletionModel {
  const state = signal<DeletionState>({ state: 'closed' })
  return {
    state,
    open() {
      state.value = { state: 'asking' }
    },
    cancel() {
      if (state.value.state !== 'sending') state.value = { state: 'closed' }
    },
    async confirm(password) {
      if (state.value.state === 'sending') return
      if (password === '') {
        state.value = { state: 'failed', message: accountText.errors.passwordMissing }
        return
      }
      state.value = { state: 'sending' }
      const answer = await deps.api.deleteAccount(password)
      if (answer.ok) deps.onEndedHere()
      else if (answer.problem.code === 'logged-out') deps.onLoggedOut()
      else state.value = { state: 'failed', message: explain(answer.problem) }
    },
  }
}

function explain(problem: Problem): string {
  const wrong = accountText.errors.wrongDeletePassword
  return sayProblem(problem, {
    'wrong-password': wrong,
    'wrong-credentials': wrong,
    'password-needed': wrong,
    'bad-password': wrong,
  })
}

export function Deletion({ model, username }: { readonly model: DeletionModel; readonly username: string }): VNode {
  const isOpen = model.state.value.state !== 'closed'
  return html`<section class="stack sheet" aria-labelledby="delete-title">
    <h2 id="delete-title">${accountText.deleteTitle}</h2>
    <p>${accountText.deleteIntro}</p>
    <button type="button" class="danger" onClick=${() => model.open()}>${accountText.deleteOpen}</button>
    ${isOpen && h(DeletionDialog, { model, username })}
  </section>`
}

function DeletionDialog({ model, username }: { readonly model: DeletionModel; readonly username: string }): VNode {
  const state = model.state.value
  const dialog = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    // A browser that has no dialogs shows it where it stands.
    const element: Partial<HTMLDialogElement> | null = dialog.current
    element?.showModal?.()
    return () => element?.close?.() // gives the focus back to the button that opened it
  }, [])

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    void model.confirm(readField(event.currentTarget, 'password'))
  }

  function refuse(event: Event): void {
    event.preventDefault()
    model.cancel()
  }

  return html`<dialog class="sheet" ref=${dialog} aria-labelledby="delete-question" onCancel=${refuse}>
    <form class="stack" noValidate onSubmit=${submit}>
      <h2 id="delete-question">${accountText.deleteQuestion(username)}</h2>
      <ul class="bullets">
        ${accountText.deleteLost.map((loss) => html`<li key=${loss}>${loss}</li>`)}
      </ul>
      <p>${accountText.deleteKept}</p>
      <input type="text" autocomplete="username" value=${username} hidden readonly />
      ${h(PasswordField, {
        id: 'delete-password',
        name: 'password',
        label: accountText.deletePassword,
        autocomplete: 'current-password',
        faultId: state.state === 'failed' ? 'delete-fault' : undefined,
      })}
      ${state.state === 'failed' && h(Notice, { id: 'delete-fault', tone: 'danger', role: 'alert', children: state.message })}
      <button class="danger" aria-disabled=${state.state === 'sending'}>${accountText.deleteConfirm}</button>
      <button type="button" onClick=${() => model.cancel()}>${accountText.deleteCancel}</button>
      ${state.state === 'sending' && h(Waiting, { text: accountText.deleting })}
    </form>
  </dialog>`
}
