// "Join": where a newcomer's link leads, and where the six letters are typed.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { createVerifyModel, takeOver } from '../household/verify-model.ts'
import { VerifyThisPhone } from '../household/verify-this-phone.ts'
import type { OpenPage } from '../shell/page.ts'
import type { Session } from '../shell/session.ts'
import { phoneStorage } from '../signalling/storage.ts'
import { text } from '../text/text.ts'
import { readField } from '../ui/form.ts'
import { Notice } from '../ui/notice.ts'
import { PageHeader } from '../ui/page-header.ts'
import { Waiting } from '../ui/waiting.ts'
import type { JoiningApi } from './api.ts'
import { createNewcomerModel } from './newcomer-model.ts'
import type { NewcomerModel } from './newcomer-model.ts'
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
    const joined = async (by: 'link' | 'letters'): Promise<void> => {
      await session.ask()
      const now = session.state.peek()
      // Only with the code that it came with: whoever typed letters may have got the link from elsewhere.
      if (by === 'link' && household !== null && now.state === 'member') {
        takeOver(phoneStorage, now.username, household)
      }
      if (!closed) context.navigate('/')
    }
    const model = createNewcomerModel({
      api,
      code,
      nowMs: () => performance.now(),
      onJoined: (by) => void joined(by),
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
    ${h(PageHeader, { title: text.joining.joinTitle })}
    ${h(Notice, { tone: 'info', children: text.joining.alreadyIn(username) })}
  </div>`
}

function Join({ model }: { readonly model: NewcomerModel }): VNode {
  const state = model.state.value

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    void model.submit({ letters: readField(form, 'letters'), name: readField(form, 'name') })
  }

  const waiting = state.state === 'waiting'
  return html`<div class="calm">
    ${h(PageHeader, { title: text.joining.joinTitle })}
    ${waiting && h(Notice, { tone: 'info', role: 'status', children: text.joining.waitingForYes(state.name) })}
    ${state.state === 'joined' && h(Waiting, { text: text.joining.joining })}
    ${
      state.state === 'asking' || state.state === 'sending'
        ? html`<form class="stack sheet" noValidate onSubmit=${submit}>
            ${
              state.code !== null
                ? html`<p>${text.joining.joinHint}</p>`
                : html`<div>
                    <label for="letters">${text.joining.letters}</label>
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
                    <p class="hint" id="letters-hint">${text.joining.lettersHint}</p>
                  </div>`
            }
            <div>
              <label for="phone-name">${text.joining.phoneName}</label>
              <input id="phone-name" name="name" autocomplete="off" maxlength="60" aria-describedby="phone-name-hint" />
              <p class="hint" id="phone-name-hint">${text.joining.phoneNameHint}</p>
            </div>
            ${
              state.state === 'asking' &&
              state.fault !== null &&
              h(Notice, { tone: 'danger', role: 'alert', children: state.fault })
            }
            <button class="primary" aria-disabled=${state.state === 'sending'}>${text.joining.join}</button>
            ${state.state === 'sending' && h(Waiting, { text: text.joining.asking })}
          </form>`
        : null
    }
    <p class="hint">${text.joining.joinWhere}</p>
  </div>`
}
