// The plain HTTP port: at `/` the welcome page, whoever asks, and the root, which a phone needs before it can trust anything. All
// else is sent to the same place over HTTPS, so that old links still work; of what is there nothing is served here.

import type { Log } from '../log.ts'
import type { Trust } from '../trust/trust.ts'
import type { Welcome } from '../trust/welcome.ts'
import { expectedProblem, internalProblem } from './answers.ts'
import { empty, type WebRequest, type WebResponse } from './exchange.ts'
import type { Guard } from './guard.ts'
import { withSecurityHeaders } from './headers.ts'
import { Refusal } from './refusal.ts'
import { rootCertificate, rootProfile, welcomePage } from './trust-routes.ts'
import type { WebHandlers } from './uws.ts'

export function createPlainHttp(deps: {
  readonly guard: Guard
  readonly trust: Pick<Trust, 'root'>
  readonly welcome: Welcome
  httpsPort(): number
  readonly log: Log
}): WebHandlers {
  const { guard, trust, welcome, httpsPort, log } = deps

  function answer(request: WebRequest): WebResponse {
    if (!guard.isOwnHost(request.headers.get('host'))) {
      throw new Refusal(421, 'wrong-host', 'This box does not answer to that name.')
    }
    if (['GET', 'HEAD'].includes(request.method)) {
      if (request.path === '/') return welcomePage(welcome, request)
      if (request.path === '/trust/beddybytes.crt') return rootCertificate(trust)
      if (request.path === '/trust/beddybytes.mobileconfig') return rootProfile(trust, request)
    }
    const port = httpsPort()
    const url = new URL(request.url)
    const location = `https://${url.hostname}${port === 443 ? '' : `:${port}`}${url.pathname}${url.search}`
    return empty(308, { Location: location })
  }

  return {
    async respond(request) {
      let response: WebResponse
      try {
        response = answer(request)
      } catch (problem) {
        const expected = expectedProblem(problem)
        if (expected === null) log.error('A request for the welcome page failed', problem)
        response = (expected ?? internalProblem()).toResponse()
      }
      const { headers, ...rest } = withSecurityHeaders(response, '')
      // Browsers complain about it where there is no HTTPS.
      const { 'Cross-Origin-Opener-Policy': _, ...fitting } = headers
      return { ...rest, headers: fitting }
    },
  }
}
