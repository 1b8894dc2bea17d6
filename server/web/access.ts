// Who may use what: every route and every message, in one table. What is not listed does not exist.

import type { ClientMessage } from '../../public/shared/protocol.ts'

/** A stranger is anybody who reaches the box; a guest came by a link to one Baby Station; a member has logged in. */
export type Who = 'stranger' | 'guest' | 'member'

export const routeAccess = {
  'GET /healthz': 'stranger',
  'GET /api/welcome': 'stranger',
  'POST /api/accounts': 'stranger',
  'POST /api/login': 'stranger',
  'POST /api/logout': 'member',
  'GET /api/me': 'member',
  'DELETE /api/me': 'member',
  'POST /api/me/password': 'member',
  'DELETE /api/devices/:id': 'member',
  'GET /api/sessions': 'member',
  'DELETE /api/sessions/:id': 'member',
  'GET /api/licence': 'member',
  'PUT /api/licence': 'member',
  'POST /api/pairings': 'member',
  'GET /api/pairings/:id': 'member',
  'POST /api/pairings/:id/answer': 'member',
  'DELETE /api/pairings/:id': 'member',
  'POST /api/joining': 'stranger',
  'POST /api/joining/log-in': 'stranger',
  'GET /api/newcomers': 'member',
  'DELETE /api/newcomers': 'member',
  'GET /api/guests': 'member',
  'POST /api/guests': 'member',
  'DELETE /api/guests/:id': 'member',
  'GET /api/guest': 'stranger',
  'POST /api/guest': 'stranger',
  'GET /api/addresses': 'stranger',
  'GET /trust': 'stranger',
  'GET /trust/check': 'stranger',
  'GET /trust/worker.js': 'stranger',
  'GET /trust/socket': 'stranger',
  'GET /trust/beddybytes.crt': 'stranger',
  'GET /trust/beddybytes.mobileconfig': 'stranger',
  'GET /signal': 'member',
  'GET /signal/events': 'member',
  'POST /signal/messages': 'member',
  'GET /guest/signal': 'guest',
  'GET /guest/signal/events': 'guest',
  'POST /guest/signal/messages': 'guest',
} as const satisfies Record<string, Who>

/** What guests may send, members may send too. */
export const messageAccess = {
  hello: 'guest',
  heartbeat: 'guest',
  start: 'member',
  stop: 'member',
  signal: 'guest',
  calls: 'guest',
} as const satisfies Record<ClientMessage['type'], Who>

export type RouteKey = keyof typeof routeAccess
type KeyOf<Allowed extends Who> = {
  [Key in RouteKey]: (typeof routeAccess)[Key] extends Allowed ? Key : never
}[RouteKey]
export type StrangerKey = KeyOf<'stranger'>
export type GuestKey = KeyOf<'guest'>
export type MemberKey = KeyOf<'member'>
/** Routes that server/joining answers. */
export type JoiningKey = Extract<
  RouteKey,
  `${string} /api/${'pairings' | 'joining' | 'newcomers' | 'guest' | 'guests'}${'' | `/${string}`}` | GuestKey
>
/** Routes that web/trust-routes.ts answers. */
export type TrustKey = Extract<RouteKey, `GET /trust${'' | `/${string}`}`>
