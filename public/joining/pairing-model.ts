// The phone that shows a code: it asks how far the newcomer has come, and says yes or no.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Problem } from '../shell/api.ts'
import { sayProblem } from '../shell/problem.ts'
import type { Addresses, JoiningApi, Progress, Shown } from './api.ts'

export type PairingState =
  | { readonly state: 'making' }
  | { readonly state: 'failed'; readonly message: string }
  | {
      readonly state: 'shown'
      readonly shown: Shown
      readonly addresses: Addresses
      readonly takesLetters: boolean
      readonly leftS: number
    }
  | { readonly state: 'asked'; readonly newcomer: string; readonly fault: string | null }
  | { readonly state: 'letting-in' | 'joined' | 'refused'; readonly newcomer: string }
  /** Five minutes are over. */
  | { readonly state: 'over' }

export interface PairingModel {
  readonly state: ReadonlySignal<PairingState>
  /** The box did not answer when it was asked last; it is asked again. */
  readonly away: ReadonlySignal<boolean>
  begin(): Promise<void>
  answer(admit: boolean): Promise<void>
  close(): void
}

export interface PairingDeps {
  readonly api: Pick<JoiningApi, 'addresses' | 'showCode' | 'progress' | 'answer' | 'withdraw'>
  readonly onLoggedOut: () => void
  /** Milliseconds of an even clock. */
  readonly nowMs: () => number
}

const lookMs = 1000

export function createPairingModel({ api, onLoggedOut, nowMs }: PairingDeps): PairingModel {
  const state = signal<PairingState>({ state: 'making' })
  const away = signal(false)
  let open: { readonly id: string; readonly endsMs: number } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let looking = false
  let closed = false

  function fail(problem: Problem): void {
    if (problem.code === 'logged-out') onLoggedOut()
    else state.value = { state: 'failed', message: sayProblem(problem) }
  }

  function end(next: PairingState): void {
    open = null
    away.value = false
    state.value = next
  }

  /** The time goes on while the box is away, whose answer is waited for much longer than a second. */
  function tick(): void {
    if (open === null || closed) return
    const leftMs = open.endsMs - nowMs()
    // Asked no more than is needed: a code that has ended is an error in the browser's console.
    if (leftMs <= 0) {
      end({ state: 'over' })
      return
    }
    const now = state.peek()
    if (now.state === 'shown') state.value = { ...now, leftS: Math.ceil(leftMs / 1000) }
    if (!looking) void look(open.id)
    timer = setTimeout(tick, lookMs)
  }

  async function look(id: string): Promise<void> {
    looking = true
    const answer = await api.progress(id)
    looking = false
    if (open?.id !== id || closed) return
    away.value = !answer.ok && answer.problem.code === 'unreachable'
    if (answer.ok) take(answer.value)
    else if (answer.problem.code === 'not-found') end({ state: 'over' })
    else if (answer.problem.code === 'logged-out') {
      clearTimeout(timer)
      onLoggedOut()
    }
  }

  function take({ state: reached, newcomer, takesLetters }: Progress): void {
    const now = state.peek()
    const name = newcomer ?? ''
    switch (reached) {
      case 'shown':
        if (now.state === 'shown') state.value = { ...now, takesLetters }
        return
      case 'asked':
        if (now.state === 'shown') state.value = { state: 'asked', newcomer: name, fault: null }
        return
      case 'confirmed':
        state.value = { state: 'letting-in', newcomer: name }
        return
      case 'refused':
      case 'joined':
        end({ state: reached, newcomer: name })
    }
  }

  return {
    state,
    away,
    async begin() {
      clearTimeout(timer)
      end({ state: 'making' })
      const addresses = await api.addresses()
      if (closed) return
      if (!addresses.ok) return fail(addresses.problem)
      const shown = await api.showCode()
      if (closed) {
        if (shown.ok) void api.withdraw(shown.value.id)
        return
      }
      if (!shown.ok) return fail(shown.problem)
      const { leftMs, id } = shown.value
      open = { id, endsMs: nowMs() + leftMs }
      state.value = {
        state: 'shown',
        shown: shown.value,
        addresses: addresses.value,
        takesLetters: true,
        leftS: Math.ceil(leftMs / 1000),
      }
      timer = setTimeout(tick, lookMs)
    },
    async answer(admit) {
      const now = state.peek()
      if (now.state !== 'asked' || open === null) return
      const { newcomer } = now
      const { id } = open
      state.value = { state: 'letting-in', newcomer }
      const answer = await api.answer(id, admit)
      if (closed || open?.id !== id) return
      if (answer.ok) {
        if (!admit) end({ state: 'refused', newcomer })
        return
      }
      if (answer.problem.code === 'not-found') end({ state: 'over' })
      else if (answer.problem.code === 'logged-out') onLoggedOut()
      else state.value = { state: 'asked', newcomer, fault: sayProblem(answer.problem) }
    },
    close() {
      if (closed) return
      closed = true
      clearTimeout(timer)
      const { state: last } = state.peek()
      // Nobody looks any more: a code that is not shown should open nothing.
      if (open !== null && (last === 'shown' || last === 'asked')) void api.withdraw(open.id)
    },
  }
}
