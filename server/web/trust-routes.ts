// What belongs to trust over HTTPS: the welcome page once more, its check, and the root.

import type { Trust } from '../trust/trust.ts'
import { mobileconfig } from '../trust/profile.ts'
import type { Welcome } from '../trust/welcome.ts'
import type { TrustKey } from './access.ts'
import { notFound, type Answer, type Visit } from './answers.ts'
import type { WebRequest, WebResponse } from './exchange.ts'
import { Refusal } from './refusal.ts'

export type TrustRoutes = { readonly [Key in TrustKey]: (visit: Pick<Visit, 'request'>) => Answer }

export function createTrustRoutes({
  trust,
  welcome,
}: {
  readonly trust: Pick<Trust, 'root'>
  readonly welcome: Welcome
}): TrustRoutes {
  return {
    'GET /trust': ({ request }) => welcomePage(welcome, request),
    'GET /trust/check': ({ request }) => page(welcome.check(hostOf(request))),
    'GET /trust/worker.js': () => ({
      status: 200,
      headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' },
      body: welcome.worker,
    }),
    'GET /trust/socket': () => {
      throw new Refusal(426, 'upgrade-required', 'This opens as a WebSocket.', { Upgrade: 'websocket' })
    },
    'GET /trust/beddybytes.crt': () => rootFile(trust, 'crt'),
    'GET /trust/beddybytes.mobileconfig': () => rootFile(trust, 'mobileconfig'),
  }
}

export function welcomePage(welcome: Welcome, request: WebRequest): WebResponse {
  return page(welcome.page(hostOf(request), request.headers.get('user-agent') ?? ''))
}

/** @throws Refusal where the owner has brought a certificate, so that there is no root of the house */
export function rootFile(trust: Pick<Trust, 'root'>, kind: 'crt' | 'mobileconfig'): WebResponse {
  const root = trust.root()
  if (root === null) throw notFound()
  return kind === 'crt'
    ? { status: 200, headers: { 'Content-Type': 'application/x-x509-ca-cert' }, body: root.der }
    : { status: 200, headers: { 'Content-Type': 'application/x-apple-aspen-config' }, body: mobileconfig(root) }
}

function page({ html, policy }: ReturnType<Welcome['page']>): WebResponse {
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: html, policy }
}

const hostOf = (request: WebRequest) => new URL(request.url).hostname.replace(/^\[|\]$|\.$/g, '')
