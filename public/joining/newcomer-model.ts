// The phone that wants to come in: it gives the code and its name, then asks until it is let in or sent away.

import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Problem } from '../shell/api.ts'
import { sayProblem } from '../shell/problem.ts'
import { joiningText } from '../text/en-joining.ts'
import type { JoiningApi } from './api.ts'
import type { AskedHere, AskedMemory } from './asked-here.ts'

export type NewcomerState =
  /** `code` came with the link; without it the letters are asked for. */
  | { readonly state: 'asking'; readonly code: string | null; readonly fault: string | null }
  | { readonly state: 'sending'; readonly code: string | null }
  /** `away`: the box did not answer when it was asked last. */
  | { readonly state: 'waiting'; readonly name: string; readonly away: boolean }
  | { readonly state: 'joined' }

export interface NewcomerModel {
  readonly state: ReadonlySignal<NewcomerState>
  submit(given: { readonly letters: string; readonly name: string }): Promise<void>
  close(): void
}

export interface NewcomerDeps {
  readonly api: Pick<JoiningApi, 'askToJoin' | 'collect'>
  readonly code: string | null
  /** The household's secret, when it came with the code. */
  readonly household: string | null
  readonly asked: AskedMemory
  /** With the secret of the link by which it joined: whoever typed letters may have got the link from elsewhere. */
  readonly onJoined: (secret: string | null) => void
  /** Milliseconds of a clock that goes on while the page is loaded anew. */
  readonly nowMs: () => number
}

const lookMs = 1000
const { errors } = joiningText

export function createNewcomerModel(deps: NewcomerDeps): NewcomerModel {
  const { api, code, household, asked, onJoined, nowMs } = deps
  const state = signal<NewcomerState>({ state: 'asking', code, fault: null })
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const say = (problem: Problem): string =>
    sayProblem(problem, { 'code-over': errors.codeOver, 'bad-request': errors.name })

  /** A code that has not worked will not: the letters of a new one are asked for. */
  function over(fault: string): void {
    asked.write(null)
    state.value = { state: 'asking', code: null, fault }
  }

  async function look(mine: AskedHere): Promise<void> {
    if (nowMs() >= mine.endsMs) return over(errors.tooLate)
    const answer = await api.collect(mine.ticket)
    if (closed) return
    if (answer.ok && answer.value.state === 'joined') {
      asked.write(null)
      state.value = { state: 'joined' }
      onJoined(mine.secret)
      return
    }
    if (!answer.ok && answer.problem.code === 'code-over') return over(errors.notLetIn)
    // The box may be away for a moment; the ticket is good until its end.
    const away = !answer.ok && answer.problem.code === 'unreachable'
    state.value = { state: 'waiting', name: mine.name, away }
    timer = setTimeout(() => void look(mine), lookMs)
  }

  async function goOn(mine: AskedHere): Promise<void> {
    state.value = { state: 'waiting', name: mine.name, away: false }
    await look(mine)
  }

  const before = code === null ? asked.read() : null
  if (before !== null && before.endsMs > nowMs()) void goOn(before)

  return {
    state,
    async submit({ letters, name }) {
      const now = state.peek()
      if (now.state !== 'asking') return
      const given = now.code ?? letters.trim()
      if (given === '') {
        state.value = { ...now, fault: errors.lettersMissing }
        return
      }
      state.value = { state: 'sending', code: now.code }
      const answer = await api.askToJoin(given, name.trim())
      if (closed) return
      if (!answer.ok) {
        if (answer.problem.code === 'code-over') over(say(answer.problem))
        else state.value = { ...now, fault: say(answer.problem) }
        return
      }
      const { ticket, name: called, leftMs } = answer.value
      const secret = now.code === null ? null : household
      const mine = { ticket, name: called, endsMs: nowMs() + leftMs, secret }
      asked.write(mine)
      await goOn(mine)
    },
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}
