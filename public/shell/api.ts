// What the pages ask the box for, by HTTP. Answers are parsed here; refusals and an absent box are values, not exceptions.

import * as v from 'valibot'
import { within } from '../signalling/deadline.ts'
import type { LicenceState } from './page.ts'

/** Longer than argon2 takes on a slow, busy box. */
const answerWithinMs = 15_000

const licenceSchema = v.object({
  state: v.picklist(['none', 'valid', 'grace', 'expired']),
  name: v.optional(v.string()),
  expiresAt: v.optional(v.string()),
})
const welcomeSchema = v.object({
  member: v.nullable(v.object({ username: v.string() })),
  registration: v.picklist(['first', 'open', 'closed']),
  licence: v.nullable(licenceSchema),
})
const deviceSchema = v.object({ id: v.string(), name: v.string(), current: v.boolean(), lastUsedAt: v.string() })
const meSchema = v.object({ username: v.string(), devices: v.array(deviceSchema) })
const errorSchema = v.object({ error: v.object({ code: v.string() }) })
const nothingSchema = v.unknown()

export type Welcome = v.InferOutput<typeof welcomeSchema>
export type Registration = Welcome['registration']
export type Device = v.InferOutput<typeof deviceSchema>
export type Me = v.InferOutput<typeof meSchema>

const refusalCodes = [
  'bad-username',
  'bad-password',
  'bad-licence',
  'name-taken',
  'registration-closed',
  'wrong-credentials',
  'wrong-password',
  'password-needed',
  'not-found',
  'busy',
  'bad-request',
  'code-over',
  'bad-time',
  'too-many',
] as const

export type Problem =
  /** No answer: the box is off, or this phone is elsewhere. */
  | { readonly code: 'unreachable' }
  /** This log-in has ended. */
  | { readonly code: 'logged-out' }
  | { readonly code: 'too-many-attempts'; readonly waitS: number }
  | { readonly code: (typeof refusalCodes)[number] }
  /** An answer that this version of the page does not know. */
  | { readonly code: 'unexpected' }

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

export interface Credentials {
  readonly username: string
  readonly password: string
}

export interface Api {
  welcome(): Promise<Result<Welcome>>
  createAccount(credentials: Credentials): Promise<Result<unknown>>
  logIn(credentials: Credentials): Promise<Result<unknown>>
  logOut(): Promise<Result<unknown>>
  me(): Promise<Result<Me>>
  changePassword(passwords: { readonly currentPassword: string; readonly password: string }): Promise<Result<unknown>>
  deleteAccount(password: string): Promise<Result<unknown>>
  removeDevice(id: string): Promise<Result<unknown>>
  saveLicence(licence: string): Promise<Result<LicenceState | null>>
}

/** One question to the box; its answer is parsed by the schema. */
export type Ask = <Schema extends v.GenericSchema>(
  schema: Schema,
  method: string,
  path: string,
  body?: unknown,
) => Promise<Result<v.InferOutput<Schema>>>

export interface Fetching {
  fetch(path: string, init: RequestInit): Promise<Response>
}

export function createAsk(deps: Fetching): Ask {
  return async (schema, method, path, body) => {
    let status: number
    let retryAfter: string | null
    let content: string
    try {
      const sent =
        body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      const [response, received] = await within(answerWithinMs, async (signal) => {
        const answer = await deps.fetch(path, { method, signal, ...sent })
        return [answer, await answer.text()] as const
      })
      status = response.status
      retryAfter = response.headers.get('retry-after')
      content = received
    } catch {
      return { ok: false, problem: { code: 'unreachable' } }
    }
    const value = parse(content)
    if (status >= 400) return { ok: false, problem: readProblem(status, value, retryAfter) }
    const result = v.safeParse(schema, value)
    return result.success ? { ok: true, value: result.output } : { ok: false, problem: { code: 'unexpected' } }
  }
}

export function createApi(deps: Fetching): Api {
  const ask = createAsk(deps)
  return {
    welcome: () => ask(welcomeSchema, 'GET', '/api/welcome'),
    createAccount: (credentials) => ask(nothingSchema, 'POST', '/api/accounts', credentials),
    logIn: (credentials) => ask(nothingSchema, 'POST', '/api/login', credentials),
    logOut: () => ask(nothingSchema, 'POST', '/api/logout', {}),
    me: () => ask(meSchema, 'GET', '/api/me'),
    changePassword: (passwords) => ask(nothingSchema, 'POST', '/api/me/password', passwords),
    deleteAccount: (password) => ask(nothingSchema, 'DELETE', '/api/me', { password }),
    removeDevice: (id) => ask(nothingSchema, 'DELETE', `/api/devices/${encodeURIComponent(id)}`),
    saveLicence: (licence) => ask(v.nullable(licenceSchema), 'PUT', '/api/licence', { licence }),
  }
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null // 204, or a page of something that is not the box
  }
}

function readProblem(status: number, value: unknown, retryAfter: string | null): Problem {
  const parsed = v.safeParse(errorSchema, value)
  const given = parsed.success ? parsed.output.error.code : ''
  if (status === 429) return { code: 'too-many-attempts', waitS: Math.max(1, Number(retryAfter) || 60) }
  const code = refusalCodes.find((known) => known === given)
  if (code !== undefined) return { code }
  return { code: status === 401 ? 'logged-out' : 'unexpected' }
}
