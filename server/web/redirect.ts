// The plain HTTP port: sends every visitor to the same place over HTTPS.

import { empty } from './exchange.ts'
import type { Guard } from './guard.ts'
import { withSecurityHeaders } from './headers.ts'
import { Refusal } from './refusal.ts'
import type { WebHandlers } from './uws.ts'

export function createRedirect(guard: Guard, httpsPort: () => number): WebHandlers {
  return {
    respond(request) {
      const host = request.headers.get('host')
      if (host === undefined || !guard.isOwnHost(host)) {
        const refusal = new Refusal(421, 'wrong-host', 'This box does not answer to that name.')
        return Promise.resolve(withSecurityHeaders(refusal.toResponse(), ''))
      }
      const port = httpsPort()
      const url = new URL(request.url)
      const location = `https://${url.hostname}${port === 443 ? '' : `:${port}`}${url.pathname}${url.search}`
      return Promise.resolve(withSecurityHeaders(empty(308, { Location: location }), ''))
    },
  }
}
