// What a member may do, each with its own account only: every look-up begins with the log-in's account.

import * as v from 'valibot'
import { deviceIdSchema, sessionIdSchema, type DeviceId } from '../../public/shared/protocol.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { parsePassword } from '../accounts/names.ts'
import type { Licences } from '../licence/licence.ts'
import type { Hub } from '../signalling/hub.ts'
import type { Lines } from '../signalling/lines.ts'
import type { LogInRow } from '../store/account-store.ts'
import type { JoiningKey, MemberKey } from './access.ts'
import {
  credentialsProblems,
  notFound,
  openAsStream,
  postFrame,
  notLoggedIn,
  readJson,
  refusalFor,
  visitorOf,
  type Answer,
  type MemberVisit,
} from './answers.ts'
import { logInCookie, writeCookie } from './cookies.ts'
import { empty, json } from './exchange.ts'
import { Refusal } from './refusal.ts'

/** One handler for each route that the table gives to members, no more and no fewer. */
export type MemberRoutes = { readonly [Key in MemberKey]: (visit: MemberVisit) => Answer }
/** Those of them that are answered here; the others are in server/joining. */
type OwnRoutes = Omit<MemberRoutes, JoiningKey>

export function createMemberRoutes(deps: {
  readonly accounts: Accounts
  readonly licences: Licences
  readonly hub: Hub
  readonly lines: Lines
  /** False when the account has no such log-in. */
  endDevice(logIn: LogInRow, device: DeviceId): boolean
}): OwnRoutes {
  const { accounts, licences, hub, lines, endDevice } = deps

  /** What cannot be undone asks for the password again, unless it has just been given. */
  async function confirm(visit: MemberVisit, password: string | undefined): Promise<void> {
    const outcome = await accounts.confirms(visit.logIn, password, visitorOf(visit))
    if (outcome === true) return
    if (outcome.refused !== 'wrong-credentials') throw refusalFor(outcome)
    throw password === undefined
      ? new Refusal(403, 'password-needed', 'Please give your password once more.')
      : new Refusal(403, 'wrong-password', 'That is not the password of this account.')
  }

  /** The log-in may have been ended from another phone while this request waited. */
  function stillIn(logIn: LogInRow): void {
    if (!accounts.isCurrent(logIn)) throw notLoggedIn()
  }

  return {
    'POST /api/logout': ({ logIn }) => {
      endDevice(logIn, logIn.id)
      return loggedOut()
    },
    'GET /api/me': ({ logIn }) =>
      json({
        username: logIn.accountName,
        devices: accounts.logIns(logIn.accountId).map((device) => ({
          id: device.id,
          name: device.deviceName,
          current: device.id === logIn.id,
          createdAt: new Date(device.createdAt).toISOString(),
          lastUsedAt: new Date(device.lastUsedAt).toISOString(),
        })),
      }),
    'DELETE /api/me': async (visit) => {
      const body = readJson(visit.request, v.object({ password: v.optional(v.string()) }), {})
      await confirm(visit, body.password)
      stillIn(visit.logIn)
      accounts.remove(visit.logIn.accountId)
      hub.revokeAll(visit.logIn.accountId)
      return loggedOut()
    },
    'POST /api/me/password': async (visit) => {
      const schema = v.object({ password: v.string(), currentPassword: v.optional(v.string()) })
      const body = readJson(visit.request, schema)
      const password = parsePassword(body.password)
      if (password === null) throw new Refusal(400, 'bad-password', credentialsProblems['bad-password'])
      await confirm(visit, body.currentPassword)
      const ended = await accounts.changePassword(visit.logIn, password)
      if (ended === null) throw notLoggedIn()
      hub.revoke(visit.logIn.accountId, ended)
      return empty(204)
    },
    'DELETE /api/devices/:id': ({ logIn, id }) => {
      const device = v.safeParse(deviceIdSchema, id)
      if (!device.success || !endDevice(logIn, device.output)) throw notFound()
      return empty(204)
    },
    'GET /api/sessions': ({ logIn }) => json({ sessions: hub.sessions(logIn.accountId) }),
    'DELETE /api/sessions/:id': ({ logIn, id }) => {
      const session = v.safeParse(sessionIdSchema, id)
      if (!session.success || !hub.stop(logIn.accountId, session.output)) throw notFound()
      return empty(204)
    },
    'GET /api/licence': async ({ logIn }) =>
      json(await licences.state(accounts.account(logIn.accountId)?.licence ?? null)),
    'PUT /api/licence': async ({ request, logIn }) => {
      const { licence } = readJson(request, v.object({ licence: v.pipe(v.string(), v.trim()) }))
      const state = await licences.state(licence)
      if (state?.state === 'none') throw new Refusal(400, 'bad-licence', 'That is no licence for this box.')
      if (state?.state === 'expired') throw new Refusal(400, 'licence-expired', 'That licence has run out.')
      stillIn(logIn)
      if (state !== null) accounts.setLicence(logIn.accountId, licence)
      return json(state)
    },
    'GET /signal': openAsStream,
    'GET /signal/events': openAsStream,
    'POST /signal/messages': ({ request, logIn }) => postFrame(lines, request, logIn.id),
  }
}

const loggedOut = () => empty(204, { 'Set-Cookie': writeCookie(logInCookie, '', 0) })
