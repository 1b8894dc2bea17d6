// What the routes have in common: a visit, its body, and the ways to say no.

import * as v from 'valibot'
import { parseJson, type DeviceId } from '../../public/shared/protocol.ts'
import type { Refused, Visitor } from '../accounts/accounts.ts'
import { deviceName } from '../accounts/device-name.ts'
import { PasswordsBusyError } from '../accounts/passwords.ts'
import type { Lines } from '../signalling/lines.ts'
import type { LogInRow } from '../store/account-store.ts'
import { familiarCookie, readCookie } from './cookies.ts'
import { empty, type WebRequest, type WebResponse } from './exchange.ts'
import { Refusal } from './refusal.ts'

export interface Visit {
  readonly request: WebRequest
  /** The value of `:id` in the path, or ''. */
  readonly id: string
  readonly logIn: LogInRow | null
}
export type MemberVisit = Visit & { readonly logIn: LogInRow }
export type Answer = WebResponse | Promise<WebResponse>

const maxJsonBytes = 16 * 1024

export const notLoggedIn = () => new Refusal(401, 'logged-out', 'Please log in first.')

export const notFound = () => new Refusal(404, 'not-found', 'There is nothing here.')

export const credentialsProblems = {
  'bad-request': 'A user name and a password are needed.',
  'bad-username': 'A user name has 1 to 60 characters.',
  'bad-password': 'A password has 10 to 128 characters.',
} as const

export function refusalFor(outcome: Refused): Refusal {
  switch (outcome.refused) {
    case 'name-taken':
      return new Refusal(409, 'name-taken', 'That user name is taken.')
    case 'registration-closed':
      return new Refusal(403, 'registration-closed', 'The owner of this box has closed it to new accounts.')
    case 'wrong-credentials':
      return new Refusal(401, 'wrong-credentials', 'The user name or the password is not right.')
    case 'too-many-attempts':
      return new Refusal(429, 'too-many-attempts', 'Too many attempts. Please wait a while.', {
        'Retry-After': String(outcome.retryAfterSeconds),
      })
  }
}

export function visitorOf({ request }: Visit): Visitor {
  return {
    address: request.address,
    deviceName: deviceName(request.headers.get('user-agent') ?? ''),
    familiarToken: readCookie(request.headers, familiarCookie),
  }
}

/** @param empty what no body at all stands for; without it a body is needed */
export function readJson<Schema extends v.GenericSchema>(
  request: WebRequest,
  schema: Schema,
  empty?: v.InferOutput<Schema>,
): v.InferOutput<Schema> {
  const bytes = request.body
  if (bytes.byteLength > maxJsonBytes) throw new Refusal(413, 'too-large', 'That is more than this box takes.')
  if (bytes.byteLength === 0 && empty !== undefined) return empty
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(400, 'bad-request', 'That is not UTF-8.')
  }
  const value = parseJson(schema, text)
  if (value === null) throw new Refusal(400, 'bad-request', 'That is not what this route takes.')
  return value
}

/** A signalling door that was asked for as if it were a page. */
export const openAsStream = (): never => {
  throw new Refusal(426, 'upgrade-required', 'Signalling opens as a WebSocket or an EventSource.', {
    Upgrade: 'websocket',
  })
}

/** One frame for an event stream that this device has open. */
export function postFrame(lines: Lines, request: WebRequest, device: DeviceId): WebResponse {
  const token = request.headers.get('beddybytes-connection') ?? ''
  if (!lines.post(token, device, Buffer.from(request.body.buffer, request.body.byteOffset, request.body.byteLength))) {
    throw new Refusal(410, 'gone', 'That connection has ended; open a new one.')
  }
  return empty(204)
}

export const internalProblem = () => new Refusal(500, 'internal', 'Something went wrong in the box.')

/** What is expected to go wrong, as its answer; null for a bug. */
export function expectedProblem(problem: unknown): Refusal | null {
  if (problem instanceof Refusal) return problem
  if (problem instanceof PasswordsBusyError) {
    return new Refusal(503, 'busy', 'Many people are logging in at this moment. Please try again.', {
      'Retry-After': '2',
    })
  }
  return null
}
