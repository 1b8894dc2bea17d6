// Where the account is logged in, and ending one of those log-ins.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import type { Api, Device, Problem } from '../shell/api.ts'
import { sayProblem } from '../shell/problem.ts'
import { accountText } from '../text/en-account.ts'
import { sayDateTime } from '../ui/format.ts'
import { Failed } from '../ui/failed.ts'
import { Outcome } from '../ui/outcome.ts'
import type { OutcomeProps } from '../ui/outcome.ts'
import { Waiting } from '../ui/waiting.ts'

export type DevicesState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'listed'; readonly devices: readonly Device[]; readonly outcome: OutcomeProps | null }

export interface DevicesModel {
  readonly state: ReadonlySignal<DevicesState>
  load(): Promise<void>
  remove(device: Device): Promise<void>
}

export function createDevicesModel(deps: {
  readonly api: Api
  readonly onEndedHere: () => void
  readonly onLoggedOut: () => void
}): DevicesModel {
  const { api, onEndedHere, onLoggedOut } = deps
  const state = signal<DevicesState>({ state: 'loading' })

  function fail(problem: Problem): void {
    const message = sayProblem(problem)
    if (problem.code === 'logged-out') onLoggedOut()
    else if (state.value.state === 'listed') state.value = { ...state.value, outcome: { tone: 'danger', message } }
    else state.value = { state: 'failed', message }
  }

  async function list(outcome: OutcomeProps | null): Promise<void> {
    const answer = await api.me()
    if (answer.ok) state.value = { state: 'listed', devices: answer.value.devices, outcome }
    else fail(answer.problem)
  }

  return {
    state,
    load: () => list(null),
    async remove(device) {
      const answer = await api.removeDevice(device.id)
      // One that is not found has ended by itself: what was asked for is so.
      if (!answer.ok && answer.problem.code !== 'not-found') fail(answer.problem)
      else if (device.current) onEndedHere()
      else await list({ tone: 'good', message: accountText.removed(device.name) })
    },
  }
}

export function Devices({ model }: { readonly model: DevicesModel }): VNode {
  return html`<section class="stack sheet" aria-labelledby="devices-title">
    <h2 id="devices-title">${accountText.devicesTitle}</h2>
    ${contentOf(model)}
  </section>`
}

function contentOf(model: DevicesModel): ComponentChildren {
  const state = model.state.value
  switch (state.state) {
    case 'loading':
      return h(Waiting, { text: accountText.devicesLoading })
    case 'failed':
      return h(Failed, { message: state.message, onAgain: () => void model.load() })
    case 'listed':
      return html`<p class="hint">${accountText.devicesHint}</p>
        <ul class="rows">
          ${state.devices.map((device) => h(DeviceRow, { key: device.id, device, onRemove: () => void model.remove(device) }))}
        </ul>
        ${state.outcome && h(Outcome, state.outcome)}`
  }
}

function DeviceRow({ device, onRemove }: { readonly device: Device; readonly onRemove: () => void }): VNode {
  const nameId = `device-${device.id}`
  const whenId = `used-${device.id}`
  const when = device.current ? accountText.thisDevice : accountText.lastUsed(sayDateTime(new Date(device.lastUsedAt)))
  return html`<li>
    <div>
      <strong id=${nameId}>${device.name}</strong>
      <p class="hint" id=${whenId}>${when}</p>
    </div>
    <button type="button" aria-describedby=${`${nameId} ${whenId}`} onClick=${onRemove}>${accountText.remove}</button>
  </li>`
}
