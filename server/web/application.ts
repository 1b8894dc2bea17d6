// From a request to its answer: the guard, the table of who may, the handler, the headers. The order is the security.

import { Router, type IRequest } from 'itty-router'
import type { Accounts } from '../accounts/accounts.ts'
import type { GuestRoutes } from '../joining/guest-routes.ts'
import type { Guests } from '../joining/guests.ts'
import type { Log } from '../log.ts'
import type { Lines } from '../signalling/lines.ts'
import type { Caller } from '../signalling/peer.ts'
import type { LogInRow } from '../store/account-store.ts'
import type { GuestRow } from '../store/guest-store.ts'
import type { Answer, Visit } from './answers.ts'
import { expectedProblem, internalProblem, notFound, notLoggedIn } from './answers.ts'
import type { Assets } from './assets.ts'
import { guestCookie, logInCookie, readCookie } from './cookies.ts'
import type { WebRequest, WebResponse } from './exchange.ts'
import type { Guard } from './guard.ts'
import { withSecurityHeaders } from './headers.ts'
import type { MemberRoutes } from './member-routes.ts'
import type { Proxies } from './proxies.ts'
import { Refusal } from './refusal.ts'
import type { StrangerRoutes } from './stranger-routes.ts'
import type { WebHandlers } from './uws.ts'

export function createApplication(deps: {
  readonly guard: Guard
  readonly proxies: Proxies
  readonly accounts: Accounts
  readonly strangerRoutes: StrangerRoutes
  readonly memberRoutes: MemberRoutes
  readonly guests: Guests
  readonly guestRoutes: GuestRoutes['guest']
  readonly assets: Assets
  readonly lines: Lines
  /** The box by all its names: the page that explains why it is not found tries them. */
  ownOrigins(): readonly string[]
  readonly log: Log
}): Required<WebHandlers> {
  const {
    guard,
    proxies,
    accounts,
    strangerRoutes,
    memberRoutes,
    guests,
    guestRoutes,
    assets,
    lines,
    ownOrigins,
    log,
  } = deps
  const router = Router<IRequest, [Pick<Visit, 'request' | 'logIn'>]>()

  for (const [key, handle] of Object.entries(strangerRoutes)) route(key, handle)
  for (const [key, handle] of Object.entries(memberRoutes)) {
    route(key, (visit) => {
      if (visit.logIn === null) throw notLoggedIn()
      return handle({ ...visit, logIn: visit.logIn })
    })
  }
  for (const [key, handle] of Object.entries(guestRoutes)) {
    route(key, (visit) => {
      const guest = guestOf(visit.request)
      if (guest === null) throw notLoggedIn()
      return handle({ ...visit, guest })
    })
  }

  function route(key: string, handle: (visit: Visit) => Answer): void {
    const [method = '', path = ''] = key.split(' ')
    const register = router[method.toLowerCase() as 'get']
    register(path, ({ params }, visit) => handle({ ...visit, id: params?.['id'] ?? '' }))
  }

  function logInOf(request: WebRequest): LogInRow | null {
    const token = readCookie(request.headers, logInCookie)
    return token === null ? null : accounts.authenticate(token)
  }

  /** A guest's cookie opens a guest's doors and no others, whoever else is logged in on the same phone. */
  function guestOf(request: WebRequest): GuestRow | null {
    const token = readCookie(request.headers, guestCookie)
    return token === null ? null : guests.authenticate(token)
  }

  /** Who knocks at a door of signalling. */
  function callerOf(request: WebRequest): Caller | null {
    if (request.path.startsWith('/guest/')) {
      const guest = guestOf(request)
      if (guest === null) return null
      return { accountId: guest.accountId, device: guest.id, name: guest.name, only: guest.station }
    }
    const logIn = logInOf(request)
    if (logIn === null) return null
    return { accountId: logIn.accountId, device: logIn.id, name: logIn.deviceName, only: null }
  }

  async function answer(request: WebRequest): Promise<WebResponse> {
    const refusal = guard.refuse(request)
    if (refusal !== null) return refusal.toResponse()
    const { method, url, path } = request
    try {
      // The router is generous with slashes; a path that is not written exactly so does not exist.
      if (path !== '/' && /\/$|\/\//.test(path)) throw notFound()
      const asked = { method: method === 'HEAD' ? 'GET' : method, url } as IRequest
      const found = (await router.fetch(asked, { request, logIn: logInOf(request) })) as WebResponse | undefined
      const asset = found === undefined && asked.method === 'GET' ? assets.respond(request) : null
      if (asset !== null && path === '/find') return { ...asset, policy: { connects: ownOrigins() } }
      return found ?? asset ?? notFound().toResponse()
    } catch (problem) {
      const expected = expectedProblem(problem)
      if (expected !== null) return expected.toResponse()
      return failed(request, problem).toResponse()
    }
  }

  /** Ids in a path are not for the log. */
  function failed({ method, path }: WebRequest, problem: unknown): Refusal {
    log.error(`A request failed: ${method} ${path.split('/', 3).join('/')}`, problem)
    return internalProblem()
  }

  return {
    async respond(request) {
      const host = request.headers.get('host')
      const response = await answer({ ...request, address: proxies.addressOf(request) })
      return withSecurityHeaders(response, host !== undefined && guard.isOwnHost(host) ? host : '')
    },
    refuseGreeting: guard.refuse,
    admit(request) {
      const refusal = guard.refuse(request)
      if (refusal !== null) return refusal
      try {
        const caller = callerOf(request)
        if (caller === null) return notLoggedIn()
        const admission = lines.admission(caller)
        return admission ?? new Refusal(429, 'too-many-connections', 'This account has too many open pages.')
      } catch (problem) {
        return failed(request, problem)
      }
    },
  }
}
