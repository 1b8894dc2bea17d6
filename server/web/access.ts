// Who may use what: every route and every message, in one table. What is not listed does not exist.

import type { ClientMessage } from '../../public/shared/protocol.ts'

/** A stranger is anybody who reaches the box; a member has logged in. */
export type Who = 'stranger' | 'member'

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
  'GET /signal': 'member',
  'GET /signal/events': 'member',
  'POST /signal/messages': 'member',
} as const satisfies Record<string, Who>

/** Pages, scripts and pictures: the same for everybody, listed by the build. */
export const assetAccess: Who = 'stranger'

export const messageAccess = {
  hello: 'member',
  heartbeat: 'member',
  start: 'member',
  stop: 'member',
  signal: 'member',
} as const satisfies Record<ClientMessage['type'], Who>

export type RouteKey = keyof typeof routeAccess
type KeyOf<Allowed extends Who> = {
  [Key in RouteKey]: (typeof routeAccess)[Key] extends Allowed ? Key : never
}[RouteKey]
export type StrangerKey = KeyOf<'stranger'>
export type MemberKey = KeyOf<'member'>
