// The routes by which a family invites guests, and the little that a guest may ask for.

import * as v from 'valibot'
import { deviceIdSchema, sessionIdSchema, stationNameSchema } from '../../public/shared/protocol.ts'
import type { Attempts } from '../accounts/attempts.ts'
import type { Hub } from '../signalling/hub.ts'
import type { Lines } from '../signalling/lines.ts'
import type { GuestRow } from '../store/guest-store.ts'
import type { GuestKey, MemberKey, StrangerKey } from '../web/access.ts'
import {
  notFound,
  openAsStream,
  postFrame,
  readJson,
  refusalFor,
  type Answer,
  type MemberVisit,
  type Visit,
} from '../web/answers.ts'
import { guestCookie, readCookie, writeCookie } from '../web/cookies.ts'
import { empty, json } from '../web/exchange.ts'
import { Refusal } from '../web/refusal.ts'
import { longestStayMs, type Guests } from './guests.ts'

type MemberGuestKey = Extract<MemberKey, `${string} /api/guests${string}`>
type StrangerGuestKey = Extract<StrangerKey, `${string} /api/guest`>
export type GuestVisit = Visit & { readonly guest: GuestRow }

export type GuestRoutes = {
  readonly member: { readonly [Key in MemberGuestKey]: (visit: MemberVisit) => Answer }
  readonly stranger: { readonly [Key in StrangerGuestKey]: (visit: Visit) => Answer }
  readonly guest: { readonly [Key in GuestKey]: (visit: GuestVisit) => Answer }
}

const invitationSchema = v.object({
  sessionId: sessionIdSchema,
  name: stationNameSchema,
  until: v.pipe(v.string(), v.isoTimestamp()),
})

export function createGuestRoutes(deps: {
  readonly guests: Guests
  readonly hub: Pick<Hub, 'stationOf'>
  readonly lines: Lines
  readonly attempts: Pick<Attempts, 'consumeInvitation'>
  now(): number
}): GuestRoutes {
  const { guests, hub, lines, attempts, now } = deps
  return {
    member: {
      'GET /api/guests': ({ logIn }) => json({ guests: guests.list(logIn.accountId).map(listed) }),
      'POST /api/guests': async ({ request, logIn }) => {
        const { sessionId, name, until } = readJson(request, invitationSchema)
        const expiresAt = Date.parse(until)
        if (!(expiresAt > now() && expiresAt <= now() + longestStayMs)) {
          throw new Refusal(400, 'bad-time', 'A guest stays until a time to come, at most 31 days away.')
        }
        const retryAfterSeconds = await attempts.consumeInvitation(logIn.accountId)
        if (retryAfterSeconds !== null) throw refusalFor({ refused: 'too-many-attempts', retryAfterSeconds })
        const station = hub.stationOf(logIn.accountId, sessionId)
        if (station === null) throw notFound()
        const { station: id, name: stationName } = station
        const invited = guests.invite(logIn.accountId, { name, station: id, stationName, expiresAt })
        if (invited === null) throw new Refusal(409, 'too-many', 'There are too many guests; remove some first.')
        return json({ ...listed(invited.guest), code: invited.code }, 201)
      },
      'DELETE /api/guests/:id': ({ logIn, id }) => {
        const guest = v.safeParse(deviceIdSchema, id)
        if (!guest.success || !guests.revoke(logIn.accountId, guest.output)) throw notFound()
        return empty(204)
      },
    },
    stranger: {
      // Always 200, so that a link that has ended is no error in the browser's console.
      'GET /api/guest': ({ request }) => {
        const token = readCookie(request.headers, guestCookie)
        const guest = token === null ? null : guests.authenticate(token)
        return json({ guest: guest === null ? null : shownToGuest(guest, now()) })
      },
      'POST /api/guest': ({ request }) => {
        const { code } = readJson(request, v.object({ code: v.pipe(v.string(), v.maxLength(64)) }))
        const entered = guests.enter(code, readCookie(request.headers, guestCookie))
        if (entered === null) throw new Refusal(404, 'code-over', 'This link is wrong or has ended.')
        const seconds = Math.max(1, Math.ceil((entered.guest.expiresAt - now()) / 1000))
        return json({ guest: shownToGuest(entered.guest, now()) }, 201, {
          'Set-Cookie': writeCookie(guestCookie, entered.token, seconds),
        })
      },
    },
    guest: {
      'GET /guest/signal': openAsStream,
      'GET /guest/signal/events': openAsStream,
      'POST /guest/signal/messages': ({ request, guest }) => postFrame(lines, request, guest.id),
    },
  }
}

/** The duration too, because the guest's clock may be another than the box's. */
function shownToGuest({ stationName, expiresAt }: GuestRow, now: number) {
  return { station: stationName, until: new Date(expiresAt).toISOString(), leftMs: expiresAt - now }
}

function listed({ id, name, stationName, expiresAt, lastUsedAt }: GuestRow) {
  return {
    id,
    name,
    station: stationName,
    until: new Date(expiresAt).toISOString(),
    lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
  }
}
