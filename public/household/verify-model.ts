// A phone that has scanned another's code takes over its household's secret.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { createVerifiedMemory } from './memory.ts'
import { keepSecret, readSecret } from './secret.ts'

type Store = () => Storage | null

/** Whether it could be kept. What was verified by another secret has to be verified by this one again. */
export function takeOver(storage: Store, username: string, secret: string): boolean {
  const isNew = readSecret(storage, username) !== secret
  if (!keepSecret(storage, username, secret)) return false
  if (isNew) createVerifiedMemory(storage).clear()
  return true
}

export interface VerifyModel {
  readonly username: string
  /** This phone has another secret, which goes. */
  readonly replaces: boolean
  readonly state: ReadonlySignal<'asking' | 'verified' | 'failed'>
  verify(): void
}

/** A log-in is here already: a person says that the code was one of theirs, because a link can come from anywhere. */
export function createVerifyModel({
  storage,
  username,
  secret,
}: {
  readonly storage: Store
  readonly username: string
  readonly secret: string
}): VerifyModel {
  const before = readSecret(storage, username)
  const state = signal<'asking' | 'verified' | 'failed'>(before === secret ? 'verified' : 'asking')
  return {
    username,
    replaces: before !== null && before !== secret,
    state,
    verify() {
      state.value = takeOver(storage, username, secret) ? 'verified' : 'failed'
    },
  }
}
