// From a request to its answer: the guard, the table of who may, the handler, the headers. The order is the security.

import { Router, type IRequest } from 'itty-router'
import type { Accounts } from '../accounts/accounts.ts'
import type { Log } from '../log.ts'
import type { Lines } from '../signalling/lines.ts'
import type { LogInRow } from '../store/account-store.ts'
import type { Answer, Visit } from './answers.ts'
import { expectedProblem, notFound } from './answers.ts'
import type { Assets } from './assets.ts'
import { logInCookie, readCookie } from './cookies.ts'
import type { Guard } from './guard.ts'
import { withSecurityHeaders } from './headers.ts'
import type { MemberRoutes } from './member-routes.ts'
import { Refusal } from './refusal.ts'
import type { StrangerRoutes } from './stranger-routes.ts'
import type { WebHandlers } from './uws.ts'

type Context = Pick<Visit, 'address' | 'logIn'>

export function createApplication(deps: {
  readonly guard: Guard
  readonly accounts: Accounts
  readonly strangerRoutes: StrangerRoutes
  readonly memberRoutes: MemberRoutes
  readonly assets: Assets
  readonly lines: Lines
  readonly log: Log
}): Required<WebHandlers> {
  const { guard, accounts, strangerRoutes, memberRoutes, assets, lines, log } = deps
  const router = Router<IRequest, [Context]>()

  for (const [key, handle] of Object.entries(strangerRoutes)) route(key, handle)
  for (const [key, handle] of Object.entries(memberRoutes)) {
    route(key, (visit) => {
      if (visit.logIn === null) throw loggedOut()
      return handle({ ...visit, logIn: visit.logIn })
    })
  }

  function route(key: string, handle: (visit: Visit) => Answer): void {
    const [method = '', path = ''] = key.split(' ')
    const register = router[method.toLowerCase() as 'get']
    register(path, (request, context) => {
      const id = request.params?.['id'] ?? ''
      return handle({ request, id, ...context })
    })
  }

  function logInOf(request: Request): LogInRow | null {
    const token = readCookie(request.headers, logInCookie)
    return token === null ? null : accounts.authenticate(token)
  }

  async function answer(request: Request, address: string): Promise<Response> {
    const refusal = guard.refuse(request)
    if (refusal !== null) return refusal.toResponse()
    try {
      const { pathname } = new URL(request.url)
      // The router is generous with slashes; a path that is not written exactly so does not exist.
      if (pathname !== '/' && /\/$|\/\//.test(pathname)) throw notFound()
      const found = (await router.fetch(request, {
        address,
        logIn: logInOf(request),
      })) as unknown
      if (found instanceof Response) return found
      const isRead = request.method === 'GET' || request.method === 'HEAD'
      const asset = isRead ? assets.respond(pathname, request) : null
      return asset ?? notFound().toResponse()
    } catch (problem) {
      const expected = expectedProblem(problem)
      if (expected !== null) return expected.toResponse()
      log.error(`A request failed: ${request.method} ${new URL(request.url).pathname.split('/', 3).join('/')}`, problem)
      return new Refusal(500, 'internal', 'Something went wrong in the box.').toResponse()
    }
  }

  return {
    async respond(request, address) {
      const host = request.headers.get('host')
      const response = await answer(request, address)
      return withSecurityHeaders(response, host !== null && guard.isOwnHost(host) ? host : '')
    },
    admit(request) {
      const refusal = guard.refuse(request)
      if (refusal !== null) return refusal
      const logIn = logInOf(request)
      if (logIn === null) return loggedOut()
      return lines.admission({ accountId: logIn.accountId, device: logIn.id })
    },
  }
}

const loggedOut = () => new Refusal(401, 'logged-out', 'Please log in first.')
