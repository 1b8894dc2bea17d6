// What belongs to trust over HTTPS: the welcome page once more, its check, and the root.

import type { Language } from '../../public/shared/languages.ts'
import type { Trust } from '../trust/trust.ts'
import { mobileconfig } from '../trust/profile.ts'
import type { Root } from '../trust/root.ts'
import type { Welcome } from '../trust/welcome.ts'
import type { TrustKey } from './access.ts'
import { notFound, type Answer, type Visit } from './answers.ts'
import type { WebRequest, WebResponse } from './exchange.ts'
import { languageFor, languageHeaders } from './language.ts'
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
    'GET /trust/check': ({ request }) => {
      const language = languageFor(request.headers)
      return page(welcome.check(hostOf(request), language), language)
    },
    'GET /trust/worker.js': () => ({
      status: 200,
      headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' },
      body: welcome.worker(),
    }),
    'GET /trust/socket': () => {
      throw new Refusal(426, 'upgrade-required', 'This opens as a WebSocket.', { Upgrade: 'websocket' })
    },
    'GET /trust/beddybytes.crt': () => rootCertificate(trust),
    'GET /trust/beddybytes.mobileconfig': ({ request }) => rootProfile(trust, request),
  }
}

export function welcomePage(welcome: Welcome, { url, headers }: Pick<WebRequest, 'url' | 'headers'>): WebResponse {
  const language = languageFor(headers)
  return page(welcome.page(hostOf({ url }), headers.get('user-agent') ?? '', language), language)
}

/** @throws Refusal where the owner has brought a certificate, so that there is no root of the house */
export function rootCertificate(trust: Pick<Trust, 'root'>): WebResponse {
  return { status: 200, headers: { 'Content-Type': 'application/x-x509-ca-cert' }, body: rootOf(trust).der }
}

/** @throws Refusal as above */
export function rootProfile(trust: Pick<Trust, 'root'>, { headers }: Pick<WebRequest, 'headers'>): WebResponse {
  const language = languageFor(headers)
  return {
    status: 200,
    headers: { 'Content-Type': 'application/x-apple-aspen-config', ...languageHeaders(language) },
    body: mobileconfig(rootOf(trust), language),
  }
}

function rootOf(trust: Pick<Trust, 'root'>): Root {
  const root = trust.root()
  if (root === null) throw notFound()
  return root
}

function page({ html, policy }: ReturnType<Welcome['page']>, language: Language): WebResponse {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', ...languageHeaders(language) }
  return { status: 200, headers, body: html, policy }
}

const hostOf = (request: Pick<WebRequest, 'url'>) => new URL(request.url).hostname.replace(/^\[|\]$|\.$/g, '')
