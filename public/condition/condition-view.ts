// One line about the baby's phone at the Parent Station, and what is the matter with its picture.

import { html } from 'htm/preact'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import { conditionText } from '../text/en-bedside.ts'
import { Notice } from '../ui/notice.ts'
import type { Condition } from './condition.ts'

export function ConditionView({ model }: { readonly model: Condition }): ComponentChildren {
  const limit = model.limit.value
  const said = [batteryWords(model), networkWords(model)].filter((words) => words !== null)
  return html`<div class="stack">
    ${
      said.length === 0 ? null : html`<p class="condition"><span>${conditionText.title}:</span> ${said.join('. ')}.</p>`
    }
    <div aria-live="polite">
      ${limit === null ? null : h(Notice, { tone: 'warning', children: conditionText.limits[limit] })}
    </div>
  </div>`
}

function batteryWords({ battery }: Condition): string | null {
  if (battery.value === null) return null
  const { told } = battery.value
  if (told === null) return conditionText.batteryUnknown
  const percent = Math.round(100 * told.level)
  return told.charging ? conditionText.charging(percent) : conditionText.battery(percent)
}

function networkWords({ network }: Condition): string | null {
  if (network.value === null) return null
  const { quality, rttMs, lossPercent } = network.value
  return conditionText.network[quality](rttMs, lossPercent)
}
