// "Add a phone": the code, the question whether to let the newcomer in, and what became of it.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { readSecret } from '../household/secret.ts'
import type { OpenPage } from '../shell/page.ts'
import { phoneStorage } from '../signalling/storage.ts'
import { nightText } from '../text/en-night.ts'
import { joiningText } from '../text/en-joining.ts'
import { text } from '../text/text.ts'
import { sayLeft } from '../ui/format.ts'
import { Notice } from '../ui/notice.ts'
import { PageHeader } from '../ui/page-header.ts'
import { Step } from '../ui/step.ts'
import { Waiting } from '../ui/waiting.ts'
import type { JoiningApi } from './api.ts'
import { Links, linksOf } from './links.ts'
import { fragmentOf } from './secret-in-link.ts'
import { createPairingModel } from './pairing-model.ts'
import type { PairingModel, PairingState } from './pairing-model.ts'

export function createAddPhonePage({ api }: { readonly api: JoiningApi }): OpenPage {
  return (context) => {
    let closed = false
    const model = createPairingModel({
      api,
      nowMs: () => performance.now(),
      onLoggedOut: () => void context.refreshMember().then(() => closed || context.navigate('/add-phone')),
    })
    void model.begin()
    return {
      view: h(AddPhone, { model, household: readSecret(phoneStorage, context.username) }),
      close() {
        closed = true
        model.close()
      },
    }
  }
}

interface AddPhoneProps {
  readonly model: PairingModel
  /** The secret that the other phone gets with the code, but not the box. */
  readonly household: string | null
}

function AddPhone({ model, household }: AddPhoneProps): VNode {
  const state = model.state.value
  const isSaid = state.state === 'asked' && state.fault !== null
  return html`<div class="calm">
    ${h(PageHeader, { title: text.shell.titles.addPhone })}
    ${model.away.value && !isSaid && h(Notice, { tone: 'warning', role: 'status', children: joiningText.boxAway })}
    ${h(Step, { key: state.state, children: contentOf(state, model, household) })}
    <p class="hint"><a class="line-link" href="/find">${text.finding.title}</a></p>
  </div>`
}

function contentOf(state: PairingState, model: PairingModel, household: string | null): ComponentChildren {
  switch (state.state) {
    case 'making':
      return h(Waiting, { text: joiningText.making })
    case 'failed':
      return html`${h(Notice, { tone: 'danger', role: 'alert', children: state.message })} ${h(Again, { model })}`
    case 'shown':
      return h(Code, { state, model, household })
    case 'asked':
      return html`<section class="stack sheet" aria-labelledby="newcomer">
        <h2 id="newcomer">${joiningText.letInQuestion(state.newcomer)}</h2>
        <p>${joiningText.letInHint}</p>
        ${state.fault !== null && h(Notice, { tone: 'danger', role: 'alert', children: state.fault })}
        <button class="primary" type="button" onClick=${() => void model.answer(true)}>${joiningText.letIn}</button>
        <button type="button" onClick=${() => void model.answer(false)}>${joiningText.sendAway}</button>
      </section>`
    case 'letting-in':
      return html`${h(Waiting, { text: joiningText.lettingIn(state.newcomer) })}
        <button type="button" onClick=${() => void model.begin()}>${joiningText.newCode}</button>`
    case 'joined':
      return html`${h(Notice, { tone: 'good', children: joiningText.hasJoined(state.newcomer) })} ${h(Again, { model })}`
    case 'refused':
      return html`${h(Notice, { tone: 'info', children: joiningText.sentAway(state.newcomer) })} ${h(Again, { model })}`
    case 'over':
      return html`${h(Notice, { tone: 'info', children: joiningText.codeEnded })} ${h(Again, { model })}`
  }
}

interface CodeProps extends AddPhoneProps {
  readonly state: Extract<PairingState, { state: 'shown' }>
}

function Code({ state, model, household }: CodeProps): VNode {
  const { shown, addresses, takesLetters, leftS } = state
  const path = `/join${fragmentOf({ code: shown.code, household })}`
  return html`<section class="stack sheet">
    <p>${joiningText.scan}</p>
    ${h(Links, { links: linksOf(addresses, path, location.origin), path: '/join' })}
    ${
      takesLetters
        ? html`<p>${joiningText.orType}</p>
            <p class="letters">${shown.letters.slice(0, 3)} ${shown.letters.slice(3)}</p>`
        : html`${h(Notice, { tone: 'warning', role: 'status', children: joiningText.lettersEnded })}
          ${h(Again, { model })}`
    }
    ${household === null && html`<p class="hint">${nightText.household.notVerifiedItself}</p>`}
    ${addresses.welcome !== null && html`<p class="hint">${joiningText.warns(addresses.welcome)}</p>`}
    <p class="hint proof">${joiningText.left(sayLeft(leftS))}</p>
  </section>`
}

function Again({ model }: { readonly model: PairingModel }): VNode {
  return html`<button class="primary" type="button" onClick=${() => void model.begin()}>${joiningText.newCode}</button>`
}
