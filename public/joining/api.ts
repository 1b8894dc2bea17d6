// What joining asks the box for. Answers are parsed here, as in shell/api.ts.

import * as v from 'valibot'
import type { Ask, Result } from '../shell/api.ts'

const shownSchema = v.object({ id: v.string(), code: v.string(), letters: v.string(), leftMs: v.number() })
const progressSchema = v.object({
  state: v.picklist(['shown', 'asked', 'confirmed', 'refused', 'joined']),
  newcomer: v.nullable(v.string()),
  takesLetters: v.boolean(),
})
const askedSchema = v.object({ ticket: v.string(), name: v.string(), leftMs: v.number() })
const outcomeSchema = v.object({ state: v.picklist(['waiting', 'joined']) })
const addressesSchema = v.object({
  byName: v.string(),
  byAddress: v.array(v.string()),
  welcome: v.nullable(v.string()),
})
const guestSchema = v.object({
  id: v.string(),
  name: v.string(),
  station: v.string(),
  until: v.string(),
  lastUsedAt: v.nullable(v.string()),
})
const guestsSchema = v.object({ guests: v.array(guestSchema) })
const invitedSchema = v.object({ ...guestSchema.entries, code: v.string() })
const staySchema = v.object({ station: v.string(), until: v.string(), leftMs: v.number() })
const enteredSchema = v.object({ guest: v.nullable(staySchema) })
const sessionsSchema = v.object({ sessions: v.array(v.object({ id: v.string(), name: v.string() })) })

export type Shown = v.InferOutput<typeof shownSchema>
export type Progress = v.InferOutput<typeof progressSchema>
export type Asked = v.InferOutput<typeof askedSchema>
export type Addresses = v.InferOutput<typeof addressesSchema>
export type InvitedGuest = v.InferOutput<typeof guestSchema>
export type Stay = v.InferOutput<typeof staySchema>
export type Station = v.InferOutput<typeof sessionsSchema>['sessions'][number]

export interface JoiningApi {
  addresses(): Promise<Result<Addresses>>
  showCode(): Promise<Result<Shown>>
  progress(id: string): Promise<Result<Progress>>
  answer(id: string, admit: boolean): Promise<Result<unknown>>
  withdraw(id: string): Promise<Result<unknown>>
  /** `name` may be empty: the box then takes the browser's. */
  askToJoin(code: string, name: string): Promise<Result<Asked>>
  collect(ticket: string): Promise<Result<v.InferOutput<typeof outcomeSchema>>>
  stations(): Promise<Result<readonly Station[]>>
  guests(): Promise<Result<readonly InvitedGuest[]>>
  invite(invitation: {
    sessionId: string
    name: string
    until: string
  }): Promise<Result<v.InferOutput<typeof invitedSchema>>>
  removeGuest(id: string): Promise<Result<unknown>>
  /** Null when this browser is nobody's guest, or no longer. */
  guest(): Promise<Result<Stay | null>>
  enterAsGuest(code: string): Promise<Result<Stay | null>>
}

export function createJoiningApi(ask: Ask): JoiningApi {
  const nothing = v.unknown()
  const pairing = (id: string) => `/api/pairings/${encodeURIComponent(id)}`
  return {
    addresses: () => ask(addressesSchema, 'GET', '/api/addresses'),
    showCode: () => ask(shownSchema, 'POST', '/api/pairings', {}),
    progress: (id) => ask(progressSchema, 'GET', pairing(id)),
    answer: (id, admit) => ask(nothing, 'POST', `${pairing(id)}/answer`, { admit }),
    withdraw: (id) => ask(nothing, 'DELETE', pairing(id)),
    askToJoin: (code, name) => ask(askedSchema, 'POST', '/api/joining', name === '' ? { code } : { code, name }),
    collect: (ticket) => ask(outcomeSchema, 'POST', '/api/joining/log-in', { ticket }),
    stations: async () => map(await ask(sessionsSchema, 'GET', '/api/sessions'), ({ sessions }) => sessions),
    guests: async () => map(await ask(guestsSchema, 'GET', '/api/guests'), ({ guests }) => guests),
    invite: (invitation) => ask(invitedSchema, 'POST', '/api/guests', invitation),
    removeGuest: (id) => ask(nothing, 'DELETE', `/api/guests/${encodeURIComponent(id)}`),
    guest: async () => map(await ask(enteredSchema, 'GET', '/api/guest'), ({ guest }) => guest),
    enterAsGuest: async (code) => map(await ask(enteredSchema, 'POST', '/api/guest', { code }), ({ guest }) => guest),
  }
}

function map<From, To>(result: Result<From>, change: (value: From) => To): Result<To> {
  return result.ok ? { ok: true, value: change(result.value) } : result
}
