// The plain HTTP port: sends every visitor to the same place over HTTPS.

import type { Guard } from './guard.ts'
import { withSecurityHeaders } from './headers.ts'
import { Refusal } from './refusal.ts'
import type { WebHandlers } from './uws.ts'

export function createRedirect(guard: Guard, httpsPort: () => number): WebHandlers {
  return {
    respond(request) {
      const url = new URL(request.url)
      if (!guard.isOwnHost(request.headers.get('host'))) {
        const refusal = new Refusal(421, 'wrong-host', 'This box does not answer to that name.')
        return Promise.resolve(withSecurityHeaders(refusal.toResponse(), ''))
      }
      const port = httpsPort()
      const location = `https://${url.hostname}${port === 443 ? '' : `:${port}`}${url.pathname}${url.search}`
      return Promise.resolve(
        withSecurityHeaders(new Response(null, { status: 308, headers: { Location: location } }), ''),
      )
    },
  }
}
