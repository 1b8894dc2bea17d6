// A fault in whole sentences: what happened, why it is likely, what to do, and that it is tried again.

import { nightText } from '../text/en-night.ts'
import { weights } from './faults.ts'
import type { Fault } from './faults.ts'

export function faultWords(fault: Fault): string {
  // Said by the catalogue's first part, which is there without the box.
  if (fault === 'box-away') return ''
  if (fault === 'battery-low' || fault === 'baby-may-sleep') return nightText.proof.notes[fault]
  const { sentence, advice } = nightText.alarm.causes[fault]
  return [sentence, advice, ...(isTriedAgain(fault) ? [nightText.proof.tryingAgain] : [])].join(' ')
}

/** What this phone or the baby's can mend by itself. */
function isTriedAgain(fault: Fault): boolean {
  return weights[fault] === 'alarm' && fault !== 'battery-empty' && fault !== 'sound-blocked'
}
