// The routes by which a phone that is logged in brings in another one.

import * as v from 'valibot'
import { stationNameSchema } from '../../public/shared/protocol.ts'
import type { LogInRow } from '../store/account-store.ts'
import type { MemberKey, StrangerKey } from '../web/access.ts'
import { notFound, readJson, refusalFor, visitorOf, type Answer, type MemberVisit, type Visit } from '../web/answers.ts'
import { cookieSeconds, familiarCookie, logInCookie, writeCookie } from '../web/cookies.ts'
import { empty, json } from '../web/exchange.ts'
import { Refusal } from '../web/refusal.ts'

import type { Pairings } from './pairings.ts'

type MemberPairingKey = Extract<MemberKey, `${string} /api/${'pairings' | 'newcomers'}${string}`>
type StrangerPairingKey = Extract<StrangerKey, `${string} /api/joining${string}`>

export type PairingRoutes = {
  readonly member: { readonly [Key in MemberPairingKey]: (visit: MemberVisit) => Answer }
  readonly stranger: { readonly [Key in StrangerPairingKey]: (visit: Visit) => Answer }
}

const codeOver = () => new Refusal(404, 'code-over', 'This code is wrong, used or too old.')
const isoTime = (ms: number) => new Date(ms).toISOString()
const tokenSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))

export function createPairingRoutes(deps: {
  readonly pairings: Pairings
  endLogIn(logIn: LogInRow): void
}): PairingRoutes {
  const { pairings, endLogIn } = deps
  return {
    member: {
      'POST /api/pairings': async ({ logIn }) => {
        const shown = await pairings.show(logIn)
        if ('retryAfterSeconds' in shown) throw refusalFor({ refused: 'too-many-attempts', ...shown })
        return json(shown, 201)
      },
      'GET /api/pairings/:id': ({ logIn, id }) => {
        const progress = pairings.progress(logIn, id)
        if (progress === null) throw notFound()
        return json(progress)
      },
      'POST /api/pairings/:id/answer': ({ request, logIn, id }) => {
        const { admit } = readJson(request, v.object({ admit: v.boolean() }))
        if (!pairings.answer(logIn, id, admit)) throw notFound()
        return empty(204)
      },
      'DELETE /api/pairings/:id': ({ logIn, id }) => {
        if (!pairings.withdraw(logIn, id)) throw notFound()
        return empty(204)
      },
      'GET /api/newcomers': ({ logIn }) =>
        json({
          newcomers: pairings
            .newcomersFor(logIn)
            .map(({ id, name, joinedAt }) => ({ id, name, joinedAt: isoTime(joinedAt) })),
        }),
      'DELETE /api/newcomers': ({ logIn }) => {
        pairings.told(logIn)
        return empty(204)
      },
    },
    stranger: {
      'POST /api/joining': async (visit) => {
        const schema = v.object({ code: v.string(), name: v.optional(stationNameSchema) })
        const { code, name } = readJson(visit.request, schema)
        const visitor = visitorOf(visit)
        const newcomer = name ?? visitor.deviceName
        const asked = await pairings.ask(code, newcomer, visitor.address)
        if (asked === null) throw codeOver()
        if ('retryAfterSeconds' in asked) throw refusalFor({ refused: 'too-many-attempts', ...asked })
        return json({ ...asked, name: newcomer }, 201)
      },
      'POST /api/joining/log-in': (visit) => {
        const { ticket } = readJson(visit.request, v.object({ ticket: tokenSchema }))
        const outcome = pairings.collect(ticket, visitorOf(visit))
        if (outcome === null) throw codeOver()
        if (outcome === 'waiting') return json({ state: 'waiting' }, 202)
        // A browser has one log-in at a time, and the cookie of the former one is about to be overwritten.
        if (visit.logIn !== null) endLogIn(visit.logIn)
        return json({ state: 'joined' }, 200, {
          'Set-Cookie': [
            writeCookie(logInCookie, outcome.token, cookieSeconds),
            writeCookie(familiarCookie, outcome.familiarToken, cookieSeconds),
          ],
        })
      },
    },
  }
}
