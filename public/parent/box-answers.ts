// Whether the box is there at this moment: asked before a page gives up what it has for a new one.

import { within } from '../signalling/deadline.ts'

const answerMs = 3000

export async function boxAnswers(): Promise<boolean> {
  try {
    return (await within(answerMs, (signal) => fetch('/healthz', { signal, cache: 'no-store' }))).ok
  } catch {
    return false
  }
}
