// At either station: the battery of the phone itself, when somebody should put it on the charger.

import type { ReadonlySignal } from '@preact/signals'
import { h } from 'preact'
import type { ComponentChildren } from 'preact'
import { conditionText } from '../text/en-bedside.ts'
import { Notice } from '../ui/notice.ts'
import { criticalLevel, isLow } from './low-battery.ts'
import type { Power } from './low-battery.ts'

export function OwnBattery({ power }: { readonly power: ReadonlySignal<Power | null> }): ComponentChildren {
  const now = power.value
  if (now === null || !isLow(now)) return null
  const tone = isLow(now, criticalLevel) ? 'danger' : 'warning'
  return h(Notice, { tone, children: conditionText.own(Math.round(100 * now.level)) })
}
