// What anybody who reaches the box may ask for.

import * as v from 'valibot'
import { type Accounts, type NewLogIn, type Refused, type Visitor } from '../accounts/accounts.ts'
import { parseCredentials, parseGuess, type Credentials, type CredentialsError } from '../accounts/names.ts'
import type { Licences } from '../licence/licence.ts'
import type { LogInRow } from '../store/account-store.ts'
import type { JoiningKey, StrangerKey, TrustKey } from './access.ts'
import { credentialsProblems, readJson, refusalFor, visitorOf, type Answer, type Visit } from './answers.ts'
import { cookieSeconds, familiarCookie, logInCookie, writeCookie } from './cookies.ts'
import { json, type WebResponse } from './exchange.ts'
import { Refusal } from './refusal.ts'

/** One handler for each route that the table gives to strangers, no more and no fewer. */
export type StrangerRoutes = { readonly [Key in StrangerKey]: (visit: Visit) => Answer }
/** Those of them that are answered here; the others are in server/joining and trust-routes.ts. */
type OwnRoutes = Omit<StrangerRoutes, JoiningKey | TrustKey>

export function createStrangerRoutes(deps: {
  readonly accounts: Accounts
  readonly licences: Licences
  endLogIn(logIn: LogInRow): void
  /** Where phones at home reach this box: by name, then by address. */
  urls(): { readonly byName: string; readonly byAddress: readonly string[] }
  isOwnOrigin(origin: string): boolean
  /** The page that says how a phone comes to trust this box; null where it need not. */
  welcomeUrl(): string | null
}): OwnRoutes {
  const { accounts, licences, endLogIn } = deps

  type Enter = (asked: Credentials, visitor: Visitor) => Promise<NewLogIn | Refused>

  type Parse = (body: unknown) => Credentials | CredentialsError

  async function enter(visit: Visit, status: number, parse: Parse, ask: Enter): Promise<WebResponse> {
    const asked = parse(readJson(visit.request, v.unknown()))
    if (typeof asked === 'string') throw new Refusal(400, asked, credentialsProblems[asked])
    const outcome = await ask(asked, visitorOf(visit))
    if ('refused' in outcome) throw refusalFor(outcome)
    // A browser has one log-in at a time, and the cookie of the former one is about to be overwritten.
    if (visit.logIn !== null) endLogIn(visit.logIn)
    return json({ username: outcome.logIn.accountName }, status, {
      'Set-Cookie': [
        writeCookie(logInCookie, outcome.token, cookieSeconds),
        writeCookie(familiarCookie, outcome.familiarToken, cookieSeconds),
      ],
    })
  }

  return {
    'GET /api/addresses': () => json({ ...deps.urls(), welcome: deps.welcomeUrl() }),
    // Pages of this box by its other names may read it: so a phone finds out which of them it reaches.
    'GET /healthz': ({ request }) => {
      const origin = request.headers.get('origin') ?? ''
      const headers = deps.isOwnOrigin(origin) ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' } : {}
      return json({ status: 'ok' }, 200, headers)
    },
    'GET /api/welcome': async ({ logIn }) => {
      const token = logIn === null ? null : (accounts.account(logIn.accountId)?.licence ?? null)
      return json({
        member: logIn === null ? null : { username: logIn.accountName },
        registration: accounts.registration(),
        licence: logIn === null ? null : await licences.state(token),
      })
    },
    'POST /api/accounts': (visit) => enter(visit, 201, parseCredentials, accounts.register),
    'POST /api/login': (visit) => enter(visit, 200, parseGuess, accounts.logIn),
  }
}
