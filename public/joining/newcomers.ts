// On the home page: which phones another phone has let in since this one was told last. Most days there are none, so what shows them
// is loaded when there are.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import * as v from 'valibot'
import type { Ask } from '../shell/api.ts'
import type { sayNewcomers } from './newcomers-notice.ts'

const path = '/api/newcomers'
const newcomersSchema = v.object({
  newcomers: v.array(v.object({ id: v.string(), name: v.string(), joinedAt: v.string() })),
})
export type Newcomer = v.InferOutput<typeof newcomersSchema>['newcomers'][number]

export interface Newcomers {
  /** What says so; null while there is nothing to say. */
  readonly notice: ReadonlySignal<(() => ComponentChildren) | null>
  load(): Promise<void>
}

export interface NewcomersDeps {
  readonly ask: Ask
  readonly saying: () => Promise<typeof sayNewcomers>
}

export function createNewcomers({ ask, saying }: NewcomersDeps): Newcomers {
  const notice = signal<(() => ComponentChildren) | null>(null)

  async function seen(): Promise<void> {
    // When the box is away it stays, and can be tapped again.
    if ((await ask(v.unknown(), 'DELETE', path)).ok) notice.value = null
  }

  return {
    notice,
    async load() {
      const answer = await ask(newcomersSchema, 'GET', path)
      if (!answer.ok || answer.value.newcomers.length === 0) return
      const { newcomers } = answer.value
      try {
        const say = await saying()
        notice.value = () => say(newcomers, () => void seen())
      } catch {
        // Its code cannot be had now; it is told the next time that this page opens.
      }
    },
  }
}
