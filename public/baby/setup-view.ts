// Before Start: the name, the microphone, the camera, and what went wrong the last time.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { LicenceNotice } from '../licence/notice.ts'
import type { LicenceState } from '../shell/page.ts'
import { appText } from '../text/en-app.ts'
import { babyText } from '../text/en-baby.ts'
import { Notice } from '../ui/notice.ts'
import { Waiting } from '../ui/waiting.ts'
import type { Device } from './choice.ts'
import type { BabyModel } from './model.ts'
import type { Problem, Station } from './station.ts'

type NotRunning = Exclude<Station, { state: 'running' }>

const noCamera = 'none'
/** A device's id is never this short, and "none" stays apart from it. */
const valueOf = (device: Device | null): string => (device === null ? noCamera : `id:${device.id}`)
const idOf = (value: string): string => value.slice('id:'.length)

export interface SetupProps {
  readonly model: BabyModel
  readonly licence: LicenceState | null
  readonly station: NotRunning
}

// The name is only the first value of its field: a device list that comes while somebody types draws the form anew, and must
// not write into it.
export function Setup({ model, licence, station }: SetupProps): VNode {
  const { name, microphone, camera } = model.choice.value
  const { microphones, cameras } = model.devices.value
  const starting = station.state === 'starting'
  const problem = station.state === 'idle' ? station.problem : null
  const refusedForLicence = problem?.kind === 'refused' && problem.reason.startsWith('licence')

  const submit = (event: Event): void => {
    event.preventDefault()
    model.start()
  }
  return html`<form class="setup stack" novalidate onSubmit=${submit}>
    ${problem && h(ProblemNotice, { problem, soundOnly: camera === null, again: () => model.start() })}
    ${licence && licence.state !== 'valid' && !refusedForLicence && h(LicenceNotice, { licence, link: true })}
    ${
      problem === null && !starting && model.resumable.value
        ? h(Notice, { tone: 'info', children: babyText.resumable })
        : null
    }
    <div class="field">
      <label for="station-name">${babyText.name}</label>
      <input
        id="station-name"
        type="text"
        autocomplete="off"
        maxlength="60"
        aria-describedby="station-name-hint"
        aria-invalid=${problem?.kind === 'name' ? 'true' : undefined}
        disabled=${starting}
        defaultValue=${name}
        onInput=${(event: InputEvent) => {
          if (event.currentTarget instanceof HTMLInputElement) model.setName(event.currentTarget.value)
        }}
      />
      <p class="hint" id="station-name-hint">${babyText.nameHint}</p>
    </div>
    <div class="field">
      <label for="microphone">${babyText.microphone}</label>
      <select
        id="microphone"
        disabled=${starting}
        value=${valueOf(microphone)}
        onChange=${(event: Event) => {
          if (event.currentTarget instanceof HTMLSelectElement) model.chooseMicrophone(idOf(event.currentTarget.value))
        }}
      >
        <option value="id:">${babyText.automatic}</option>
        ${microphones.map((device) => h(DeviceOption, { device }))}
      </select>
    </div>
    <div class="field">
      <label for="camera">${babyText.camera}</label>
      <select
        id="camera"
        disabled=${starting}
        value=${valueOf(camera)}
        onChange=${(event: Event) => {
          if (!(event.currentTarget instanceof HTMLSelectElement)) return
          const { value } = event.currentTarget
          model.chooseCamera(value === noCamera ? null : idOf(value))
        }}
      >
        <option value="id:">${babyText.automatic}</option>
        ${cameras.map((device) => h(DeviceOption, { device }))}
        <option value=${noCamera}>${babyText.noCamera}</option>
      </select>
      ${camera === null ? html`<p class="hint">${babyText.noCameraHint}</p>` : null}
    </div>
    <button class="primary big" type="submit" disabled=${starting}>${babyText.start}</button>
    ${
      starting
        ? h(Waiting, { text: camera === null ? babyText.startingSound : babyText.starting })
        : html`<p class="hint">${babyText.tips}</p>
            <p><a class="line-link" href="/help">${appText.manual}</a></p>`
    }
    ${model.forgetting.value > 0 && h(Forgetting, {})}
  </form>`
}

function DeviceOption({ device }: { readonly device: Device }): VNode {
  return html`<option value=${valueOf(device)}>${device.label}</option>`
}

/** A box that is asked at once answers at once: only a wait that lasts is worth a word. */
function Forgetting(): VNode {
  return html`<div class="late">${h(Notice, { tone: 'warning', children: babyText.forgetting })}</div>`
}

interface ProblemNoticeProps {
  readonly problem: Problem
  readonly soundOnly: boolean
  readonly again: () => void
}

function ProblemNotice({ problem, soundOnly, again }: ProblemNoticeProps): ComponentChildren {
  const canTryAgain =
    problem.kind === 'capture' || (problem.kind === 'refused' && !problem.reason.startsWith('licence'))
  const children = html`<p>${wordsOf(problem, soundOnly)}</p>
    ${canTryAgain ? html`<p class="again"><button type="button" onClick=${again}>${babyText.tryAgain}</button></p>` : null}
    ${
      problem.kind === 'refused' && !canTryAgain
        ? html`<p><a class="line-link" href="/licence">${babyText.licenceLink}</a></p>`
        : null
    }
    ${problem.kind === 'logged-out' ? html`<p><a class="line-link" href="/baby">${babyText.logInHere}</a></p>` : null}`
  return h(Notice, { tone: problem.kind === 'stopped-elsewhere' ? 'info' : 'danger', role: 'alert', children })
}

function wordsOf(problem: Problem, soundOnly: boolean): string {
  const words = babyText.problems
  switch (problem.kind) {
    case 'capture':
      return problem.reason === 'blocked' && soundOnly ? words.blockedSound : words[problem.reason]
    case 'refused':
      return words[problem.reason]
    case 'name':
    case 'stopped-elsewhere':
    case 'logged-out':
      return words[problem.kind]
  }
}
