// The page where a household pastes its licence.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import type { Api } from '../shell/api.ts'
import type { LicenceState, OpenPage } from '../shell/page.ts'
import { sayProblem } from '../shell/problem.ts'
import type { Session } from '../shell/session.ts'
import { licenceText } from '../text/en-licence.ts'
import { text } from '../text/text.ts'
import { Notice } from '../ui/notice.ts'
import { PageHeader } from '../ui/page-header.ts'
import { Waiting } from '../ui/waiting.ts'
import { LicenceNotice } from './notice.ts'

type SavingState =
  | { readonly state: 'open' }
  | { readonly state: 'sending' }
  | { readonly state: 'saved' }
  | { readonly state: 'failed'; readonly message: string }

interface LicenceModel {
  readonly licence: ReadonlySignal<LicenceState | null>
  readonly saving: ReadonlySignal<SavingState>
  save(pasted: string): Promise<void>
}

interface LicenceDeps {
  readonly api: Api
  readonly session: Session
}

export function createLicencePage(deps: LicenceDeps): OpenPage {
  return () => ({ view: h(LicencePage, { model: createLicenceModel(deps) }), close() {} })
}

export function createLicenceModel({ api, session }: LicenceDeps): LicenceModel {
  const saving = signal<SavingState>({ state: 'open' })
  return {
    licence: session.licence,
    saving,
    async save(pasted) {
      if (saving.value.state === 'sending') return
      const licence = pasted.replaceAll(/\s/g, '') // a mail client breaks the long line
      if (licence === '') {
        saving.value = { state: 'failed', message: licenceText.errors.empty }
        return
      }
      saving.value = { state: 'sending' }
      const answer = await api.saveLicence(licence)
      if (answer.ok) {
        session.setLicence(answer.value)
        saving.value = { state: 'saved' }
      } else {
        saving.value = {
          state: 'failed',
          message: sayProblem(answer.problem, { 'bad-licence': licenceText.errors.bad }),
        }
      }
    },
  }
}

function LicencePage({ model }: { readonly model: LicenceModel }): VNode {
  const licence = model.licence.value
  return html`<div class="calm">
    ${h(PageHeader, { title: text.shell.titles.licence })}
    ${
      licence === null
        ? h(Notice, { tone: 'good', children: licenceText.notNeeded })
        : [h(LicenceNotice, { key: 'notice', licence, link: false }), h(LicenceForm, { key: 'form', model })]
    }
  </div>`
}

function LicenceForm({ model }: { readonly model: LicenceModel }): VNode {
  const saving = model.saving.value
  const failed = saving.state === 'failed'

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const pasted = new FormData(event.currentTarget).get('licence')
    void model.save(typeof pasted === 'string' ? pasted : '')
  }

  return html`<form class="stack sheet" noValidate onSubmit=${submit}>
    <p id="licence-intro">${licenceText.intro}</p>
    <div>
      <label for="licence">${licenceText.field}</label>
      <textarea
        id="licence"
        name="licence"
        rows="5"
        autocomplete="off"
        autocapitalize="none"
        spellcheck=${false}
        aria-invalid=${failed}
        aria-describedby=${failed ? 'licence-fault' : 'licence-intro'}
      ></textarea>
    </div>
    ${failed && h(Notice, { id: 'licence-fault', tone: 'danger', role: 'alert', children: saving.message })}
    <button class="primary" aria-disabled=${saving.state === 'sending'}>${licenceText.save}</button>
    ${saving.state === 'sending' && h(Waiting, { text: licenceText.checking })}
    ${saving.state === 'saved' && h(Notice, { tone: 'good', role: 'status', children: licenceText.saved })}
  </form>`
}
