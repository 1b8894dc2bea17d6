// "Guests": a link for one Baby Station until a time, and the list of those that are out.

import { useSignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { VNode } from 'preact'
import { makeGuestSecret } from '../household/guest-secret.ts'
import type { OpenPage } from '../shell/page.ts'
import { phoneStorage } from '../signalling/storage.ts'
import { joiningText } from '../text/en-joining.ts'
import { accountText } from '../text/en-account.ts'
import { text } from '../text/text.ts'
import { readField } from '../ui/form.ts'
import { sayDateTime } from '../ui/format.ts'
import { Failed } from '../ui/failed.ts'
import { Notice } from '../ui/notice.ts'
import { Outcome } from '../ui/outcome.ts'
import { PageHeader } from '../ui/page-header.ts'
import { Step } from '../ui/step.ts'
import { Waiting } from '../ui/waiting.ts'
import type { InvitedGuest, JoiningApi, Station } from './api.ts'
import { createGuestsModel } from './guests-model.ts'
import type { GuestsModel } from './guests-model.ts'
import { GuestLink } from './guest-link.ts'
import { endOfStay, fieldValue, stays } from './until.ts'
import type { StayChoice } from './until.ts'

export function createGuestsPage({ api }: { readonly api: JoiningApi }): OpenPage {
  return (context) => {
    let closed = false
    const model = createGuestsModel({
      api,
      makeSecret: () => makeGuestSecret(phoneStorage, context.username),
      onLoggedOut: () => void context.refreshMember().then(() => closed || context.navigate('/guests')),
    })
    void model.load()
    return {
      view: h(Guests, { model }),
      close() {
        closed = true
      },
    }
  }
}

function Guests({ model }: { readonly model: GuestsModel }): VNode {
  const state = model.state.value
  const link = model.link.value
  const fault = model.fault.value
  return html`<div class="calm">
    ${h(PageHeader, { title: text.shell.titles.guests })}
    <p>${joiningText.guestsIntro}</p>
    ${state.state === 'loading' && h(Waiting, { text: joiningText.guestsLoading })}
    ${state.state === 'failed' && h(Failed, { message: state.message, onAgain: () => void model.load() })}
    ${
      state.state === 'listed' &&
      link !== null &&
      h(Step, { key: link.guest.id, children: h(GuestLink, { link, addresses: state.addresses }) })
    }
    ${state.state === 'listed' && h(Invite, { model, stations: state.stations })}
    ${state.state === 'listed' && state.guests.length > 0 && h(GuestList, { model, guests: state.guests })}
    ${fault?.about === 'page' && h(Outcome, { tone: 'danger', message: fault.message })}
  </div>`
}

function Invite({ model, stations }: { readonly model: GuestsModel; readonly stations: readonly Station[] }): VNode {
  const stay = useSignal<StayChoice>('evening')
  const fault = model.fault.value
  if (stations.length === 0) {
    return html`<section class="stack sheet">
      ${h(Notice, { tone: 'info', children: joiningText.noStation })}
      <button type="button" onClick=${() => void model.load()}>${joiningText.lookAgain}</button>
    </section>`
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const own = readField(form, 'until')
    const until = stay.value === 'own' ? (own === '' ? null : new Date(own)) : endOfStay(stay.value, new Date())
    void model.invite({ sessionId: readField(form, 'station'), name: readField(form, 'name'), until })
  }

  return html`<form class="stack sheet" noValidate onSubmit=${submit}>
    <div>
      <label for="guest-station">${joiningText.guestStation}</label>
      <select id="guest-station" name="station">
        ${stations.map(({ id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}
      </select>
    </div>
    <div>
      <label for="guest-stay">${joiningText.guestUntil}</label>
      <select
        id="guest-stay"
        value=${stay.value}
        onChange=${(event: Event) => (stay.value = (event.currentTarget as HTMLSelectElement).value as StayChoice)}
      >
        ${stays.map((choice) => html`<option key=${choice} value=${choice}>${joiningText.stays[choice]}</option>`)}
      </select>
    </div>
    ${
      stay.value === 'own' &&
      html`<div>
        <label for="guest-until">${joiningText.ownTime}</label>
        <input
          id="guest-until"
          name="until"
          type="datetime-local"
          defaultValue=${fieldValue(endOfStay('evening', new Date()))}
        />
      </div>`
    }
    <div>
      <label for="guest-name">${joiningText.guestName}</label>
      <input
        id="guest-name"
        name="name"
        autocomplete="off"
        maxlength="60"
        defaultValue=${joiningText.guestNamePreset}
      />
    </div>
    ${fault?.about === 'invitation' && h(Notice, { tone: 'danger', role: 'alert', children: fault.message })}
    <button class="primary" aria-disabled=${model.inviting.value}>${text.shell.inviteGuest}</button>
    ${model.inviting.value && h(Waiting, { text: joiningText.inviting })}
  </form>`
}

function GuestList({
  model,
  guests,
}: {
  readonly model: GuestsModel
  readonly guests: readonly InvitedGuest[]
}): VNode {
  return html`<section class="stack sheet" aria-labelledby="guests-list">
    <h2 id="guests-list">${joiningText.guestLinks}</h2>
    <p class="hint">${joiningText.guestLinksHint}</p>
    <ul class="rows">
      ${guests.map((guest) => h(GuestRow, { key: guest.id, guest, onRemove: () => void model.remove(guest) }))}
    </ul>
  </section>`
}

function GuestRow({ guest, onRemove }: { readonly guest: InvitedGuest; readonly onRemove: () => void }): VNode {
  const { id, name, station, until, lastUsedAt } = guest
  const nameId = `guest-${id}`
  return html`<li>
    <div>
      <strong id=${nameId}>${name}</strong>
      <p class="hint">${joiningText.guestMay(station, sayDateTime(new Date(until)))}</p>
      <p class="hint">
        ${lastUsedAt === null ? joiningText.neverOpened : accountText.lastUsed(sayDateTime(new Date(lastUsedAt)))}
      </p>
    </div>
    <button type="button" aria-describedby=${nameId} onClick=${onRemove}>${joiningText.endGuest}</button>
  </li>`
}
