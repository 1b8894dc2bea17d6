// Why it is not live, why that is likely and what to do, in whole sentences.

import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { linkFaults } from '../proof/faults.ts'
import { faultWords } from '../proof/words.ts'
import { explainingText } from '../text/en-explaining.ts'
import { explain } from './explain.ts'
import type { Explanation } from './explain.ts'
import type { Several } from './model.ts'

export interface Explaining {
  readonly explanations: ReadonlySignal<readonly Explanation[]>
  readonly several: Several
}

export function createExplaining(several: Several): Explaining {
  const { focus, channel, reachable } = several
  return {
    several,
    explanations: computed(() => {
      const { watching, night } = focus.value
      return explain({
        watch: watching.watch.value,
        channel: channel.state.value,
        reachable: channel.sessions.value === null ? null : reachable.value.length,
        missed: watching.isMissed.value,
        nowMs: watching.nowMs.value,
        // Said by the fault's own words.
        faulty: night.faults.value.some(({ fault }) => linkFaults.includes(fault)),
      })
    }),
  }
}

interface Props {
  readonly model: Explaining
  readonly guest: boolean
}

export function Explanations({ model, guest }: Props): VNode {
  const { focus, newcomer } = model.several
  const { explanations, guestExplanations } = explainingText
  const words = guest ? { ...explanations, ...guestExplanations } : explanations
  const found = model.explanations.value
  const { night } = focus.value
  const awake = night.awake.state.value
  // The box is explained below, in words that are there without it, and who was refused where it is shown who is verified.
  const faults = night.faults.value.filter(({ fault }) => fault !== 'box-away' && fault !== 'not-who-it-says')
  return html`${faults.map(({ fault }) => html`<p key=${fault}>${faultWords(fault)}</p>`)}
  ${found.map((name) => html`<p key=${name}>${words[name]}</p>`)}
  ${!guest && found.includes('logged-out') ? html`<p><a class="line-link" href="/parent">${explainingText.logIn}</a></p>` : null}
  ${newcomer.value === null ? null : html`<p>${explainingText.newcomer(newcomer.value)}</p>`}
  ${awake === 'unavailable' || awake === 'paused' ? html`<p>${explainingText.awake[awake]}</p>` : null}` as VNode
}
