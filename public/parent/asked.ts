// What a parent asks of the Baby Station: sent a few times a second while a finger drags, and shown as if it were so until the
// station says how it is. What it never says is not so.

import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { createPaced } from '../shared/paced.ts'

export interface Asked<Value> {
  readonly shown: ReadonlySignal<Value>
  ask(value: Value): void
  close(): void
}

export interface AskedDeps<Value> {
  readonly said: ReadonlySignal<Value>
  /** Which Baby Station is meant: what was asked of one is nothing to another. */
  readonly of: ReadonlySignal<string | null>
  send(value: Value): void
}

const everyMs = 150
/** There and back over a busy Wi-Fi. */
const believedMs = 1500

interface Question<Value> {
  readonly value: Value
  readonly of: string | null
}

export function createAsked<Value>({ said, of, send }: AskedDeps<Value>): Asked<Value> {
  const asked = signal<Question<Value> | null>(null)
  const paced = createPaced<Question<Value>>(everyMs, (question) => {
    if (question.of === of.peek()) send(question.value)
  })
  let believed: ReturnType<typeof setTimeout> | undefined
  return {
    shown: computed(() => (asked.value !== null && asked.value.of === of.value ? asked.value.value : said.value)),
    ask(value) {
      clearTimeout(believed)
      believed = setTimeout(() => (asked.value = null), believedMs)
      const question = { value, of: of.peek() }
      asked.value = question
      paced.do(question)
    },
    close() {
      clearTimeout(believed)
      paced.close()
    },
  }
}
